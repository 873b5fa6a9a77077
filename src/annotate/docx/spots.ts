import {rangeAt} from '../../core/ranges.ts'
import type {Range} from '../../core/types.ts'
import type {XmlText} from '../../readers/package/xml.ts'
import type {Run, RunChild, Survey} from './survey-state.ts'

/** Where a marker goes: beside runs, or inside one that has to be split for it. */
export type Spot =
  | {readonly kind: 'beside'; readonly at: number}
  | {readonly kind: 'between'; readonly at: number; readonly run: Run}
  | TextSpot

export interface TextSpot {
  readonly kind: 'text'
  readonly at: number
  readonly run: Run
  readonly child: RunChild
  readonly text: XmlText
}

/** A range with all of each field, equation or the like that it touches. */
export const widened = (wholes: readonly Range[], {start, end}: Range): Range => ({
  start: rangeAt(wholes, start)?.start ?? start,
  end: end > start ? (rangeAt(wholes, end - 1)?.end ?? end) : end,
})

/** The spot just before the character that starts at an offset; undefined where no marker can stand. */
export function spotBefore(survey: Survey, offset: number): Spot | undefined {
  const run = rangeAt(survey.runs, offset)
  if (!run) return besideWhole(survey, offset, 'start')
  const child = rangeAt(run.children, offset)
  if (!child) return {kind: 'beside', at: run.start}
  const text = rangeAt(child.texts, offset)
  const at = isInPair(survey.xml, offset) ? offset - 1 : offset
  if (text && at > visible(survey.xml, child).start) return {kind: 'text', at, run, child, text}
  if (child === run.children[0]) return {kind: 'beside', at: run.start}
  return {kind: 'between', at: child.start, run}
}

/** The spot just after the character that ends at an offset. */
export function spotAfter(survey: Survey, offset: number): Spot | undefined {
  const run = rangeAt(survey.runs, offset - 1)
  if (!run) return besideWhole(survey, offset - 1, 'end')
  const child = rangeAt(run.children, offset - 1)
  if (!child) return {kind: 'beside', at: run.end}
  const text = rangeAt(child.texts, offset - 1)
  const at = isInPair(survey.xml, offset) ? offset + 1 : offset
  if (text && at < visible(survey.xml, child).end) return {kind: 'text', at, run, child, text}
  if (child === run.children.at(-1)) return {kind: 'beside', at: run.end}
  return {kind: 'between', at: child.end, run}
}

function besideWhole(survey: Survey, offset: number, side: 'start' | 'end'): Spot | undefined {
  const whole = rangeAt(survey.wholes, offset)
  if (whole) return {kind: 'beside', at: whole[side]}
  const home = rangeAt(survey.blocked, offset)?.home
  return home === undefined ? undefined : {kind: 'beside', at: home}
}

/** Whether an offset parts the two halves of one character. */
const isInPair = (xml: string, offset: number) =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(xml.slice(offset - 1, offset + 1))

/** White space at the ends of a text is not read unless the file asks for it. */
export function visible(xml: string, {texts, keepsSpace}: RunChild): Range {
  let start = texts[0]?.start ?? 0
  let end = texts.at(-1)?.end ?? 0
  if (keepsSpace) return {start, end}
  const firstEnd = texts[0]?.end ?? 0
  const lastStart = texts.at(-1)?.start ?? 0
  while (start < firstEnd && isSpace(xml, start)) start++
  while (end > lastStart && end > start && isSpace(xml, end - 1)) end--
  return {start, end}
}

const isSpace = (xml: string, offset: number) => /[ \t\r\n]/.test(xml[offset] ?? '')
