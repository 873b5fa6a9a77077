import {emptyContext} from './core/context.ts'
import {withFingerprints} from './core/fingerprint.ts'
import {inPieces} from './core/long-blocks.ts'
import type {Entry} from './core/pipeline/analysis.ts'
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
}

/** All findings of one document, in order. Pure: the same document and context give the same result. */
export function lint(
  document: SourceDocument,
  {context = emptyContext}: LintOptions = {},
): LintResult {
  return lintWith(defaultProcessor(), document, context)
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

let processor: SafeTogetherProcessor | undefined
/** Made when first used: reading the rules takes a moment that `--help` need not wait for. */
export function defaultProcessor(): SafeTogetherProcessor {
  processor ??= createProcessor(rulebook)
  return processor
}

let abuse: RegExp | undefined
function raisesAbuse(): RegExp {
  abuse ??= new RegExp(
    `\\b(?:${rulebook.abusePhrases.map((phrase) => phrase.replaceAll(' ', '[\\s-]+')).join('|')})\\b`,
    'i',
  )
  return abuse
}
