import {judgeAcceptances} from './core/acceptance.ts'
import {en} from './core/catalogue/en.ts'
import {checkProfile, emptyContext} from './core/context.ts'
import {extendRulebook} from './core/extend-rulebook.ts'
import {withFingerprints} from './core/fingerprint.ts'
import {readLexicon} from './core/lexicon.generated.ts'
import {inPieces} from './core/long-blocks.ts'
import type {Pack} from './core/pack.ts'
import type {Entry, KnownDetail} from './core/pipeline/analysis.ts'
import {apartFromRemarks} from './core/remarks.ts'
import {joinRepeats} from './core/repeats.ts'
import type {RulebookData} from './core/rulebook.ts'
import {rulebook} from './core/rules.generated.ts'
import type {
  Block,
  Finding,
  LintResult,
  Range,
  Remark,
  ReportContext,
  SourceDocument,
  Unread,
} from './core/types.ts'
import {unfinishedIn} from './core/unfinished.ts'
import {overlap, toSign} from './core/withheld.ts'
import {
  type BlockResult,
  checkBlock,
  createProcessor,
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
  {context = emptyContext, packs = noPacks, asWhole, today}: LintOptions = {},
): LintResult {
  checkProfile(context.profile, `${en.declaring.defaultPlace}: profile`)
  const {blocks, remarks} = apartFromRemarks(document)
  const result = lintWith(processorFor(packs), {...document, blocks}, context, asWhole)
  return withAcceptances({...result, document}, remarks, packs, today)
}

function withAcceptances(
  result: LintResult,
  remarks: readonly Remark[],
  packs: readonly Pack[],
  today: string | undefined,
): LintResult {
  if (remarks.length === 0) return result
  const ruleIds = new Set(rulebookFor(packs).rules.map(({rule}) => rule.id))
  const judged = judgeAcceptances(result.findings, {remarks, ruleIds, today})
  const {findings, accepted, problems} = judged
  return {
    ...result,
    findings,
    ...(accepted.length > 0 && {accepted}),
    ...(problems.length > 0 && {acceptanceProblems: problems}),
  }
}

/** The same with a processor of one's own rulebook. */
export function lintWith(
  processor: SafeTogetherProcessor,
  document: SourceDocument,
  context: ReportContext,
  asWhole = false,
): LintResult {
  const results = checkBlocks(processor, document, context, asWhole)
  const proposed = context.parties.length > 0 ? [] : proposeRoles(results.map(({facts}) => facts))
  const found = results.flatMap(({findings}) => findings)
  const withheld = found.flatMap(({isWithheld, range}) => (isWithheld ? [range] : []))
  const details = results.flatMap((result) => result.details)
  const running = processor.data('reportWide')
  const report = {blocks: results, context, proposed, text: document.text, withheld}
  const isSure =
    asWhole ||
    context.mode === 'template' ||
    context.parties.some(({role}) => role === 'perpetrator')
  const times = isSure ? 1 : raisedOften
  const asked = running ? reviewReport(report, running, times) : []
  const unfinished = unfinishedIn(document, context)
  const all = [...found, ...asked].toSorted((a, b) => a.range.start - b.range.start)
  return {
    document,
    findings: joinRepeats(
      withFingerprints(all.map(sectionsWithoutPrivate(document, withheld, details))),
    ),
    unread: [...document.unread, ...unreadWelsh(document)],
    proposed,
    ...(unfinished && {unfinished}),
    ...(withheld.length > 0 && {withheld}),
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

/** A heading that holds a private detail is repeated in every finding below it. */
function sectionsWithoutPrivate(
  document: SourceDocument,
  withheld: readonly Range[],
  details: readonly KnownDetail[],
) {
  const inHeadings = document.blocks.flatMap(({kind, range}) =>
    kind === 'heading' ? withheld.filter((detail) => overlap(detail, range)) : [],
  )
  const sign = toSign([
    ...inHeadings.map(({start, end}) => document.text.slice(start, end)),
    ...details.map(({words}) => words),
  ])
  return (finding: Finding): Finding =>
    sign
      ? {
          ...finding,
          section: finding.section.map((one) => one.replace(sign, en.reporting.withheld)),
        }
      : finding
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
