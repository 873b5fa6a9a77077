import {toLetters, toRoman} from '../package/ordinals.ts'
import {attributeOf} from './elements.ts'
import type {HtmlElement} from './parse.ts'

/** A numbered list while its items are counted. */
export interface Numbering {
  next: number
  readonly step: 1 | -1
  readonly type: string
}

/** Undefined for a list without numbers. */
export function numberingOf(element: HtmlElement): Numbering | undefined {
  if (element.tagName !== 'ol') return undefined
  const isReversed = attributeOf(element, 'reversed') !== undefined
  const items = isReversed ? element.childNodes.filter(({nodeName}) => nodeName === 'li').length : 1
  return {
    next: integerOf(attributeOf(element, 'start')) ?? items,
    step: isReversed ? -1 : 1,
    type: attributeOf(element, 'type') ?? '1',
  }
}

/** The number that stands in front of an item: "3", "c", "iii". */
export function numberOf(item: HtmlElement, numbering: Numbering | undefined): string | undefined {
  if (!numbering) return undefined
  const value = integerOf(attributeOf(item, 'value')) ?? numbering.next
  numbering.next = value + numbering.step
  const write = value > 0 && value <= mostWritten ? writers[numbering.type] : undefined
  return write?.(value) ?? `${value}`
}

/** Beyond it a letter or a numeral would grow without end. */
const mostWritten = 3_999

const writers: Readonly<Record<string, (value: number) => string>> = {
  a: toLetters,
  A: (value) => toLetters(value).toUpperCase(),
  i: toRoman,
  I: (value) => toRoman(value).toUpperCase(),
}

function integerOf(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isSafeInteger(number) ? number : undefined
}
