import {en} from '../../core/catalogue/en.ts'
import {ownershipOf} from '../../core/own-comment.ts'
import type {Cleaned} from '../annotation.ts'
import {elementsIn, withoutThem} from '../package/elements.ts'
import {type Part, writeEdited} from '../package/parts.ts'
import {writeZip} from '../package/write-zip.ts'
import {readRecord, recordNamespace, restore} from '../record.ts'
import type {Edit} from '../splice.ts'
import {type Comment, identifiersOf, readComments} from './comments-part.ts'
import {contentTypesName, removeContentTypes} from './content-types.ts'
import {readRelationships} from './relationships.ts'
import {removeMarks} from './remove-marks.ts'
import {openWordFile, type WordFile} from './word-file.ts'

/**
 * A Word document without our comments. As it was before them, byte for byte in every part, where
 * nobody has saved it since; else without what is ours, and with all that others have written.
 * @param author whose tracked changes, within our comments, are ours
 * @throws {ReadError} for bytes that are no Word document
 */
export function cleanDocx(bytes: Uint8Array, name: string, author: string): Cleaned {
  const file = openWordFile(bytes, name)
  const sorted = sortComments(file)
  const {own, kept} = sorted
  const records = recordsIn(file)
  for (const {part, record} of records) {
    const restored = restore(record, file.parts.zip.read, name)
    // A record that takes the report itself away is none of ours.
    if (!restored || (restored.has(file.main.part) && !restored.get(file.main.part))) continue
    const before = writeZip(file.parts.zip, new Map(restored).set(part, undefined))
    // Who annotates twice leaves two records.
    const rest = records.length > 1 ? cleanDocx(before, name, author) : undefined
    return {bytes: rest?.bytes ?? before, removed: own.length, kept, isExact: rest?.isExact ?? true}
  }
  const isUntouched = own.length === 0 && records.length === 0
  if (isUntouched) return {bytes, removed: 0, kept, isExact: kept === 0}
  const names = records.map(({part}) => part)
  const clean = removeOwn(file, sorted, names, author)
  return {bytes: clean, removed: own.length, kept, isExact: false}
}

interface Owned {
  readonly part: Part
  readonly comment: Comment
}

interface Sorted {
  readonly own: readonly Owned[]
  /** Ids of all that stay. */
  readonly otherIds: ReadonlySet<string>
  /** How many of ours somebody has made their own. */
  readonly kept: number
}

function sortComments(file: WordFile): Sorted {
  const answered = answeredParagraphs(file)
  const own: Owned[] = []
  const otherIds = new Set<string>()
  let kept = 0
  for (const part of file.related('comments')) {
    for (const comment of readComments(part).comments) {
      const ownership = ownershipOf(comment.text)
      const isAnswered = comment.paragraphIds.some((id) => answered.has(id))
      if (ownership === 'own' && !isAnswered) own.push({part, comment})
      else otherIds.add(comment.id)
      if (ownership === 'changed' || (ownership === 'own' && isAnswered)) kept++
    }
  }
  return {own, otherIds, kept}
}

const microsoft = {
  extended: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
  ids: 'http://schemas.microsoft.com/office/2016/09/relationships/commentsIds',
  extensible: 'http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible',
} as const

/** Of the comments that somebody replied to. */
function answeredParagraphs({related}: WordFile): ReadonlySet<string> {
  const replies = related(microsoft.extended).flatMap((part) =>
    elementsIn(part, (_, path) => path.length === 2),
  )
  return new Set(replies.flatMap(({element}) => identifiersOf(element, 'paraIdParent')))
}

/** Others keep XML of their own in such parts, which need not be looked at. */
function recordsIn(file: WordFile) {
  const targets = file.relationships.inside.filter(({type}) => type === 'customXml')
  return [...new Set(targets.map(({target}) => target))].flatMap((part) => {
    const opened = isRecordLike(file.parts.zip.read(part)) ? file.parts.open(part) : undefined
    const record = opened && readRecord(opened)
    return record ? [{part, record}] : []
  })
}

const isRecordLike = (bytes: Uint8Array = new Uint8Array()) =>
  new TextDecoder().decode(bytes.subarray(0, 1000)).includes(recordNamespace)

function removeOwn(
  file: WordFile,
  {own, otherIds}: Sorted,
  records: readonly string[],
  author: string,
): Uint8Array {
  // A file may give two comments the same id.
  const comments = own.map(({comment}) => comment).filter(({id}) => !otherIds.has(id))
  const offering = comments.filter(({text}) => text.includes(en.reporting.replacement))
  const idsOf = (some: readonly Comment[]) => new Set(some.map(({id}) => id))
  const ours = {ids: idsOf(comments), offering: idsOf(offering), author}
  const all: (readonly [string, readonly Edit[]])[] = [
    [file.main.part, removeMarks(file.main, ours)],
    ...file
      .related('comments')
      .map((part) => [part.part, withoutThem(commentsIn(own, part))] as const),
    ...removeCompanions(file, own),
  ]
  const {removed, edits: more} = removeRecords(file, records)
  const edits = new Map<string, readonly Edit[]>()
  // A file that calls one part two things is taken at its first word.
  for (const [part, partEdits] of [...all, ...more]) {
    if (!edits.has(part) && partEdits.length > 0) edits.set(part, partEdits)
  }
  return writeEdited(file.parts, {edits, added: new Map(), removed})
}

const commentsIn = (own: readonly Owned[], {part}: Part) =>
  own.flatMap((one) => (one.part.part === part ? [one.comment] : []))

/** What newer programs keep beside each comment, in parts of its own. */
function removeCompanions(file: WordFile, own: readonly Owned[]) {
  const paragraphs = new Set(own.flatMap(({comment}) => comment.paragraphIds))
  const ofOwn = (part: Part) =>
    elementsIn(
      part,
      (element, path) =>
        path.length === 2 && identifiersOf(element, 'paraId').some((id) => paragraphs.has(id)),
    )
  const found = [...file.related(microsoft.extended), ...file.related(microsoft.ids)].map(
    (part) => ({part, elements: ofOwn(part)}),
  )
  const durable = new Set(
    found.flatMap(({elements}) =>
      elements.flatMap(({element}) => identifiersOf(element, 'durableId')),
    ),
  )
  const dated = file.related(microsoft.extensible).map((part) => ({
    part,
    elements: elementsIn(part, (element) =>
      identifiersOf(element, 'durableId').some((id) => durable.has(id)),
    ),
  }))
  return [...found, ...dated].map(({part, elements}): [string, Edit[]] => [
    part.part,
    withoutThem(elements),
  ])
}

/** The parts of the records, and whatever leads to them. */
function removeRecords(file: WordFile, records: readonly string[]) {
  const edits = new Map<string, readonly Edit[]>()
  const removed = records.flatMap((record) => {
    const {name, inside, part} = readRelationships(file.parts, record)
    const properties = inside.filter(
      ({type, target}) => type === 'customXmlProps' && /\bitemProps\d*\.xml$/i.test(target),
    )
    return [record, ...properties.map(({target}) => target), ...(part ? [name] : [])]
  })
  const {name, inside} = file.relationships
  const gone = inside.filter(({target}) => records.includes(target))
  edits.set(name, withoutThem(gone))
  const types = file.parts.open(contentTypesName)
  if (types) edits.set(contentTypesName, removeContentTypes(types, removed))
  return {removed, edits}
}
