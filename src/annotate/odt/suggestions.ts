import {en} from '../../core/catalogue/en.ts'
import {signComment} from '../../core/own-comment.ts'
import type {Range} from '../../core/types.ts'
import {decodeText} from '../../readers/package/decode.ts'
import {walkXml, type XmlElement, type XmlPart, type XmlText} from '../../readers/package/xml.ts'
import type {CommentDraft} from '../comment-text.ts'
import {escapeText} from '../package/escape.ts'
import {appendTo, toRoot} from '../package/root.ts'
import type {Edit} from '../splice.ts'
import {type Markup, regionXml, type Signing} from './markup.ts'
import type {Survey} from './survey.ts'

/** A wording that would fit; the range counts in content.xml. */
export interface Wanted extends Range {
  readonly draft: CommentDraft
  readonly replacement: string
  /** What is read at the range. */
  readonly words: string
}

/** A tracked change that can be made. */
export interface Suggestion extends Wanted {
  /** The tags of the spans around the words, outermost first. */
  readonly spans: readonly string[]
}

interface Walk {
  readonly part: XmlPart
  /** In order. */
  readonly wanted: readonly Wanted[]
  readonly found: Suggestion[]
  readonly spans: string[]
  next: number
  /** Links, and others' tracked changes, that are open. */
  obstacles: number
}

/** Those that can be made without touching anything else: each in one stretch of text, none over another. */
export function possible(part: XmlPart, wanted: readonly Wanted[]): readonly Suggestion[] {
  const sorted = wanted.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const walk: Walk = {part, wanted: sorted, found: [], spans: [], next: 0, obstacles: 0}
  if (wanted.length === 0) return []
  walkXml(part, {
    open: (element) => openElement(walk, element),
    close(name) {
      if (name === 'text:span') walk.spans.pop()
      if (name === 'text:a') walk.obstacles--
    },
    text: (text) => findIn(walk, text),
  })
  return walk.found
}

function openElement(walk: Walk, {name, start, end}: XmlElement): void {
  if (name === 'text:span') walk.spans.push(walk.part.xml.slice(start, end))
  if (name === 'text:a' || name === 'text:change-start') walk.obstacles++
  if (name === 'text:change-end') walk.obstacles = Math.max(0, walk.obstacles - 1)
}

function findIn(walk: Walk, text: XmlText): void {
  const {part, wanted, found, spans, obstacles} = walk
  for (let one = wanted[walk.next]; one && one.start < text.end; one = wanted[++walk.next]) {
    const isWhole = one.start >= text.start && one.end <= text.end && !text.isCdata
    const isFree = obstacles === 0 && one.start >= (found.at(-1)?.end ?? 0)
    if (isWhole && isFree && textOf(part, one) === one.words)
      found.push({...one, spans: [...spans]})
  }
}

const textOf = ({xml}: XmlPart, {start, end}: Range) =>
  decodeText(xml, [{start, end, isCdata: false}], true)
    .map(({text}) => text)
    .join('')

/** What stands in the comment of each of our tracked changes; a later run knows them by it. */
function linesOf(ruleId: string, replacement: string): readonly string[] {
  const offer = offerOf(replacement)
  return [offer, signComment(ruleId, offer)]
}

export const offerOf = (replacement: string): string => `${en.reporting.replacement} ${replacement}`

/** The edits that make the changes, and that keep what they took out. */
export function suggestionEdits(
  {part, changes}: Survey,
  markup: Markup,
  suggestions: readonly Suggestion[],
  signing: Signing,
): readonly Edit[] {
  if (suggestions.length === 0) return []
  const nextId = freeIds(part.xml)
  const regions: string[] = []
  const edits = suggestions.map(({draft, start, end, replacement, spans}): Edit => {
    const [deletion, insertion] = [nextId(), nextId()]
    const lines = linesOf(draft.finding.ruleId, replacement)
    const closing = spans.map(() => `</${markup.text}:span>`).join('')
    const deleted = `${spans.join('')}${part.xml.slice(start, end)}${closing}`
    regions.push(regionXml(markup, {id: insertion, kind: 'insertion', lines, deleted: ''}, signing))
    regions.push(regionXml(markup, {id: deletion, kind: 'deletion', lines, deleted}, signing))
    const mark = (name: string, id: string) =>
      `<${markup.text}:${name} ${markup.text}:change-id="${id}"/>`
    const words = `${mark('change-start', insertion)}${escapeText(replacement)}${mark('change-end', insertion)}`
    return {at: start, to: end, text: mark('change', deletion) + words}
  })
  return [...edits, keep(part, changes, markup, regions.join(''))]
}

function keep(
  {xml}: XmlPart,
  {element, end = 0, home}: Survey['changes'],
  {text}: Markup,
  regions: string,
): Edit {
  if (element) return appendTo(toRoot(xml, element, end), regions)
  // The file does not ask its program to track what is written next.
  const open = `<${text}:tracked-changes ${text}:track-changes="false">`
  return {at: home, text: `${open}${regions}</${text}:tracked-changes>`}
}

/** Whatever the quotation marks around the file's own. */
function freeIds(xml: string): () => string {
  const taken = new Set(Array.from(xml.matchAll(/["'](change-\d+)["']/g), ([, id]) => id))
  let number = 0
  return () => {
    do number++
    while (taken.has(`change-${number}`))
    return `change-${number}`
  }
}
