import type {Block} from '../types.ts'

export const asList = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** Whether a place that a rule names is the block's: its kind, or words of a heading above. */
export function standsIn({kind, section}: Block, place: string): boolean {
  const wanted = place.toLowerCase()
  return (
    kind.replace('-', ' ') === wanted.replace('-', ' ') ||
    section.some((heading) => heading.toLowerCase().includes(wanted))
  )
}
