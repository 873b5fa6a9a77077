import {retext} from 'retext'
import retextEnglish from 'retext-english'
import {VFile} from 'vfile'
import type {Analysis, BlockFacts, Entry, KnownDetail} from './core/pipeline/analysis.ts'
import {applyRules} from './core/pipeline/apply-rules.ts'
import {findParties} from './core/pipeline/find-parties.ts'
import {listWords} from './core/pipeline/list-words.ts'
import {markClauses} from './core/pipeline/mark-clauses.ts'
import {markVoices} from './core/pipeline/mark-voices.ts'
import {maskOfficialNames} from './core/pipeline/mask-official-names.ts'
import {repairSentences} from './core/pipeline/repair-sentences.ts'
import {tagWords} from './core/pipeline/tag-words.ts'
import type {RulebookData} from './core/rulebook.ts'
import {type RunningRules, startRules} from './core/running-rules.ts'
import type {Block, Finding, Range, ReportContext} from './core/types.ts'

/** The whole engine, in order: what happens to the text of one block. */
export function createProcessor(rulebook: RulebookData) {
  const rules = startRules(rulebook)
  return retext()
    .data('reportWide', rules) // what the questions about a whole report ask
    .use(retextEnglish) // text → nlcst
    .use(repairSentences) // ages, paragraph numbers, citations: the only step that changes the tree
    .use(listWords, rules) // one walk: flat sentences of words with offsets and normal forms
    .use(maskOfficialNames, rules) // statutes, services, orders, case names: never matched
    .use(findParties, rules) // which mention is which declared person; who else is a person
    .use(tagWords) // parts of speech, where asked for
    .use(markClauses, rules) // who does what to whom; negated? passive? by whom?
    .use(markVoices, rules) // whose words are these?
    .use(applyRules, rules) // findings
    .freeze()
}

declare module 'unified' {
  interface Data {
    reportWide?: RunningRules
  }
}

export type SafeTogetherProcessor = ReturnType<typeof createProcessor>

/** What one block gives: findings, facts for the whole report, and the entry of the next block. Offsets count in its text. */
export interface BlockResult {
  readonly findings: readonly Finding[]
  readonly facts: BlockFacts
  /** Private details whose words are private in every other block, too. */
  readonly details: readonly KnownDetail[]
  readonly exit: Entry
}

/** Pure: the same block, entry and context give the same result, wherever the block stands. */
export function checkBlock(
  processor: SafeTogetherProcessor,
  block: Block,
  entry: Entry,
  context: ReportContext,
): BlockResult {
  return toBlockResult(run(processor, newAnalysis(block, entry, context)))
}

/** What may be private details of a block that is not checked, in the offsets of its text. */
export function detailsUnchecked(
  processor: SafeTogetherProcessor,
  block: Block,
  context: ReportContext,
): readonly Range[] {
  const analysis = {...newAnalysis(block, alone, context), isUnchecked: true}
  return run(processor, analysis).withheld
}

/** Nothing that other blocks leave behind says whose a number is. */
const alone: Entry = {
  abuseRaised: undefined,
  openQuotation: false,
  actor: undefined,
  isWhole: false,
  details: [],
}

function run(processor: SafeTogetherProcessor, analysis: Analysis): Analysis {
  const file = new VFile(analysis.block.text)
  file.data.safeTogether = analysis
  processor.runSync(processor.parse(file), file)
  return analysis
}

/** An analysis with nothing found yet; `origin` is where the block begins in the offsets of the tree. */
export const newAnalysis = (
  block: Block,
  entry: Entry,
  context: ReportContext,
  origin = 0,
): Analysis => ({
  block,
  origin,
  entry,
  context,
  isUnchecked: false,
  sentences: [],
  withheld: [],
  details: [],
  findings: [],
  facts: {harm: [], sentences: []},
  exit: entry,
})

const toBlockResult = ({findings, facts, details, exit}: Analysis): BlockResult => ({
  findings,
  facts,
  details,
  exit,
})
