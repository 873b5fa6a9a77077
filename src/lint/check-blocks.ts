import {inPieces} from '../core/long-blocks.ts'
import type {Entry} from '../core/pipeline/analysis.ts'
import {overlap} from '../core/ranges.ts'
import {rulebook} from '../core/rules.generated.ts'
import type {Block, Range, ReportContext, SourceDocument} from '../core/types.ts'
import {type BlockResult, checkBlock, type SafeTogetherProcessor} from '../processor.ts'
import type {Found, Memory} from './memory.ts'

/** What a run works with. */
export interface Engine {
  readonly processor: SafeTogetherProcessor
  readonly context: ReportContext
  readonly memory: Memory
}

export interface CheckedBlock extends BlockResult {
  readonly block: Block
  readonly entry: Entry
  /** The same, as it is remembered. */
  readonly found: Found
}

/** Whoever runs it may stop, or do something else, after each block that had to be checked. */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** The blocks in order, each with what those before it leave behind; Welsh is left out. */
export function* checkBlocks(
  engine: Engine,
  document: SourceDocument,
  asWhole: boolean,
): Steps<readonly CheckedBlock[]> {
  const {context} = engine
  const first = firstEntry(document, context)
  const isWhole = asWhole || hasWords(document.text, wordsOfAWhole[context.mode])
  let entry: Entry = {...first, isWhole: first.abuseRaised === true && isWhole}
  const checked: CheckedBlock[] = []
  for (const block of document.blocks.flatMap(inPieces)) {
    if (block.language === 'cy') continue
    const found = engine.memory.find(block, entry) ?? (yield* checkAnew(engine, block, entry))
    checked.push(toChecked(block, entry, found))
    entry = found.exit
  }
  return yield* withKnownDetails(engine, checked)
}

function* checkAnew(
  {processor, context, memory}: Engine,
  block: Block,
  entry: Entry,
): Steps<Found> {
  const found = {...checkBlock(processor, block, entry, context), keys: [], shown: []}
  memory.keep(block, entry, found)
  yield
  return found
}

const toChecked = (block: Block, entry: Entry, found: Found): CheckedBlock => {
  const {findings, facts, details, exit} = found
  return {findings, facts, details, exit, block, entry, found}
}

/** A private detail may stand in another block with nothing there that shows whose it is. */
function* withKnownDetails(
  engine: Engine,
  checked: readonly CheckedBlock[],
): Steps<readonly CheckedBlock[]> {
  const details = engine.memory.sameDetails(checked.flatMap((one) => one.details))
  const standingIn = engine.memory.finder(details.map(({words}) => words))
  if (!standingIn) return checked
  const again: CheckedBlock[] = []
  for (const one of checked) {
    const {block, entry} = one
    const isNew = standingIn(block.text).some((place) => !isTold(one, place))
    const knowing = isNew ? {...entry, details} : undefined
    const found =
      knowing && (engine.memory.find(block, knowing) ?? (yield* checkAnew(engine, block, knowing)))
    again.push(found ? toChecked(block, entry, found) : one)
  }
  return again
}

/** What a block has told of for certain by itself it tells of in the same way when it knows more. */
function isTold({findings}: CheckedBlock, place: Range): boolean {
  const there = findings.filter(({isWithheld, range}) => isWithheld && overlap(range, place))
  return there.length > 0 && there.every(({severity}) => severity !== 'question')
}

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

/** Below this many characters a text is a passage, and what it leaves unsaid says nothing of the case. */
const passage = 600

let abuse: RegExp | undefined
function raisesAbuse(): RegExp {
  abuse ??= new RegExp(
    `\\b(?:${rulebook.abusePhrases.map((phrase) => phrase.replaceAll(' ', '[\\s-]+')).join('|')})\\b`,
    'i',
  )
  return abuse
}
