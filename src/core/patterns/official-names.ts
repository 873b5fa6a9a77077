import type {Range} from '../types.ts'

/** Sources of two regular expressions, made at build time: names in any case, abbreviations as written. */
export interface NamePatterns {
  readonly anyCase: string
  readonly asWritten: string
}

const isAbbreviation = (name: string) => /^[\p{Lu}\d()'’/-]{2,}s?$/u.test(name)
const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A name with hyphen for space, curly for straight apostrophe and the like. */
const flexible = (name: string) =>
  escaped(name)
    .replace(/['’‘]/g, "['’‘]")
    .replace(/[\s\-‑]+/g, '[\\s\\-‑]+')

export function compileNames(names: readonly string[]): NamePatterns {
  const longestFirst = names.toSorted((a, b) => b.length - a.length)
  const alternatives = (some: readonly string[]) => some.map(flexible).join('|')
  return {
    anyCase: alternatives(longestFirst.filter((name) => !isAbbreviation(name))),
    asWritten: alternatives(longestFirst.filter(isAbbreviation)),
  }
}

/** "Re H-N", "AS v TH (False Allegations of Abuse)", "[2021] EWCA Civ 448". */
const caseNames =
  /\b(?:Re|In re) [A-Z](?:[-‑ ][A-Z]|[a-z]+)*(?: \([^)]{1,80}\))?(?: \[\d{4}\])?|\b[A-Z][\w-]{0,20} v\.? [A-Z][\w-]{0,20}(?: (?:and|&) [A-Z]\w{0,20})?(?: \([^)]{1,80}\))?|\[\d{4}\] (?:EWCA|EWHC|EWFC|UKSC|UKHL|EWCOP|\d+ \w+)(?: (?:Civ|Crim|Fam|B|HCJ))? ?\d*(?: \(Fam\))?/g

/** Where official names, case names and citations stand in a text. */
export function nameFinder({anyCase, asWritten}: NamePatterns): (text: string) => Range[] {
  const patterns = [caseNames]
  if (anyCase !== '') patterns.push(new RegExp(`\\b(?:${anyCase})s?\\b`, 'gi'))
  if (asWritten !== '') patterns.push(new RegExp(`\\b(?:${asWritten})s?\\b`, 'g'))
  return (text) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({index, 0: name}) => ({
        start: index,
        end: index + name.length,
      })),
    )
}
