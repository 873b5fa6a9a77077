import {files} from '../../core/catalogue/files.ts'
import {refuseOtherFiles} from '../../readers/docx/package.ts'
import {attributeOf, walkXml} from '../../readers/package/xml.ts'
import {openZip} from '../../readers/package/zip.ts'
import {refuse} from '../../readers/refuse.ts'
import {openParts, type Part, type Parts} from '../package/parts.ts'
import {type Relationships, readRelationships} from './relationships.ts'

/** A Word document as a package. */
export interface WordFile {
  readonly name: string
  readonly parts: Parts
  readonly main: Part
  readonly relationships: Relationships
  /** Parts that the main document says are of a type: "comments", or a whole address. */
  readonly related: (type: string) => readonly Part[]
}

/** @throws {ReadError} for bytes that are no Word document */
export function openWordFile(bytes: Uint8Array, name: string): WordFile {
  refuseOtherFiles(bytes, name)
  const parts = openParts(openZip(bytes, name))
  const target = readRelationships(parts, '').inside.find(({type}) => type === 'officeDocument')
  const main = target && parts.open(target.target)
  if (!main) return refuse(name, files.notDocx)
  const relationships = readRelationships(parts, main.part)
  const related = (type: string) => {
    const targets = relationships.inside.filter((one) => one.type === type)
    return [...new Set(targets.map((one) => one.target))].flatMap((part) => parts.open(part) ?? [])
  }
  return {name, parts, main, relationships, related}
}

/** Whether programs are told to let nobody change the text. */
export function isProtected({related}: WordFile): boolean {
  let found = false
  for (const part of related('settings')) {
    walkXml(part, {
      open(element) {
        if (element.name !== 'w:documentProtection') return
        const enforcement = attributeOf(element, 'w:enforcement') ?? '0'
        found ||= ['1', 'true', 'on'].includes(enforcement)
      },
    })
  }
  return found
}

export const isSigned = ({parts}: WordFile): boolean =>
  parts.zip.entries.some(({name}) => /^_xmlsignatures\//i.test(name))
