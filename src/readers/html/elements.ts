import type {NoteReference} from '../package/layout.ts'
import type {HtmlElement} from './parse.ts'

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** They begin and end a paragraph. */
export const blockElements = setOf(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing ' +
    'main menu nav ol p plaintext pre search section summary table tbody td textarea tfoot th thead ' +
    'tr ul xmp',
)

/** They hold nothing that a reader sees; the small print above a word in East Asian texts repeats it. */
export const unseenElements = setOf(
  'area base basefont bgsound col colgroup datalist head link meta noembed noframes param rp rt ' +
    'script source style template title track',
)

export const imageElements = setOf('img image svg')

export const embeddedElements = setOf(
  'applet audio canvas embed frame iframe math object select video',
)

/** White space in them stands as it is written. */
export const preformatted = setOf('listing plaintext pre textarea xmp')

export const deletedElements = setOf('del s strike')

export const attributeOf = ({attrs}: HtmlElement, name: string): string | undefined =>
  attrs.find((attribute) => attribute.name === name)?.value

/** Whether its style attribute gives `property` this value; Word keeps its own under "mso-". */
export function hasStyle(element: HtmlElement, property: string, value: RegExp): boolean {
  const style = attributeOf(element, 'style')
  if (style?.includes(property) !== true) return false
  return style.split(';').some((declaration) => {
    const [name = '', ...rest] = declaration.split(':')
    return name.trim().toLowerCase() === property && value.test(rest.join(':').trim())
  })
}

/** Not shown on the page, or not to everybody. */
export const isHidden = (element: HtmlElement): boolean =>
  attributeOf(element, 'hidden') !== undefined ||
  attributeOf(element, 'aria-hidden') === 'true' ||
  hasStyle(element, 'display', /^none\b/i) ||
  hasStyle(element, 'visibility', /^(?:hidden|collapse)\b/i)

/** A list of the headings, by the names that Word, LibreOffice and pandoc give it. */
export const isContents = (element: HtmlElement): boolean =>
  element.tagName === 'nav' ||
  /^Table of Contents/i.test(attributeOf(element, 'id') ?? '') ||
  /\bMsoToc\d/.test(attributeOf(element, 'class') ?? '')

/** The headers and footers that a word processor prints on every page. */
export function marginOf(element: HtmlElement): 'header' | 'footer' | undefined {
  const title = attributeOf(element, 'title')
  if (element.tagName === 'div' && (title === 'header' || title === 'footer')) return title
  if (hasStyle(element, 'mso-element', /^header$/)) return 'header'
  return hasStyle(element, 'mso-element', /^footer$/) ? 'footer' : undefined
}

/** The text of Word's comments, which stands at the end of the page, or what leads there. */
export const isComment = (element: HtmlElement): boolean =>
  hasStyle(element, 'mso-element', /^comment-list$/)

export const isCommentMark = (element: HtmlElement): boolean =>
  /\b(?:msocomanchor|MsoCommentReference)\b/.test(attributeOf(element, 'class') ?? '')

const noteIds = /^(?:(sdfoot|ft|f)|(?:sdend|ed))n(?:ote)?:?(\d{1,6})$/

/** A note at the end of the page, by the ids that LibreOffice, Word and pandoc give it. */
export const noteOf = (element: HtmlElement): NoteReference | undefined =>
  noteFrom(attributeOf(element, 'id') ?? '')

const noteMarks = /^#_?(\w+?:?\d{1,6})(?:sym)?$/

/** The mark in the text that leads to a note. */
export const referenceOf = (element: HtmlElement): NoteReference | undefined =>
  noteFrom(noteMarks.exec(attributeOf(element, 'href') ?? '')?.[1] ?? '')

function noteFrom(id: string): NoteReference | undefined {
  const [found, foot, number] = noteIds.exec(id) ?? []
  if (found === undefined || number === undefined) return undefined
  return {kind: foot === undefined ? 'endnote' : 'footnote', id: number}
}

/** The mark at a note that leads back into the text. */
export const isWayBack = (element: HtmlElement): boolean =>
  /^#_?(?:sd(?:foot|end)note\d+anc|(?:ftn|edn|fn)ref:?\d+)$/.test(
    attributeOf(element, 'href') ?? '',
  )
