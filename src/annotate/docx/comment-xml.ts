import type {AnnotateOptions} from '../annotation.ts'
import type {CommentLine} from '../comment-text.ts'
import {escapeAttribute, escapeText} from '../package/escape.ts'
import type {Markup} from './markup.ts'

export type Signing = Pick<AnnotateOptions, 'author' | 'initials' | 'date'>

/** One `w:comment`, a paragraph to a line. */
export function commentXml(
  markup: Markup,
  id: number,
  lines: readonly CommentLine[],
  {initials, ...signing}: Signing,
): string {
  const {prefix: w, declaration} = markup
  const paragraphs = lines.map(({label, text}) => {
    const labelled = label === undefined ? '' : runXml(w, `${label} `, `<${w}b/>`)
    return `<${w}p>${labelled}${runXml(w, text)}</${w}p>`
  })
  const own = `${signedXml(markup, id, signing)} ${w}initials="${escapeAttribute(initials)}"`
  return `<${w}comment${declaration} ${own}>${paragraphs.join('')}</${w}comment>`
}

function runXml(w: string, text: string, properties = ''): string {
  const own = properties === '' ? '' : `<${w}rPr>${properties}</${w}rPr>`
  return `<${w}r>${own}<${w}t xml:space="preserve">${escapeText(text)}</${w}t></${w}r>`
}

/** Id, author and date, as comments and tracked changes have them. */
const signedXml = (
  {prefix: w}: Markup,
  id: number,
  {author, date}: Omit<Signing, 'initials'>,
): string =>
  `${w}id="${id}" ${w}author="${escapeAttribute(author)}"${date === undefined ? '' : ` ${w}date="${escapeAttribute(date)}"`}`

/** What stands before, and after, the words that a comment is about. */
export const anchorXml = ({prefix: w, declaration}: Markup, id: number) => ({
  start: `<${w}commentRangeStart${declaration} ${w}id="${id}"/>`,
  end: `<${w}commentRangeEnd${declaration} ${w}id="${id}"/><${w}r${declaration}><${w}commentReference ${w}id="${id}"/></${w}r>`,
})

/** Opens a tracked change; `name` is "ins" or "del". */
export const changeXml = (
  markup: Markup,
  name: 'ins' | 'del',
  id: number,
  signing: Omit<Signing, 'initials'>,
) => ({
  open: `<${markup.prefix}${name}${markup.declaration} ${signedXml(markup, id, signing)}>`,
  close: `</${markup.prefix}${name}>`,
})

/** Words put in by a tracked change, formatted as the run they stand for. */
export const insertedXml = ({prefix: w}: Markup, text: string, properties: string): string =>
  `<${w}r>${properties}<${w}t xml:space="preserve">${escapeText(text)}</${w}t></${w}r>`
