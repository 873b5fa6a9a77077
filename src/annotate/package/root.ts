import {walkXml, type XmlElement, type XmlPart} from '../../readers/package/xml.ts'
import type {Edit} from '../splice.ts'

/** The outermost element of a part, and where its content ends. */
export interface Root {
  readonly element: XmlElement
  /** As the file writes it: "w:comments", "Types". */
  readonly rawName: string
  /** Of the closing tag; undefined where the element is one tag, and so empty. */
  readonly closeStart: number | undefined
}

/** The name in a tag as the file writes it, with the file's own prefix. */
export const rawNameOf = (xml: string, {start, end}: {start: number; end: number}): string =>
  /^<([^\s/>]+)/.exec(xml.slice(start, end))?.[1] ?? ''

/** "w:" of "w:comments"; empty where the file uses none. */
export const rawPrefixOf = (rawName: string): string => rawName.slice(0, rawName.indexOf(':') + 1)

/** Where a tag that closes an element begins, given where it ends. */
export const closingStart = (xml: string, end: number): number => xml.lastIndexOf('<', end - 1)

/** @throws {ReadError} for a part that is not well formed */
export function rootOf(part: XmlPart): Root {
  let element: XmlElement | undefined
  let end = 0
  walkXml(part, {
    open(opened, path) {
      if (path.length === 1) element = opened
    },
    close(_, path, closed) {
      if (path.length === 1) end = closed
    },
  })
  // What has no element at all is not well formed.
  const root = element ?? {name: '', attributes: {}, start: 0, end: 0}
  return toRoot(part.xml, root, end)
}

export const toRoot = (xml: string, element: XmlElement, end: number): Root => ({
  element,
  rawName: rawNameOf(xml, element),
  closeStart: end > element.end ? closingStart(xml, end) : undefined,
})

/** Puts more content after all that an outermost element holds. */
export function appendTo({element, rawName, closeStart}: Root, content: string): Edit {
  if (closeStart !== undefined) return {at: closeStart, text: content}
  const at = element.end - '/>'.length
  return {at, to: element.end, text: `>${content}</${rawName}>`}
}
