import {judgeAcceptances} from './core/acceptance.ts'
import {en} from './core/catalogue/en.ts'
import {checkProfile, emptyContext} from './core/context.ts'
import {extendRulebook} from './core/extend-rulebook.ts'
import {withFingerprints} from './core/fingerprint.ts'
import {readLexicon} from './core/lexicon.generated.ts'
import {inPieces} from './core/long-blocks.ts'
import type {Pack} from './core/pack.ts'
import type {Entry} from './core/pipeline/analysis.ts'
import {united} from './core/ranges.ts'
import {apartFromRemarks} from './core/remarks.ts'
import {joinRepeats} from './core/repeats.ts'
import {isPrivate} from './core/rule.ts'
import type {RulebookData} from './core/rulebook.ts'
import {rulebook} from './core/rules.generated.ts'
import type {
  AcceptedWording,
  Block,
  LintResult,
  ReportContext,
  SourceDocument,
  Unread,
} from './core/types.ts'
import {unfinishedIn} from './core/unfinished.ts'
import {
  placesOf,
  toSign,
  type Withholding,
  withholding,
  withoutDetails,
  withoutPrivate,
} from './core/withheld.ts'
import {
  type BlockResult,
  checkBlock,
  createProcessor,
  detailsUnchecked,
  type SafeTogetherProcessor,
} from './processor.ts'
import {proposeRoles} from './review/propose-roles.ts'
import {reviewReport} from './review/review.ts'

export interface LintOptions {
  /** What is declared about the case; nothing by default. */
  readonly context?: ReportContext
  /** Asks about the text as a whole however short it is: for the small reports that are examples of rules. */
  readonly asWhole?: boolean
  /** The day on which acceptances may have run out: "2026-01-31". Without it none has. */
  readonly today?: string
  /** What a file beside the report accepts of its wording; nothing by default. */
  readonly accepted?: readonly AcceptedWording[]
  /** From `readPack`; none by default. Compiled once for as long as the same array is passed. */
  readonly packs?: readonly Pack[]
}

/**
 * All findings of one document, in order. Pure: the same document, context and packs give the same result.
 * @throws {ContextError} when the context names a profile that there is not
 * @throws {RuleFileError} when a pattern of a pack cannot be read, or two packs have a rule of one name
 */
export function lint(
  document: SourceDocument,
  {
    context = emptyContext,
    packs = noPacks,
    asWhole,
    today,
    accepted: wordings = [],
  }: LintOptions = {},
): LintResult {
  checkProfile(context.profile, `${en.declaring.defaultPlace}: profile`)
  const processor = processorFor(packs)
  const result = lintWith(processor, document, context, asWhole)
  const {remarks} = apartFromRemarks(document)
  if (remarks.length + wordings.length === 0) return result
  const judged = judgeAcceptances(result.findings, {
    remarks,
    wordings,
    document,
    today,
    ...idsOf(packs),
  })
  const shown = reasonsShown(processor, result, context)
  const accepted = judged.accepted.map((each) => ({...each, reason: shown(each.reason)}))
  return {
    ...result,
    findings: judged.findings,
    ...(accepted.length > 0 && {accepted}),
    ...(judged.problems.length > 0 && {acceptanceProblems: judged.problems}),
  }
}

const idsOf = (packs: readonly Pack[]) => {
  const rules = rulebookFor(packs).rules.map(({rule}) => rule)
  const ids = (some: typeof rules) => new Set(some.map(({id}) => id))
  return {ruleIds: ids(rules), privateIds: ids(rules.filter(({match}) => isPrivate(match)))}
}

/** Somebody who keeps an address with a reason may write it into the reason. */
function reasonsShown(
  processor: SafeTogetherProcessor,
  {document: {text}, withheld}: LintResult,
  context: ReportContext,
): (reason: string) => string {
  const sign = toSign(withheld.map(({start, end}) => text.slice(start, end)))
  return (reason) => {
    const range = {start: 0, end: reason.length}
    const looks = detailsUnchecked(processor, {...aside, range, text: reason}, context)
    return withoutPrivate(reason, range, united([...looks, ...placesOf(sign, reason)]))
  }
}

const aside = {kind: 'paragraph', section: [], label: '', language: 'en'} as const

/** The same with a processor of one's own rulebook. */
export function lintWith(
  processor: SafeTogetherProcessor,
  document: SourceDocument,
  context: ReportContext,
  asWhole = false,
): LintResult {
  const {blocks, lines} = apartFromRemarks(document)
  const checked = {...document, blocks}
  const results = checkBlocks(processor, checked, context, asWhole)
  const proposed = context.parties.length > 0 ? [] : proposeRoles(results.map(({facts}) => facts))
  const unchecked = [...blocks.filter(({language}) => language === 'cy'), ...lines]
  const details = privateIn(processor, document, context, {results, unchecked})
  const withheld = details.ranges
  const running = processor.data('reportWide')
  const report = {blocks: results, context, proposed, text: document.text, withheld}
  const isSure =
    asWhole ||
    context.mode === 'template' ||
    context.parties.some(({role}) => role === 'perpetrator')
  const times = isSure ? 1 : raisedOften
  const asked = running ? reviewReport(report, running, times) : []
  const unfinished = unfinishedIn(checked, context)
  const all = [...results.flatMap(({findings}) => findings), ...asked].toSorted(
    (a, b) => a.range.start - b.range.start,
  )
  return {
    document,
    findings: joinRepeats(withFingerprints(all.map(withoutDetails(document.text, details)))),
    withheld,
    unread: [...document.unread, ...unreadWelsh(checked)],
    proposed,
    ...(unfinished && {unfinished}),
  }
}

