import {attributeOf, type XmlElement} from '../package/xml.ts'
import {isAway} from './paragraphs.ts'
import type {State} from './state.ts'

/** They repeat headings and captions of the report. */
export const contents = new Set([
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:alphabetical-index',
])

/** Text that is in the file and that nobody sees. */
export const hidden = new Set([
  'text:section',
  'text:hidden-text',
  'text:variable-set',
  'text:user-field-get',
  'table:covered-table-cell',
])

const skipped = new Set([
  ...contents,
  'table:covered-table-cell',
  'table:title',
  'table:desc',
  'text:note-citation',
  'text:number',
  // The small print above a word in East Asian texts repeats it.
  'text:ruby-text',
  'text:script',
  'office:change-info',
  'office:forms',
  'office:binary-data',
  'svg:title',
  'svg:desc',
])

const embedded = new Set([
  'draw:object',
  'draw:object-ole',
  'draw:plugin',
  'draw:applet',
  'draw:floating-frame',
])

/** Whether an element is passed over with all it holds. */
export function isSkipped(state: State, element: XmlElement): boolean {
  const {name} = element
  if (embedded.has(name) || name === 'draw:image') {
    countDrawn(state, name)
    return true
  }
  if (name === 'text:note') return isAway(state)
  if (name === 'style:header' || name.startsWith('style:header-')) return isOff(element)
  if (name === 'style:footer' || name.startsWith('style:footer-')) return isOff(element)
  return skipped.has(name) || (hidden.has(name) && isHidden(element))
}

const isOff = (element: XmlElement) => attributeOf(element, 'style:display') === 'false'

function isHidden(element: XmlElement): boolean {
  const display = attributeOf(element, 'text:display')
  const isHiddenNow = attributeOf(element, 'text:is-hidden') === 'true'
  if (element.name === 'text:hidden-text') return isHiddenNow
  return display === 'none' || (display === 'condition' && isHiddenNow)
}

/** A frame holds one thing, at times in several versions: an object, and a picture of it. */
function countDrawn({frames, omissions}: State, name: string): void {
  const isCounted = frames.at(-1) ?? false
  if (isCounted) return
  if (frames.length > 0) frames[frames.length - 1] = true
  if (name === 'draw:image') omissions.images++
  else omissions.embeddedObjects++
}
