import {fingerprints} from '../core/fingerprint.ts'
import {inPieces} from '../core/long-blocks.ts'
import {moved, rangesIn, united} from '../core/ranges.ts'
import {joinRepeats, type RepeatKeys, repeatKeys} from '../core/repeats.ts'
import type {Block, Finding, Range, SourceDocument} from '../core/types.ts'
import {withoutPrivate} from '../core/withheld.ts'
import {detailsUnchecked} from '../processor.ts'
import type {CheckedBlock, Engine} from './check-blocks.ts'
import type {Found, Memory, Signs} from './memory.ts'

/** The private details of one document: every place where they stand, in order and apart, and other texts without them. */
export interface Withholding {
  readonly ranges: readonly Range[]
  readonly hide: Signs['hide']
}

/**
 * Also where nothing is checked: in Welsh, and on the lines that an author writes to this program.
 * @param unchecked the blocks that are not checked
 */
export function privateIn(
  {processor, context, memory}: Engine,
  {text}: SourceDocument,
  results: readonly CheckedBlock[],
  unchecked: readonly Block[],
): Withholding {
  const found: Range[] = []
  for (const {findings, block} of results)
    for (const {isWithheld, range} of findings)
      if (isWithheld) found.push(moved(range, block.range.start))
  const looks = unchecked.flatMap(inPieces).flatMap((block) => {
    const ranges = memory.look(block, () => detailsUnchecked(processor, block, context))
    return ranges.map((range) => moved(range, block.range.start))
  })
  const known = results.flatMap(({details}) => details.map(({words}) => words))
  const here = [...found, ...looks]
  const words = [...known, ...here.map(({start, end}) => text.slice(start, end))]
  const {places, hide} = memory.signs(text, words)
  return {ranges: united([...here, ...places]), hide}
}

/** A finding on its way out: one of a block, in the offsets of its text, or one of the whole report. */
interface Draft {
  readonly finding: Finding
  /** Where what its range counts in begins. */
  readonly from: number
  readonly block?: Pick<Block, 'label' | 'section'>
  readonly found?: Found
  readonly index: number
}

/**
 * The findings as a host gets them, in order: offsets in the document, no words of private details, fingerprints,
 * and the same words again and again as one.
 */
export function drawUp(
  memory: Memory,
  {text}: SourceDocument,
  results: readonly CheckedBlock[],
  asked: readonly Finding[],
  details: Withholding,
): readonly Finding[] {
  const drafts = [...results.flatMap(draftsOf), ...asked.map(toDraft)].toSorted(
    (a, b) => a.from + a.finding.range.start - b.from - b.finding.range.start,
  )
  const fingerprint = fingerprints(memory.fingerprint)
  const showing = {...details, text, fingerprint, hideAll: hidingLists(details.hide)}
  const findings = drafts.map((draft) => show(draft, showing))
  return joinRepeats(
    findings,
    drafts.map((draft, index) => keysOf(draft, findings[index] ?? draft.finding)),
  )
}

const draftsOf = ({block, findings, found}: CheckedBlock): Draft[] =>
  findings.map((finding, index) => ({finding, from: block.range.start, block, found, index}))

const toDraft = (finding: Finding): Draft => ({finding, from: 0, index: 0})

/** A section has one list for all its blocks. */
function hidingLists(hide: Signs['hide']) {
  const known = new Map<readonly string[], readonly string[]>()
  return (list: readonly string[]): readonly string[] => {
    const hidden = known.get(list) ?? list.map(hide)
    known.set(list, hidden)
    return hidden
  }
}

/** How the findings of one document are shown. */
interface Showing extends Withholding {
  readonly text: string
  readonly hideAll: (list: readonly string[]) => readonly string[]
  readonly fingerprint: (draft: string) => string
}

function show(
  {finding, from, block = finding, found, index}: Draft,
  {text, ranges, hide, hideAll, fingerprint: fingerprintOf}: Showing,
): Finding {
  const isOpen = ranges.length === 0
  const range = from === 0 ? finding.range : moved(finding.range, from)
  const actual =
    isOpen || finding.isWithheld ? finding.actual : actualOf(finding, text, range, ranges)
  const label = isOpen ? block.label : hide(block.label)
  const section = isOpen ? block.section : hideAll(block.section)
  const fingerprint = fingerprintOf(isOpen ? finding.fingerprint : hide(finding.fingerprint))
  const shown = {range, actual, label, section, fingerprint}
  const before = found?.shown[index]
  if (before && isShownSo(before, shown)) return before
  const now = {...finding, ...shown}
  if (found) found.shown[index] = now
  return now
}

/** The finding’s own words wherever they are the same: what is kept of a finding keeps no text of a whole report alive. */
function actualOf({actual}: Finding, text: string, range: Range, ranges: readonly Range[]): string {
  const shown = rangesIn(ranges, range).length > 0 ? withoutPrivate(text, range, ranges) : actual
  return shown === actual ? actual : shown.split('').join('')
}

type Shown = Pick<Finding, 'range' | 'actual' | 'label' | 'section' | 'fingerprint'>

const isShownSo = (finding: Finding, {range, actual, label, section, fingerprint}: Shown) =>
  finding.range.start === range.start &&
  finding.range.end === range.end &&
  finding.actual === actual &&
  finding.label === label &&
  finding.fingerprint === fingerprint &&
  isSameList(finding.section, section)

export const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one === other ||
  (one.length === other.length && one.every((each, index) => each === other[index]))

function keysOf({finding, found, index}: Draft, shown: Finding): RepeatKeys {
  if (!found || shown.actual !== finding.actual) return repeatKeys(shown)
  found.keys[index] ??= repeatKeys(shown)
  return found.keys[index]
}
