import {attributeOf, type XmlElement} from '../../readers/package/xml.ts'
import {elementsIn, withoutThem} from '../package/elements.ts'
import {escapeAttribute} from '../package/escape.ts'
import type {Part} from '../package/parts.ts'
import {appendTo, rawPrefixOf, rootOf} from '../package/root.ts'
import type {Edit} from '../splice.ts'

export const contentTypesName = '[Content_Types].xml'

/** Says of new parts what they are, where the file does not say so already. `types` by the name of the part. */
export function addContentTypes(part: Part, types: ReadonlyMap<string, string>): readonly Edit[] {
  const {overridden, extensions} = readTypes(part)
  const root = rootOf(part)
  const prefix = rawPrefixOf(root.rawName)
  const defaults = extensions.has('rels')
    ? ''
    : `<${prefix}Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
  const overrides = [...types]
    .filter(([name]) => !overridden.has(name.toLowerCase()))
    .map(
      ([name, type]) =>
        `<${prefix}Override PartName="/${escapeAttribute(name)}" ContentType="${type}"/>`,
    )
  const added = defaults + overrides.join('')
  return added === '' ? [] : [appendTo(root, added)]
}

/** Takes out what is said of parts that go. */
export function removeContentTypes(part: Part, names: readonly string[]): readonly Edit[] {
  const gone = new Set(names.map((name) => name.toLowerCase()))
  return withoutThem(elementsIn(part, (element) => gone.has(partNameOf(element) ?? '')))
}

function readTypes(part: Part) {
  const types = elementsIn(part, (_, path) => path.length === 2)
  const extensions = types.flatMap(({element}) => attributeOf(element, 'Extension') ?? [])
  return {
    overridden: new Set(types.map(({element}) => partNameOf(element))),
    extensions: new Set(extensions.map((extension) => extension.toLowerCase())),
  }
}

const partNameOf = (element: XmlElement) =>
  attributeOf(element, 'PartName')?.replace(/^\//, '').toLowerCase()
