import {en} from './core/catalogue/en.ts'
import {checkProfile, emptyContext} from './core/context.ts'
import {extendRulebook} from './core/extend-rulebook.ts'
import {withFingerprints} from './core/fingerprint.ts'
import {readLexicon} from './core/lexicon.generated.ts'
import {inPieces} from './core/long-blocks.ts'
import type {Pack} from './core/pack.ts'
import type {Entry} from './core/pipeline/analysis.ts'
import type {RulebookData} from './core/rulebook.ts'
import {rulebook} from './core/rules.generated.ts'
import type {LintResult, ReportContext, SourceDocument, Unread} from './core/types.ts'
import {
  type BlockResult,
  checkBlock,
  createProcessor,
  type SafeTogetherProcessor,
} from './processor.ts'
import {proposeRoles} from './review/propose-roles.ts'

export interface LintOptions {
  /** What is declared about the case; nothing by default. */
  readonly context?: ReportContext
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
  {context = emptyContext, packs = noPacks}: LintOptions = {},
): LintResult {
  checkProfile(context.profile, `${en.declaring.defaultPlace}: profile`)
  return lintWith(processorFor(packs), document, context)
}

/** The same with a processor of one's own rulebook. */
export function lintWith(
  processor: SafeTogetherProcessor,
  document: SourceDocument,
  context: ReportContext,
): LintResult {
  const results = checkBlocks(processor, document, context)
  const drafts = results.flatMap(({findings}) => findings)
  return {
    document,
    findings: withFingerprints(drafts),
    unread: [...document.unread, ...unreadWelsh(document)],
    proposed: context.parties.length > 0 ? [] : proposeRoles(results.map(({facts}) => facts)),
  }
}

function checkBlocks(
  processor: SafeTogetherProcessor,
  document: SourceDocument,
  context: ReportContext,
): BlockResult[] {
  let entry = firstEntry(document, context)
  return document.blocks.flatMap(inPieces).flatMap((block) => {
    if (block.language === 'cy') return []
    const result = checkBlock(processor, block, entry, context)
    entry = result.exit
    return [result]
  })
}

/** What the first block finds: whether the report raises abuse at all. */
export const firstEntry = ({text}: SourceDocument, {parties}: ReportContext): Entry => ({
  abuseRaised:
    parties.some(({role}) => role === 'perpetrator' || role === 'survivor') ||
    raisesAbuse().test(text) ||
    (text.length < passage ? undefined : false),
  openQuotation: false,
  actor: undefined,
})

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
