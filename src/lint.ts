import {judgeAcceptances} from './core/acceptance.ts'
import {en} from './core/catalogue/en.ts'
import {checkProfile, emptyContext} from './core/context.ts'
import {extendRulebook} from './core/extend-rulebook.ts'
import {readLexicon} from './core/lexicon.generated.ts'
import type {Pack} from './core/pack.ts'
import {united} from './core/ranges.ts'
import {apartFromRemarks} from './core/remarks.ts'
import {isPrivate} from './core/rule.ts'
import type {RulebookData} from './core/rulebook.ts'
import {rulebook} from './core/rules.generated.ts'
import type {
  AcceptedWording,
  LintResult,
  ReportContext,
  SourceDocument,
  Unread,
} from './core/types.ts'
import {unfinishedIn} from './core/unfinished.ts'
import {placesOf, toSign, withoutPrivate} from './core/withheld.ts'
import {checkBlocks, type Engine, type Steps} from './lint/check-blocks.ts'
import {drawUp, privateIn} from './lint/draw-up.ts'
import {type Memory, noMemory} from './lint/memory.ts'
import {createProcessor, detailsUnchecked, type SafeTogetherProcessor} from './processor.ts'
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
export const lint = (document: SourceDocument, options: LintOptions = {}): LintResult =>
  finished(lintSteps(document, options))

/** The same step by step, with what an earlier run of the same options over a like text left in memory. */
export function* lintSteps(
  document: SourceDocument,
  {
    context = emptyContext,
    packs = noPacks,
    asWhole,
    today,
    accepted: wordings = [],
  }: LintOptions = {},
  memory: Memory = noMemory,
): Steps<LintResult> {
  checkProfile(context.profile, `${en.declaring.defaultPlace}: profile`)
  const processor = processorFor(packs)
  const result = yield* steps({processor, context, memory}, document, asWhole)
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
export const lintWith = (
  processor: SafeTogetherProcessor,
  document: SourceDocument,
  context: ReportContext,
  asWhole = false,
): LintResult => finished(steps({processor, context, memory: noMemory}, document, asWhole))

function* steps(engine: Engine, document: SourceDocument, asWhole = false): Steps<LintResult> {
  const {processor, context, memory} = engine
  const {blocks, lines} = apartFromRemarks(document)
  const checked = {...document, blocks}
  const results = yield* checkBlocks(engine, checked, asWhole)
  const proposed = memory.sameRoles(
    context.parties.length > 0 ? [] : proposeRoles(results.map(({facts}) => facts)),
  )
  const unchecked = [...blocks.filter(({language}) => language === 'cy'), ...lines]
  const details = privateIn(engine, document, results, unchecked)
  const withheld = details.ranges
  const running = processor.data('reportWide')
  const report = {blocks: results, context, proposed, text: document.text, withheld}
  const isSure =
    asWhole ||
    context.mode === 'template' ||
    context.parties.some(({role}) => role === 'perpetrator')
  const asked = running ? reviewReport(report, running, isSure ? 1 : raisedOften) : []
  const unfinished = unfinishedIn(checked, context)
  return {
    document,
    findings: drawUp(memory, document, results, asked, details),
    withheld,
    unread: [...document.unread, ...unreadWelsh(checked)],
    proposed,
    ...(unfinished && {unfinished}),
  }
}

/** Runs all steps at once. */
function finished(running: Steps<LintResult>): LintResult {
  let step = running.next()
  while (!step.done) step = running.next()
  return step.value
}

/** Where nobody is declared, a passing mention does not make it a report about domestic abuse. In sentences. */
const raisedOften = 3

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
function readyFor(given: readonly Pack[]): Ready {
  const packs = given.length === 0 ? noPacks : given
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
