import {VFile} from 'vfile'
import {readRules} from '../src/build/read-rules.ts'
import {emptyContext, toReportContext} from '../src/core/context.ts'
import type {Analysis, Entry, Mention, Sentence, VerbGroup} from '../src/core/pipeline/analysis.ts'
import type {ContextData, MatchData, RuleEntry} from '../src/core/rule.ts'
import {compileRulebook, type RulebookData} from '../src/core/rulebook.ts'
import {rulebook} from '../src/core/rules.generated.ts'
import type {Block, Finding, ReportContext} from '../src/core/types.ts'
import {
  checkBlock,
  createProcessor,
  newAnalysis,
  type SafeTogetherProcessor,
} from '../src/processor.ts'

/** The lists of `rules/lexicon.yml`, for tests of patterns that name them. */
export const {lexicon, officialNames} = readRules('rules')

const toContext = (data: ContextData = {}): ReportContext =>
  Object.keys(data).length === 0 ? emptyContext : toReportContext(data)

const blockOf = (text: string, more: Partial<Block> = {}): Block => ({
  kind: 'paragraph',
  range: {start: 0, end: text.length},
  text,
  section: [],
  label: 'paragraph 1',
  language: 'en',
  ...more,
})

const processor = createProcessor(rulebook)

/** What the chain made of a text, read as one paragraph. */
export function analyse(text: string, data: ContextData = {}): Analysis {
  const file = new VFile(text)
  const analysis = newAnalysis(
    blockOf(text),
    {abuseRaised: true, openQuotation: false, actor: undefined, isWhole: false, details: []},
    toContext(data),
  )
  file.data.safeTogether = analysis
  processor.runSync(processor.parse(file), file)
  return analysis
}

export const sentencesOf = (text: string): string[] =>
  analyse(text).sentences.map(({start, end}) => text.slice(start, end))

const wordsOf = ({words}: Sentence, {start, end}: Pick<Mention, 'start' | 'end'>) =>
  words
    .slice(start, end)
    .map(({text}) => text)
    .join(' ')

/** Mentions as "the mother: survivor". */
export const mentionsOf = (text: string, data: ContextData = {}): string[] =>
  analyse(text, data).sentences.flatMap((sentence) =>
    sentence.mentions.map(
      (mention) =>
        `${wordsOf(sentence, mention)}: ${mention.role === 'unknown' ? mention.person : mention.role}`,
    ),
  )

/** Verbs as "was hit [passive] < Ms Rees > by Mr Hughes": verb, marks, subject, agent. */
export const clausesOf = (text: string, data: ContextData = {}): string[] =>
  analyse(text, data).sentences.flatMap((sentence) =>
    sentence.verbs().map((verb) => clause(sentence, verb)),
  )

function clause(
  sentence: Sentence,
  {start, head, passive, negated, subject, agent}: VerbGroup,
): string {
  const name = (who: Mention | 'thing' | undefined) =>
    who === undefined ? '?' : who === 'thing' ? 'thing' : wordsOf(sentence, who)
  const marks = `${negated ? ' not' : ''}${passive ? ' passive' : ''}`
  return `${wordsOf(sentence, {start, end: head + 1})}${marks} < ${name(subject)}${passive ? ` by ${name(agent)}` : ''}`
}

/** A rulebook of one rule with these conditions. */
export function rulebookOf(
  match: MatchData,
  lists: Readonly<Record<string, readonly string[]>> = lexicon,
): RulebookData {
  return compileRulebook({
    rules: [ruleOf(match)],
    lexicon: {...lexicon, ...lists},
    officialNames,
    sources: {},
  })
}

const ruleOf = (match: MatchData): RuleEntry => ({
  id: 'one',
  category: 'test',
  title: 'One',
  domain: ['VB01'],
  severity: 'warning',
  lenses: ['perpetrator-pattern'],
  message: 'One.',
  why: 'One.',
  ask: 'One?',
  frames: {},
  replacements: [],
  match,
  examples: [],
  sources: [],
})

