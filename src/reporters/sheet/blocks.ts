import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {en} from '../../core/catalogue/en.ts'
import type {Block, Range} from '../../core/types.ts'
import {withoutPrivate} from '../../core/withheld.ts'
import type {Numbered} from '../numbered.ts'
import {harmless} from '../printable.ts'
import type {Ids} from './notes.ts'

const said = en.reporting.sheet

/** What is needed to show a block of a report with its marks. */
export interface Setting {
  /** `document.text`, and where private details stand in it, of which nothing is shown. */
  readonly text: string
  readonly withheld: readonly Range[]
  readonly ids: Ids
}

/** The sheet has two levels of headings above those of a report. */
const levels = ['h3', 'h4', 'h5', 'h6'] as const

/** One block as the reader laid it out. `label` where its author sees one that is no part of the text. */
export function blockElement(
  block: Block,
  places: readonly Numbered[],
  label: string,
  setting: Setting,
): Element {
  const isWelsh = block.language === 'cy'
  const language = isWelsh ? {lang: 'cy'} : {}
  // What the sheet says itself is in English, also within a Welsh passage.
  const own = isWelsh ? {lang: 'en-GB'} : {}
  const content = [
    ...(label === '' ? [] : [h('span.label', own, harmless(label))]),
    ...marked(block.range, places, setting),
    ...(isWelsh ? [h('span.quiet', own, ` ${said.welsh}`)] : []),
  ]
  if (block.kind === 'heading') {
    const level = levels[Math.min(block.section.length, levels.length - 1)] ?? 'h6'
    return h(level, {...language, id: headingId(block, setting)}, ...content)
  }
  if (block.kind === 'block-quote') return h('blockquote', language, h('p', ...content))
  const isItem = block.kind === 'list-item' || block.kind === 'table-cell'
  return h('p', {...language, className: isItem ? ['item'] : []}, ...content)
}

export const headingId = ({range}: Block, {ids}: Setting): string =>
  `${ids.mark(0)}-h${range.start}`

/** The text of a range; words of a finding are one mark that leads to its note. */
function marked(range: Range, places: readonly Numbered[], setting: Setting): ElementContent[] {
  const content: ElementContent[] = []
  let at = range.start
  for (const place of places) {
    // Where a private detail overlaps other words, the later mark begins where the earlier ends.
    const start = Math.max(at, place.finding.range.start)
    const end = Math.max(start, Math.min(place.finding.range.end, range.end))
    content.push(textOf({start: at, end: start}, setting), mark(place, {start, end}, setting))
    at = end
  }
  return [...content, textOf({start: at, end: range.end}, setting)]
}

function mark({number, finding}: Numbered, range: Range, setting: Setting): Element {
  const {ids} = setting
  return h(
    'mark',
    {id: ids.mark(number), className: [finding.severity]},
    h('a', {href: `#${ids.note(number)}`}, textOf(range, setting), h('sup', String(number))),
  )
}

const textOf = ({start, end}: Range, {text, withheld}: Setting) => ({
  type: 'text' as const,
  value: harmless(withoutPrivate(text, {start, end}, withheld)),
})
