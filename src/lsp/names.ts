import {overlap} from '../core/ranges.ts'
import type {LintResult, Range} from '../core/types.ts'

/** In UTF-16 units: the longest that somebody may mark as a name. */
const longest = 60

/** "Mr Jones", "the mother": how reports name people without a declaration. */
const named =
  /\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? \p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)?|[Tt]he (?:mother|father|stepmother|stepfather|grandmother|grandfather|child|applicant|respondent))\b/gu

/**
 * The name that is marked, or in which the cursor stands; undefined for what cannot be a name, or touches a private
 * detail.
 * @param source the text that the editor has
 * @param withheld private details, in offsets of `source`
 */
export function nameAt(
  source: string,
  asked: Range,
  proposed: LintResult['proposed'],
  withheld: readonly Range[],
): string | undefined {
  const range = asked.start === asked.end ? around(source, asked.start, proposed) : asked
  if (!range || range.end - range.start > longest) return undefined
  if (withheld.some((each) => overlap(each, range))) return undefined
  const name = source.slice(range.start, range.end).trim()
  const isName = /^[\p{L}[][\p{L}\p{M}\p{N} .'’[\]()-]*$/u.test(name) && /\p{Lu}|^the /u.test(name)
  return isName && name.split(' ').length <= 6
    ? name.replace(/^The (?=\p{Ll})/u, 'the ')
    : undefined
}

function around(
  source: string,
  offset: number,
  proposed: LintResult['proposed'],
): Range | undefined {
  const start = Math.max(0, offset - longest)
  const near = source.slice(start, offset + longest)
  const names = proposed.flatMap(({name, aliases}) => [name, ...aliases])
  const known = names.flatMap((name) => {
    const at = near.indexOf(name, Math.max(0, offset - start - name.length))
    return at === -1 ? [] : [{start: start + at, end: start + at + name.length}]
  })
  const others = [...near.matchAll(named)].map(({0: {length}, index}) => ({
    start: start + index,
    end: start + index + length,
  }))
  return [...known, ...others].find((range) => range.start <= offset && offset <= range.end)
}
