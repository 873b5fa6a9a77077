import {readRules} from '../src/build/read-rules.ts'
import {emptyContext} from '../src/core/context.ts'
import type {RuleEntry} from '../src/core/rule.ts'
import {compileRulebook, type RulebookSources} from '../src/core/rulebook.ts'
import type {SourceDocument} from '../src/core/types.ts'
import {lintWith} from '../src/lint.ts'
import {createProcessor, type SafeTogetherProcessor} from '../src/processor.ts'
import {median, processorTime} from './processes.ts'

/** One report checked with a rulebook: milliseconds of processor, median of the rounds. */
export interface RulebookTime {
  readonly name: string
  readonly rules: number
  readonly patterns: number
  readonly findings: number
  readonly time: number
}

const times = 10
const lintsPerSample = 5

/** The same report with our rules, with ten times as many in other words, and in its own words. */
export function measureMoreRules(document: SourceDocument, rounds: number): RulebookTime[] {
  const sources = readRules('rules')
  const rulebooks = [
    ['the rules as they are', sources],
    ['10 × the patterns, in other words', inOtherWords(sources)],
    ['10 × the patterns, in the report’s own words', inWordsOfTheReport(sources, document)],
  ] as const
  const running = rulebooks.map(([name, rulebook]) => start(name, rulebook, document))
  const samples = running.map((): number[] => [])
  for (let round = -2; round < rounds; round++) {
    for (const [index, {processor}] of running.entries()) {
      const time = timeOf(processor, document)
      if (round >= 0) samples[index]?.push(time)
    }
  }
  return running.map(({processor: _, ...counts}, index) => ({
    ...counts,
    time: median(samples[index] ?? []),
  }))
}

function start(name: string, sources: RulebookSources, document: SourceDocument) {
  const rulebook = compileRulebook(sources)
  const processor = createProcessor(rulebook)
  const {findings} = lintWith(processor, document, emptyContext)
  return {
    name,
    processor,
    rules: sources.rules.length,
    patterns: rulebook.table.programs.length,
    findings: findings.length,
  }
}

function timeOf(processor: SafeTogetherProcessor, document: SourceDocument): number {
  const began = processorTime()
  for (let lint = 0; lint < lintsPerSample; lint++) lintWith(processor, document, emptyContext)
  return (processorTime() - began) / lintsPerSample
}

type Rename = (word: string) => string

/** Nine copies of every rule and list, each with invented words of its own. */
function inOtherWords(sources: RulebookSources): RulebookSources {
  const copies = Array.from({length: times - 1}, (_, copy) => copy)
  const lexicon = copies.flatMap((copy) =>
    Object.entries(sources.lexicon).map(
      ([name, entries]) =>
        [
          `${name}-${copy}`,
          entries.map((entry) => rewrite(entry, invented(copy), `-${copy}`)),
        ] as const,
    ),
  )
  return {
    ...sources,
    rules: [
      ...sources.rules,
      ...copies.flatMap((copy) => copiesOf(sources.rules, copy, invented(copy), `-${copy}`)),
    ],
    lexicon: {...sources.lexicon, ...Object.fromEntries(lexicon)},
  }
}

/**
 * The hard case: every word of the report calls up many patterns, and none of them is there. Those that
 * would be are left out, so that looking is measured and not the findings.
 */
function inWordsOfTheReport(sources: RulebookSources, document: SourceDocument): RulebookSources {
  const words = contentWords(document.text)
  const wanted = copiesOf(sources.rules, 0, (word) => word, '').length * (times - 1)
  const silent: RuleEntry[] = []
  for (let copy = 0; silent.length < wanted; copy++) {
    const rules = copiesOf(
      sources.rules,
      copy,
      (word) => words[hashOf(`${copy} ${word}`) % words.length] ?? word,
      '',
    )
    const {findings} = lintWith(
      createProcessor(compileRulebook({...sources, rules})),
      document,
      emptyContext,
    )
    const found = new Set(findings.map(({ruleId}) => ruleId))
    silent.push(...rules.filter(({id}) => !found.has(id)))
  }
  return {...sources, rules: [...sources.rules, ...silent.slice(0, wanted)]}
}

const contentWords = (text: string) =>
  [...new Set(text.toLowerCase().match(/\b[a-z]{3,}\b/g))].filter((word) => !kept.has(word)).sort()

/** One rule per pattern, with the conditions of the rule that it comes from. */
function copiesOf(
  rules: readonly RuleEntry[],
  copy: number,
  rename: Rename,
  suffix: string,
): RuleEntry[] {
  const again = (pattern: string) => rewrite(pattern, rename, suffix)
  return rules.flatMap((rule) => {
    const {match} = rule
    if ('detector' in match || 'review' in match) return []
    const conditions = {
      ...match,
      ...(match.except && {except: match.except.map(again)}),
      ...(match.near && {near: match.near.map(again)}),
      ...(match['not-near'] && {'not-near': match['not-near'].map(again)}),
      ...(match['not-beside'] && {'not-beside': match['not-beside'].map(again)}),
    }
    return match.patterns.map((pattern, index) => ({
      ...rule,
      id: `${rule.id}-${copy}-${index}`,
      match: {...conditions, patterns: [again(pattern)]},
    }))
  })
}

/** Words that hold a pattern together stay, or it would look like none. */
const kept = new Set(
  'a an the and or but not no never to of in on at by for from with as is was be been being are were am has have had do does did that this which who she he her his him they them their it its there'.split(
    ' ',
  ),
)

const tokens = /<([^<>\s]*)>|['’]s(?!\p{L})|\{[^{}]*\}|\p{L}[\p{L}'’-]*|./gsu

/** A pattern of the same shape. */
const rewrite = (pattern: string, rename: Rename, suffix: string): string =>
  pattern.replace(tokens, (token: string, list: string | undefined) => {
    if (list !== undefined) return `<${list}${suffix}>`
    return /^\p{L}/u.test(token) && !kept.has(token.toLowerCase()) ? rename(token) : token
  })

const consonants = 'bdfgklmnprtvz'
const vowels = 'aeiou'

/** Words that no report has. The last letter is one that takes plain endings. */
const invented =
  (copy: number): Rename =>
  (word) => {
    let hash = hashOf(`${copy} ${word}`)
    let made = ''
    for (let syllable = 0; syllable < 4; syllable++) {
      made += `${consonants[hash % consonants.length]}${vowels[(hash >>> 4) % vowels.length]}`
      hash = Math.imul(hash, 2654435761) >>> 0
    }
    return `${made}x`
  }

/** FNV-1a, spread once more: the same word gives the same word in every run. */
function hashOf(text: string): number {
  let hash = 2166136261
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619)
  return Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0
}
