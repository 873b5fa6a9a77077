import {attributeOf, type XmlElement} from '../package/xml.ts'

/** Whether an on/off property such as `<w:vanish/>` is on. */
export const isOn = (element: XmlElement): boolean =>
  !['0', 'false', 'off'].includes(attributeOf(element, 'w:val') ?? 'true')
