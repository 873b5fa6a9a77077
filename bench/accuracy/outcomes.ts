import {emptyContext} from '../../src/core/context.ts'
import {overlap} from '../../src/core/ranges.ts'
import {eachPlace} from '../../src/core/repeats.ts'
import type {Finding, Range, ReportContext, SourceDocument} from '../../src/core/types.ts'
import {lint} from '../../src/lint.ts'
import {readText} from '../../src/readers/text.ts'
import {declaredContext, type Label} from './items.ts'

/** What was said about a text, each place for itself: `told` at warning and above, `asked` as a question. */
export interface Said {
  readonly told: readonly Finding[]
  readonly asked: readonly Finding[]
}

/** A labelled sentence and what was said about it. */
export interface Outcome<T extends Label = Label> extends Said {
  readonly item: T
}

/** Checks a sentence alone. What contradicts itself is not declared. */
export function outcomeOf<T extends Label>(item: T, isDeclared: boolean): Outcome<T> {
  const document = readText(new TextEncoder().encode(item.text), 'item.txt')
  const context = isDeclared ? declaredContext(item) : undefined
  return {item, ...saidOf(document, context ?? emptyContext)}
}

export function saidOf(document: SourceDocument, context: ReportContext): Said {
  const findings = eachPlace(lint(document, {context}).findings)
  return {
    told: findings.filter(({severity}) => severity === 'error' || severity === 'warning'),
    asked: findings.filter(({severity}) => severity === 'question'),
  }
}

/** Whether a finding overlaps words that the label names, wherever they stand in the text. */
export const isInPlace = ({text, span}: Label, {range}: Finding): boolean =>
  span.some((words) => placesOf(text, words).some((place) => overlap(place, range)))

function placesOf(text: string, words: string): Range[] {
  const places: Range[] = []
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1))
    places.push({start, end: start + words.length})
  return places
}
