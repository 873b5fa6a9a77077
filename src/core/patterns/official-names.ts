import {literal} from '../literal.ts'
import type {Range} from '../types.ts'
import {createSplitter} from './split-word.ts'

/** Names as normal forms with single spaces, and the source of one regular expression for abbreviations. Made at build time. */
export interface NamePatterns {
  readonly phrases: readonly string[]
  readonly asWritten: string
}

const isAbbreviation = (name: string) => /^[\p{Lu}\d()'’/-]{2,}s?$/u.test(name)
const anyApostrophe = (name: string) => literal(name).replace(/['’]/g, "['’]")

export function compileNames(names: readonly string[]): NamePatterns {
  const split = createSplitter(new Map())
  const phrase = (name: string) =>
    (name.match(/[\p{L}\p{M}\p{N}'’‑/-]+/gu) ?? [])
      .flatMap((word) => split(word).map(({norm}) => norm))
      .join(' ')
  const abbreviations = names.filter(isAbbreviation).toSorted((a, b) => b.length - a.length)
  return {
    phrases: [...new Set(names.filter((name) => !isAbbreviation(name)).map(phrase))].filter(
      (name) => name !== '',
    ),
    asWritten: abbreviations.map(anyApostrophe).join('|'),
  }
}

/** The names of several lists as one. */
export const joinNames = (several: readonly NamePatterns[]): NamePatterns => ({
  phrases: several.flatMap(({phrases}) => phrases),
  asWritten: several.flatMap(({asWritten}) => (asWritten === '' ? [] : [asWritten])).join('|'),
})

/** "Re H-N", "AS v TH (False Allegations of Abuse)", "[2021] EWCA Civ 448". */
const caseNames =
  /\b(?:Re|In re) [A-Z](?:[-‑ ][A-Z]|[a-z]+)*(?: \([^)]{1,80}\))?(?: \[\d{4}\])?|\b[A-Z][\w-]{0,20} v\.? [A-Z][\w-]{0,20}(?: (?:and|&) [A-Z]\w{0,20})?(?: \([^)]{1,80}\))?|\[\d{4}\] (?:EWCA|EWHC|EWFC|UKSC|UKHL|EWCOP|\d+ \w+)(?: (?:Civ|Crim|Fam|B|HCJ))? ?\d*(?: \(Fam\))?/g

/** What a text is searched by for names that no pattern may match. */
export interface NameFinder {
  /** Names by their first word; the longest first. */
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Abbreviations, case names and citations, as they are written. */
  readonly rangesIn: (text: string) => readonly Range[]
}

export function startNames({phrases, asWritten}: NamePatterns): NameFinder {
  const byFirst = new Map<string, string[][]>()
  for (const words of phrases
    .map((phrase) => phrase.split(' '))
    .toSorted((a, b) => b.length - a.length)) {
    const [first = ''] = words
    const others = byFirst.get(first)
    if (others) others.push(words)
    else byFirst.set(first, [words])
  }
  const patterns =
    asWritten === '' ? [caseNames] : [caseNames, new RegExp(`\\b(?:${asWritten})s?\\b`, 'g')]
  const rangesIn = (text: string) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({index, 0: name}) => ({
        start: index,
        end: index + name.length,
      })),
    )
  return {byFirst, rangesIn}
}
