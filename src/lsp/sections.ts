import {
  type CodeLens,
  type DocumentSymbol,
  type InlayHint,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver/node'
import {en} from '../core/catalogue/en.ts'
import {eachPlace} from '../core/repeats.ts'
import {sourceRange} from '../core/segments.ts'
import type {Block, Range} from '../core/types.ts'
import {withoutPrivate} from '../core/withheld.ts'
import type {Outcome} from './checking.ts'
import {marked} from './places.ts'
import {toLspRange} from './positions.ts'
import type {EditorSettings} from './settings.ts'

const words = en.editor

/** A heading with what stands below it, in the offsets of the text that the editor has. */
interface Section {
  readonly heading: string
  readonly headingRange: Range
  readonly range: Range
  /** Of the headings above it there are so many. */
  readonly depth: number
  /** Places in it, those of inner sections among them. */
  readonly places: number
}

/** In order. What stands before the first heading belongs to none. */
function sectionsOf(outcome: Outcome, settings: EditorSettings): readonly Section[] {
  const {checked, lines} = outcome
  if (!checked) return []
  const {document, withheld} = checked.result
  const headings = document.blocks.filter(({kind}) => kind === 'heading')
  const starts = eachPlace(marked(outcome, settings)).map(({range}) => range.start)
  return headings.map((heading, index) => {
    const end = endOf(heading, headings.slice(index + 1)) ?? document.text.length
    const headingRange = sourceRange(document, heading.range)
    const isLast = end === document.text.length
    const sourceEnd = isLast
      ? lines.text.length
      : sourceRange(document, {start: end, end: end + 1}).start
    return {
      heading: withoutPrivate(document.text, heading.range, withheld)
        .replaceAll(/\s+/g, ' ')
        .trim(),
      headingRange,
      range: {start: headingRange.start, end: Math.max(headingRange.end, sourceEnd)},
      depth: heading.section.length,
      places: starts.filter((start) => start >= heading.range.start && start < end).length,
    }
  })
}

/** A section runs to the next heading that is not inside it. */
const endOf = ({section}: Block, later: readonly Block[]): number | undefined =>
  later.find((next) => next.section.length <= section.length)?.range.start

const detailOf = ({places}: Section) => (places > 0 ? words.places(places) : '')

export function symbolsOf(
  outcome: Outcome,
  uri: string,
  settings: EditorSettings,
  nested: boolean,
): DocumentSymbol[] | SymbolInformation[] {
  const sections = sectionsOf(outcome, settings)
  if (nested) return nest(outcome, sections)
  return sections.map((section) => ({
    name: section.places > 0 ? words.counted(section.heading, section.places) : section.heading,
    kind: SymbolKind.String,
    location: {uri, range: toLspRange(outcome.lines, section.range)},
  }))
}

function nest(outcome: Outcome, sections: readonly Section[]): DocumentSymbol[] {
  const outermost: DocumentSymbol[] = []
  const open: {readonly depth: number; readonly children: DocumentSymbol[]}[] = []
  for (const section of sections) {
    const children: DocumentSymbol[] = []
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= section.depth) open.pop()
    const siblings = open.at(-1)?.children ?? outermost
    siblings.push({
      name: section.heading === '' ? en.reporting.withheld : section.heading,
      detail: detailOf(section),
      kind: SymbolKind.String,
      range: toLspRange(outcome.lines, section.range),
      selectionRange: toLspRange(outcome.lines, section.headingRange),
      children,
    })
    open.push({depth: section.depth, children})
  }
  return outermost
}

export const lensesOf = (outcome: Outcome, settings: EditorSettings): CodeLens[] =>
  settings.sectionCounts !== 'codeLens'
    ? []
    : sectionsOf(outcome, settings).map(({headingRange, places}) => ({
        range: toLspRange(outcome.lines, headingRange),
        command: {title: words.places(places), command: ''},
      }))

export const hintsOf = (outcome: Outcome, settings: EditorSettings, asked: Range): InlayHint[] =>
  settings.sectionCounts !== 'inlayHint'
    ? []
    : sectionsOf(outcome, settings)
        .filter(({headingRange: {start, end}}) => start <= asked.end && end >= asked.start)
        .map(({headingRange: {end}, places}) => ({
          position: toLspRange(outcome.lines, {start: end, end}).start,
          label: words.places(places),
          paddingLeft: true,
        }))
