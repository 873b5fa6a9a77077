import type {XmlElement} from '../../readers/package/xml.ts'
import {type Root, rawPrefixOf} from '../package/root.ts'

const ordinary = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

/** How new elements are named in a part, so that they are Word's whatever its prefixes. */
export interface Markup {
  /** "w:", never empty: attributes need one. */
  readonly prefix: string
  /** What each inserted element has to declare; mostly nothing. */
  readonly declaration: string
  readonly namespace: string
  readonly isStrict: boolean
}

export function markupOf(xml: string, {element, rawName}: Root): Markup {
  const own = rawPrefixOf(rawName).slice(0, -1)
  const namespace = boundTo(element, own) ?? ordinary
  const prefixes = Object.values(element.attributes).filter(
    ({prefix, value}) => prefix === 'xmlns' && value === namespace,
  )
  const prefix = prefixes.find(({local}) => local === own)?.local ?? prefixes[0]?.local
  const isStrict = namespace === strict
  // The file may give the prefix another meaning further in.
  const isSteady = prefix !== undefined && !xml.includes(`xmlns:${prefix}`, element.end)
  if (isSteady) return {prefix: `${prefix}:`, declaration: '', namespace, isStrict}
  return {prefix: 'w:', declaration: ` xmlns:w="${namespace}"`, namespace, isStrict}
}

const boundTo = ({attributes}: XmlElement, prefix: string): string | undefined =>
  attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`]?.value