interface CheckedBlock extends BlockResult {
  readonly block: Block
  readonly entry: Entry
}

function checkBlocks(
  processor: SafeTogetherProcessor,
  document: SourceDocument,
  context: ReportContext,
  asWhole: boolean,
): CheckedBlock[] {
  const first = firstEntry(document, context)
  const isWhole = asWhole || hasWords(document.text, wordsOfAWhole[context.mode])
  let entry = {...first, isWhole: first.abuseRaised === true && isWhole}
  const checked = document.blocks.flatMap(inPieces).flatMap((block): CheckedBlock[] => {
    if (block.language === 'cy') return []
    const result = checkBlock(processor, block, entry, context)
    const one = {...result, block, entry}
    entry = result.exit
    return [one]
  })
  return withKnownDetails(processor, checked, context)
}

/** A private detail may stand in another block with nothing there that shows whose it is. */
function withKnownDetails(
  processor: SafeTogetherProcessor,
  checked: CheckedBlock[],
  context: ReportContext,
): CheckedBlock[] {
  const details = checked.flatMap((one) => one.details)
  const sign = toSign(details.map(({words}) => words))
  if (!sign) return checked
  return checked.map((one) =>
    one.block.text.search(sign) === -1
      ? one
      : {...one, ...checkBlock(processor, one.block, {...one.entry, details}, context)},
  )
}

/** Where nobody is declared, a passing mention does not make it a report about domestic abuse. In sentences. */
const raisedOften = 3

/** What is shorter is a passage, which leaves out most of what a report or a template has. */
const wordsOfAWhole = {report: 300, template: 60} as const

function hasWords(text: string, number: number): boolean {
  const word = /\S+/g
  for (let count = 0; count < number; count++) if (!word.test(text)) return false
  return true
}

/** What the first block finds: whether the report raises abuse at all. */
export const firstEntry = ({text}: SourceDocument, {parties}: ReportContext): Entry => ({
  abuseRaised:
    parties.some(({role}) => role === 'perpetrator' || role === 'survivor') ||
    raisesAbuse().test(text) ||
    (text.length < passage ? undefined : false),
  openQuotation: false,
  actor: undefined,
  isWhole: false,
  details: [],
})

/**
 * Also where nothing is checked: in Welsh, and on the lines that an author writes to this program.
 * @param results of the blocks that are checked, and the blocks that are not
 */
function privateIn(
  processor: SafeTogetherProcessor,
  document: SourceDocument,
  context: ReportContext,
  {
    results,
    unchecked,
  }: {readonly results: readonly BlockResult[]; readonly unchecked: readonly Block[]},
): Withholding {
  const found = results.flatMap(({findings}) =>
    findings.flatMap(({isWithheld, range}) => (isWithheld ? [range] : [])),
  )
  const looks = unchecked
    .flatMap(inPieces)
    .flatMap((block) => detailsUnchecked(processor, block, context))
  const known = results.flatMap(({details}) => details.map(({words}) => words))
  return withholding(document.text, [...found, ...looks], known)
}

/** Below this many characters a text is a passage, and what it leaves unsaid says nothing of the case. */
const passage = 600

function unreadWelsh({blocks}: SourceDocument): Unread[] {
  const count = blocks.filter(({language}) => language === 'cy').length
  return count > 0 ? [{kind: 'welsh', count}] : []
}

const noPacks: readonly Pack[] = []

interface Ready {
  readonly rulebook: RulebookData
  readonly processor: SafeTogetherProcessor
}

const readyByPacks = new WeakMap<readonly Pack[], Ready>()

/** Made when first used: reading the rules takes a moment that `--help` need not wait for. */
function readyFor(packs: readonly Pack[]): Ready {
  const known = readyByPacks.get(packs)
  if (known) return known
  const extended = packs.length === 0 ? rulebook : extendRulebook(rulebook, readLexicon(), packs)
  const ready = {rulebook: extended, processor: createProcessor(extended)}
  readyByPacks.set(packs, ready)
  return ready
}

/** The built-in rules and those of the packs. @throws {RuleFileError} */
export const rulebookFor = (packs: readonly Pack[] = noPacks): RulebookData =>
  packs.length === 0 ? rulebook : readyFor(packs).rulebook

/** @throws {RuleFileError} */
export const processorFor = (packs: readonly Pack[] = noPacks): SafeTogetherProcessor =>
  readyFor(packs).processor

let abuse: RegExp | undefined
function raisesAbuse(): RegExp {
  abuse ??= new RegExp(
    `\\b(?:${rulebook.abusePhrases.map((phrase) => phrase.replaceAll(' ', '[\\s-]+')).join('|')})\\b`,
    'i',
  )
  return abuse
}