/** Findings of one rule with these conditions in a text. */
export function findingsOf(
  match: MatchData,
  text: string,
  data: ContextData = {},
  more: Partial<Block> = {},
): readonly Finding[] {
  return checkBlock(processorOf(match), blockOf(text, more), start, toContext(data)).findings
}

const start: Entry = {
  abuseRaised: true,
  openQuotation: false,
  actor: undefined,
  isWhole: false,
  details: [],
}

const processors = new Map<string, SafeTogetherProcessor>()

/** Compiled once for all sentences that a table tries it on. */
function processorOf(match: MatchData): SafeTogetherProcessor {
  const key = JSON.stringify(match)
  const processor = processors.get(key) ?? createProcessor(rulebookOf(match))
  processors.set(key, processor)
  return processor
}

/** What one rule marks in each of several paragraphs that follow one another: "warning: was hit". */
export function markedInTurn(
  match: MatchData,
  paragraphs: readonly (string | Partial<Block>)[],
  data: ContextData = {},
): string[][] {
  const own = processorOf(match)
  let entry = start
  return paragraphs.map((paragraph) => {
    const block =
      typeof paragraph === 'string' ? blockOf(paragraph) : blockOf(paragraph.text ?? '', paragraph)
    const {findings, exit} = checkBlock(own, block, entry, toContext(data))
    entry = exit
    return findings.map(graded)
  })
}

const graded = ({severity, actual}: Finding) => `${severity}: ${actual}`

/** What one rule marks in a text, with its weight: "warning: was hit". */
export const gradedIn = (
  match: MatchData,
  text: string,
  data: ContextData = {},
  more: Partial<Block> = {},
): string[] => findingsOf(match, text, data, more).map(graded)

/** "It [[was hit]]." without its marks, and what they mark. */
export const unmark = (marked: string) => ({
  text: marked.replaceAll(/\[\[|\]\]/g, ''),
  marks: [...marked.matchAll(/\[\[(.+?)\]\]/g)].map(([, inner = '']) => inner),
})

const whoIs = (who: Mention | 'thing' | undefined): string => {
  if (who === undefined) return 'not known'
  if (who === 'thing') return 'thing'
  return who.role === 'unknown' ? who.person : who.role
}

function verbOf(text: string, head: string, data: ContextData): VerbGroup {
  const found = analyse(text, data).sentences.flatMap((sentence) =>
    sentence.verbs().filter((verb) => sentence.words[verb.head]?.text === head),
  )
  const [verb] = found
  if (!verb) throw new Error(`Expected a verb “${head}”`)
  return verb
}

/** Of whom a verb is said: the role, or the kind of person where none is declared, "thing" or "not known". */
export const subjectOf = (text: string, head: string, data: ContextData = {}): string =>
  whoIs(verbOf(text, head, data).subject)

/** "passive by perpetrator", "passive by thing", "passive by not known" or "active". */
export function passiveOf(text: string, head: string, data: ContextData = {}): string {
  const {passive, agent} = verbOf(text, head, data)
  return passive ? `passive by ${whoIs(agent)}` : 'active'
}

/** Whose words a phrase is; where its words differ, each voice once. */
export function voiceIn(text: string, phrase: string, data: ContextData = {}): string {
  const at = text.indexOf(phrase)
  if (at < 0) throw new Error(`Expected “${phrase}” in the text`)
  const voices = analyse(text, data).sentences.flatMap((sentence) =>
    sentence.words.flatMap((word, index) =>
      word.start >= at && word.end <= at + phrase.length
        ? [sentence.voiceOf(index, index + 1)]
        : [],
    ),
  )
  return [...new Set(voices)].join(' and ')
}

/** The family that most tests are about. All invented. */
export const family: ContextData = {
  'behaviour-of': 'Mr Hughes, the father, Dad',
  'harm-to': 'Ms Rees, the mother, Mam',
  children: 'Cai, Seren',
}

/** The words that one pattern matches. */
export const matched = (pattern: string, text: string, data: ContextData = {}): string[] =>
  findingsOf({patterns: [pattern]}, text, data).map(({actual}) => actual)
