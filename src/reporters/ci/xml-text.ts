import type {Element} from 'xast'
import {toXml} from 'xast-util-to-xml'

/** An element on a line of its own. */
export const toText = (element: Element): string =>
  `${toXml(element, {closeEmptyElements: true, tightClose: true})}\n`
