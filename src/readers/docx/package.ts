import {files} from '../../core/catalogue/files.ts'
import {limits} from '../../core/limits.ts'
import {attributeOf, decodeXml, walkXml, type XmlPart} from '../package/xml.ts'
import {openZip, type Zip} from '../package/zip.ts'
import {refuse} from '../refuse.ts'

/** What the main document says belongs to it. */
type RelatedType =
  | 'styles'
  | 'numbering'
  | 'footnotes'
  | 'endnotes'
  | 'comments'
  | 'header'
  | 'footer'

export interface Package {
  readonly main: XmlPart
  /** The parts of a type that are really there, each once, in the order they are listed. */
  readonly related: (type: RelatedType) => XmlPart[]
}

/** Open a .docx without reading more than its main document. `name` is the file's, for errors. */
export function openPackage(bytes: Uint8Array, name: string): Package {
  refuseOtherFiles(bytes, name)
  const zip = openZip(bytes, name)
  const [mainPath] = targets(readRelationships(zip, '', name), 'officeDocument')
  const main = mainPath === undefined ? undefined : readPart(zip, mainPath, name)
  if (!main) return refuse(name, files.notDocx)
  const relationships = readRelationships(zip, main.part, name)
  const related = (type: RelatedType) =>
    targets(relationships, type).flatMap((part) => readPart(zip, part, name) ?? [])
  return {main, related}
}

export function refuseOtherFiles(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) refuse(name, files.empty)
  if (bytes.length > limits.maxFileBytes)
    refuse(name, files.tooLarge(limits.maxFileBytes / 1024 ** 2))
  // Word wraps a document with a password in the same container as a .doc.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) refuse(name, files.oldWord)
  if (!startsWith(bytes, [0x50, 0x4b])) refuse(name, files.notDocx)
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte)

function readPart(zip: Zip, part: string, file: string): XmlPart | undefined {
  const bytes = zip.read(part)
  return bytes && {file, part, xml: decodeXml(bytes, file, part)}
}

interface Relationship {
  readonly type: string
  readonly target: string
}

const targets = (relationships: readonly Relationship[], type: string): string[] => [
  ...new Set(relationships.filter((each) => each.type === type).map(({target}) => target)),
]

// Ordinary and strict Open XML. Other vendors' relationships may end in the same words.
export const relationshipType =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships\/(\w+)$/

/** The relationships of a part, or of the package itself where `source` is empty. */
function readRelationships(zip: Zip, source: string, file: string): Relationship[] {
  const folder = source.slice(0, source.lastIndexOf('/') + 1)
  const part = readPart(zip, `${folder}_rels/${source.slice(folder.length)}.rels`, file)
  const relationships: Relationship[] = []
  if (!part) return relationships
  walkXml(part, {
    open(element) {
      if (element.name !== 'rel:Relationship') return
      const type = relationshipType.exec(attributeOf(element, 'Type') ?? '')?.[1]
      const target = attributeOf(element, 'Target')
      const isInside = attributeOf(element, 'TargetMode') !== 'External'
      if (type && target && isInside)
        relationships.push({type, target: resolveTarget(folder, target)})
    },
  })
  return relationships
}

/** "word/" and "../media/a.png" give "media/a.png"; a leading slash means the package's root. */
export function resolveTarget(folder: string, target: string): string {
  const path: string[] = []
  const full = target.startsWith('/') ? target : `${folder}${target}`
  for (const step of full.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
