import {escapeAttribute, escapeText} from '../package/escape.ts'
import type {Root} from '../package/root.ts'

const openDocument = 'urn:oasis:names:tc:opendocument:xmlns'

const namespaces = {
  office: `${openDocument}:office:1.0`,
  text: `${openDocument}:text:1.0`,
  meta: `${openDocument}:meta:1.0`,
  dc: 'http://purl.org/dc/elements/1.1/',
} as const

type Namespace = keyof typeof namespaces

/** How new elements are named in a part, whatever its prefixes, and what they have to declare. */
export type Markup = Readonly<Record<Namespace, string>> & {
  readonly declare: (...used: readonly Namespace[]) => string
}

export function markupOf(xml: string, {element}: Pick<Root, 'element'>): Markup {
  const bound = (key: Namespace): string | undefined =>
    Object.values(element.attributes).find(
      ({prefix, local, value}) =>
        prefix === 'xmlns' &&
        value === namespaces[key] &&
        // The file may give the prefix another meaning further in.
        !xml.includes(`xmlns:${local}`, element.end),
    )?.local
  const declare = (...used: readonly Namespace[]) =>
    used
      .filter((key) => bound(key) === undefined)
      .map((key) => ` xmlns:${key}="${namespaces[key]}"`)
      .join('')
  const prefixOf = (key: Namespace) => bound(key) ?? key
  return {
    office: prefixOf('office'),
    text: prefixOf('text'),
    meta: prefixOf('meta'),
    dc: prefixOf('dc'),
    declare,
  }
}

/** Whose comments they are. `date` is an ISO instant. */
export interface Signing {
  readonly author: string
  readonly initials: string
  readonly date?: string | undefined
}

/** An annotation; the words it is about end at `endXml` of the same name, where there is one. */
export function annotationXml(
  markup: Markup,
  name: string | undefined,
  lines: readonly string[],
  {author, initials, date}: Signing,
): string {
  const {office, text, meta, dc} = markup
  const named = name === undefined ? '' : ` ${office}:name="${escapeAttribute(name)}"`
  const declared = markup.declare('office', 'text', 'meta', 'dc')
  const head = [
    `<${dc}:creator>${escapeText(author)}</${dc}:creator>`,
    date === undefined ? '' : `<${dc}:date>${escapeText(date)}</${dc}:date>`,
    `<${meta}:creator-initials>${escapeText(initials)}</${meta}:creator-initials>`,
  ].join('')
  const paragraphs = lines.map((line) => `<${text}:p>${escapeText(line)}</${text}:p>`).join('')
  return `<${office}:annotation${declared}${named}>${head}${paragraphs}</${office}:annotation>`
}

export const endXml = ({office, declare}: Markup, name: string): string =>
  `<${office}:annotation-end${declare('office')} ${office}:name="${escapeAttribute(name)}"/>`

/** A tracked change: what it is, and what is said of it. A deletion holds what it took out. */
export interface ChangeRegion {
  readonly id: string
  readonly kind: 'insertion' | 'deletion'
  /** A line for each paragraph of its comment. */
  readonly lines: readonly string[]
  /** XML; empty for an insertion. */
  readonly deleted: string
}

export function regionXml(
  {office, text, dc, declare}: Markup,
  {id, kind, lines, deleted}: ChangeRegion,
  {author, date}: Pick<Signing, 'author' | 'date'>,
): string {
  const info = [
    `<${dc}:creator>${escapeText(author)}</${dc}:creator>`,
    date === undefined ? '' : `<${dc}:date>${escapeText(date)}</${dc}:date>`,
    ...lines.map((line) => `<${text}:p>${escapeText(line)}</${text}:p>`),
  ].join('')
  const held = deleted === '' ? '' : `<${text}:p>${deleted}</${text}:p>`
  return `<${text}:changed-region${declare('office', 'dc')} xml:id="${id}" ${text}:id="${id}"><${text}:${kind}><${office}:change-info>${info}</${office}:change-info>${held}</${text}:${kind}></${text}:changed-region>`
}
