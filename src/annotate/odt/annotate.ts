import {utf8ToBytes} from '@noble/hashes/utils.js'
import type {Finding, SourceDocument} from '../../core/types.ts'
import type {Annotated, AnnotateOptions} from '../annotation.ts'
import {type CommentDraft, draftComments, textOfLine} from '../comment-text.ts'
import {writeRecorded} from '../package/parts.ts'
import type {Edit} from '../splice.ts'
import {annotationXml, endXml, type Markup, markupOf} from './markup.ts'
import {isProtected, isSigned, openOdtFile} from './odt-file.ts'
import {freeRecordName, listInManifest, manifestOf} from './record-part.ts'
import {type Anchor, anchorFinder, type Spot} from './spots.ts'
import {survey} from './survey.ts'

/** Many a report is saved for Word in the end, which opens no file with more. */
const mostComments = 32_767

/**
 * A copy of an OpenDocument text with the findings as comments.
 * @param document what the bytes were read as; its segments lead to the places
 * @throws {ReadError} for a file that cannot be written into
 */
export function annotateOdt(
  bytes: Uint8Array,
  document: SourceDocument,
  findings: readonly Finding[],
  options: AnnotateOptions,
): Annotated {
  const file = openOdtFile(bytes, document.name)
  const found = survey(file.content)
  const drafts = draftComments(findings)
  const room = Math.max(0, mostComments - found.annotationCount)
  const anchorOf = anchorFinder(found, document.segments)
  const placed = drafts.slice(0, room).flatMap((draft) => {
    const anchor = anchorOf(draft.range)
    return anchor ? [{draft, anchor}] : []
  })
  const facts = {
    comments: placed.length,
    suggestions: 0,
    leftOut: drafts.length - placed.length,
    isSigned: isSigned(file),
    isProtected: isProtected(file),
  }
  if (placed.length === 0) return {...facts, bytes}
  const markup = markupOf(file.content.xml, found.root)
  const nextName = freeNames(found.names)
  const edits = new Map<string, readonly Edit[]>([
    [
      file.content.part,
      placed.flatMap(({draft, anchor}) => editsOf(markup, nextName(), draft, anchor, options)),
    ],
  ])
  const recordName = freeRecordName(file)
  const manifest = manifestOf(file)
  if (manifest) edits.set(manifest.part, [listInManifest(manifest, recordName)])
  return {
    ...facts,
    bytes: writeRecorded(file.parts, {edits, added: new Map()}, recordName, utf8ToBytes),
  }
}

function freeNames(taken: ReadonlySet<string>): () => string {
  let number = 0
  return () => {
    do number++
    while (taken.has(`comment-${number}`))
    return `comment-${number}`
  }
}

/** At one place comments end before others begin. */
const ranks = {end: 0, point: 1, start: 2} as const

function editsOf(
  markup: Markup,
  name: string,
  draft: CommentDraft,
  anchor: Anchor,
  options: AnnotateOptions,
): Edit[] {
  const where = anchor.kind === 'words' ? 'here' : 'elsewhere'
  const lines = draft.lines(where).map(textOfLine)
  if (anchor.kind === 'point') {
    return [insert(anchor.spot, ranks.point, annotationXml(markup, undefined, lines, options))]
  }
  return [
    insert(anchor.start, ranks.start, annotationXml(markup, name, lines, options)),
    insert(anchor.end, ranks.end, endXml(markup, name)),
  ]
}

const insert = ({at, isInCdata}: Spot, rank: number, xml: string): Edit => ({
  at,
  rank,
  text: isInCdata ? `]]>${xml}<![CDATA[` : xml,
})
