import {utf8ToBytes} from '@noble/hashes/utils.js'
import {rangeAt} from '../../core/ranges.ts'
import type {Finding, SourceDocument} from '../../core/types.ts'
import type {Annotated, AnnotateOptions} from '../annotation.ts'
import {type CommentDraft, draftComments, textOfLine} from '../comment-text.ts'
import {writeRecorded} from '../package/parts.ts'
import {replacementOf} from '../replacement.ts'
import type {Edit} from '../splice.ts'
import {annotationXml, endXml, type Markup, markupOf} from './markup.ts'
import {isProtected, isSigned, openOdtFile} from './odt-file.ts'
import {freeRecordName, listInManifest, manifestOf} from './record-part.ts'
import {type Anchor, anchorFinder, type Spot} from './spots.ts'
import {possible, type Suggestion, suggestionEdits, type Wanted} from './suggestions.ts'
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
  const markup = markupOf(file.content.xml, found.root)
  // Tags of spans are written again elsewhere, so they have to mean the same there.
  const canSuggest = options.suggest === true && markup.declare('text') === ''
  const wanted = canSuggest ? placed.flatMap((one) => toWanted(one, document)) : []
  const suggestions = possible(file.content, wanted)
  const facts = {
    comments: placed.length,
    suggestions: suggestions.length,
    leftOut: drafts.length - placed.length,
    isForWordAlone: false,
    isSigned: isSigned(file),
    isProtected: isProtected(file),
  }
  if (placed.length === 0) return {...facts, bytes}
  const nextName = freeNames(found.names)
  const edits = new Map<string, readonly Edit[]>([
    [
      file.content.part,
      [
        ...placed.flatMap(({draft, anchor}) =>
          editsOf(markup, nextName(), draft, widened(anchor, suggestions), options),
        ),
        ...suggestionEdits(found, markup, suggestions, options),
      ],
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

interface Placed {
  readonly draft: CommentDraft
  readonly anchor: Anchor
}

function toWanted({draft, anchor}: Placed, {text}: SourceDocument): Wanted[] {
  const words = text.slice(draft.range.start, draft.range.end)
  const replacement = replacementOf(draft, words)
  if (anchor.kind === 'point' || replacement === undefined) return []
  return [{draft, replacement, words, start: anchor.start.at, end: anchor.end.at}]
}

/** What a suggestion takes out goes elsewhere as a whole, so comments begin before it and end after. */
function widened(anchor: Anchor, suggestions: readonly Suggestion[]): Anchor {
  if (anchor.kind === 'point') return anchor
  const {start, end} = anchor
  const first = rangeAt(suggestions, start.at)
  const last = rangeAt(suggestions, end.at - 1)
  return {
    kind: 'words',
    start: first ? {...start, at: first.start} : start,
    end: last ? {...end, at: last.end} : end,
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
