import type {Element} from 'xast'
import {toXml} from 'xast-util-to-xml'

/** An element on a line of its own. A build server that shows it would obey "##[". */
export const toText = (element: Element): string =>
  `${toXml(element, {closeEmptyElements: true, tightClose: true}).replace(/(?<=##(?:vso)?)\[/g, '&#x5B;')}\n`
