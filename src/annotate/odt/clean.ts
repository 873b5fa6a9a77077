import {ownershipOf} from '../../core/own-comment.ts'
import {near} from '../../core/ranges.ts'
import type {Range} from '../../core/types.ts'
import {decodeText} from '../../readers/package/decode.ts'
import {attributeOf, walkXml, type XmlElement} from '../../readers/package/xml.ts'
import type {Cleaned} from '../annotation.ts'
import {elementsIn, withoutThem} from '../package/elements.ts'
import {type Part, writeEdited} from '../package/parts.ts'
import {writeZip} from '../package/write-zip.ts'
import {restore} from '../record.ts'
import type {Edit} from '../splice.ts'
import {openOdtFile} from './odt-file.ts'
import {manifestOf, recordsIn, unlistInManifest} from './record-part.ts'
import {removeChanges} from './remove-changes.ts'

/**
 * An OpenDocument text without our comments. As it was before them, byte for byte in every part,
 * where nobody has saved it since; else without what is ours, and with all that others have written.
 * @throws {ReadError} for bytes that are no such text
 */
export function cleanOdt(bytes: Uint8Array, name: string): Cleaned {
  const file = openOdtFile(bytes, name)
  const parts = ['content.xml', 'styles.xml'].flatMap((part) => file.parts.open(part) ?? [])
  const found = parts.map((part) => ({part, ...sortComments(part), changes: removeChanges(part)}))
  const removed = found.reduce((sum, {own}) => sum + own.length, 0)
  const kept = found.reduce((sum, one) => sum + one.kept + one.changes.kept, 0)
  const records = recordsIn(file)
  for (const record of records) {
    const restored = restore(record.record, file.parts.zip.read, name)
    if (!restored) continue
    const before = writeZip(file.parts.zip, new Map(restored).set(record.name, undefined))
    // Who annotates twice leaves two records.
    const rest = records.length > 1 ? cleanOdt(before, name) : undefined
    return {bytes: rest?.bytes ?? before, removed, kept, isExact: rest?.isExact ?? true}
  }
  const isUntouched = found.every(({own, changes}) => own.length + changes.edits.length === 0)
  if (isUntouched && records.length === 0) return {bytes, removed, kept, isExact: kept === 0}
  const edits = new Map<string, readonly Edit[]>(
    found.map(({part, own, ends, changes}) => [
      part.part,
      [...outside(changes.edits, [...own, ...ends]), ...changes.edits],
    ]),
  )
  const names = records.map((record) => record.name)
  const manifest = manifestOf(file)
  if (manifest) edits.set(manifest.part, unlistInManifest(manifest, names))
  const clean = writeEdited(file.parts, {edits, added: new Map(), removed: names})
  // A comment that stood in words that came back has come back with them.
  const isLeft = found.some(({own, ends, changes}) => {
    const all = [...own, ...ends]
    return outside(changes.edits, all).length < all.length
  })
  return {bytes: isLeft ? cleanOdt(clean, name).bytes : clean, removed, kept, isExact: false}
}

/** Takes out those that no edit takes out already. */
const outside = (edits: readonly Edit[], ranges: readonly Range[]) => {
  const {overlaps} = near(edits.map(({at, to = at}) => ({start: at, end: to})))
  return withoutThem(ranges.filter((range) => !overlaps(range)))
}

interface Comment {
  readonly start: number
  readonly end: number
  readonly name: string | undefined
  readonly text: string
  /** The comment that this one answers, by its name. */
  readonly answers: string | undefined
}

/** Our comments with the ends of their words, and how many of ours somebody has made their own. */
function sortComments(part: Part) {
  const comments = readComments(part)
  const answered = new Set(comments.map(({answers}) => answers))
  const own: Comment[] = []
  const others = new Set<string | undefined>()
  let kept = 0
  for (const comment of comments) {
    const ownership = ownershipOf(comment.text)
    const isAnswered = comment.name !== undefined && answered.has(comment.name)
    if (ownership === 'own' && !isAnswered) own.push(comment)
    else {
      others.add(comment.name)
      if (ownership !== 'other') kept++
    }
  }
  // A file may give two comments the same name.
  const names = new Set(own.flatMap(({name}) => (name === undefined ? [] : [name])))
  for (const name of others) if (name !== undefined) names.delete(name)
  const ends = elementsIn(
    part,
    (element) => element.name === 'office:annotation-end' && names.has(nameOf(element) ?? ''),
  )
  return {own, ends, kept}
}

const nameOf = (element: XmlElement) => attributeOf(element, 'office:name')

function readComments(part: Part): Comment[] {
  const comments: Comment[] = []
  let open: Omit<Comment, 'end' | 'text'> | undefined
  let text = ''
  walkXml(part, {
    open(element) {
      const {name, start} = element
      if (name === 'office:annotation') {
        open = {start, name: nameOf(element), answers: answeredBy(element)}
        text = ''
      } else if (name === 'text:s' || name === 'text:tab' || name === 'text:line-break') text += ' '
    },
    text(data, path) {
      if (!open || !path.at(-1)?.startsWith('text:')) return
      for (const piece of decodeText(part.xml, [data], true)) text += piece.text
    },
    close(name, _, end) {
      if (name === 'text:p') text += '\n'
      if (name !== 'office:annotation' || !open) return
      comments.push({...open, end, text})
      open = undefined
    },
  })
  return comments
}

/** Programs agree on the attribute's name, not on whose it is. */
const answeredBy = ({attributes}: XmlElement): string | undefined =>
  Object.values(attributes).find(({local}) => local === 'parent-name')?.value
