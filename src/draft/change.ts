/** What two texts do not have in common: [start, endBefore) of the one became [start, end) of the other. */
export interface Change {
  readonly start: number
  readonly endBefore: number
  readonly end: number
}

/** Compared in runs of so many characters first, which is one comparison of memory each. */
const run = 4096

export function changeOf(before: string, after: string): Change {
  const least = Math.min(before.length, after.length)
  let start = 0
  while (
    start + run <= least &&
    before.slice(start, start + run) === after.slice(start, start + run)
  )
    start += run
  while (start < least && before.charCodeAt(start) === after.charCodeAt(start)) start++
  const most = least - start
  let same = 0
  const tail = (text: string, length: number) =>
    text.slice(text.length - same - length, text.length - same)
  while (same + run <= most && tail(before, run) === tail(after, run)) same += run
  while (same < most && tail(before, 1) === tail(after, 1)) same++
  return {start, endBefore: before.length - same, end: after.length - same}
}
