/** A day as ISO 8601 writes it, "2024-10-09": such texts sort as their days do. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  // 30 February is taken for a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
]

/** "9 October 2024" and "9th October 2024" as 2024-10-09; any other text as it is. */
export function toDay(text: string): string {
  const [, day = '', name = '', year = ''] =
    /^(\d{1,2})(?:st|nd|rd|th)? (\p{L}+) (\d{4})$/u.exec(text) ?? []
  const month = months.indexOf(name.toLowerCase()) + 1
  return month === 0 ? text : [year, `${month}`.padStart(2, '0'), day.padStart(2, '0')].join('-')
}
