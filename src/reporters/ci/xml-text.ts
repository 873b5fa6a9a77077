import type {Element} from 'xast'
import {toXml} from 'xast-util-to-xml'

/** An element on a line of its own. */
export const toText = (element: Element): string =>
  `${withoutSigns(toXml(element, {closeEmptyElements: true, tightClose: true}))}\n`

/** XML allows no "]]>" in a text, and a build server that shows the file would obey "##[". */
const withoutSigns = (xml: string) =>
  xml.replaceAll(']]>', ']]&gt;').replace(/(?<=##(?:vso)?)\[/g, '&#x5B;')
