import {utf8ToBytes} from '@noble/hashes/utils.js'
import {rangeAt} from '../../core/ranges.ts'
import type {Finding, Range, SourceDocument} from '../../core/types.ts'
import {readStyles} from '../../readers/docx/styles.ts'
import type {Annotated, AnnotateOptions} from '../annotation.ts'
import {type CommentDraft, draftComments} from '../comment-text.ts'
import {writeRecorded} from '../package/parts.ts'
import {replacementOf} from '../replacement.ts'
import type {Edit} from '../splice.ts'
import {anchorXml, changeXml, insertedXml} from './comment-xml.ts'
import {freeIds} from './ids.ts'
import {gatherMarks, type Marks, ranks} from './marks.ts'
import {type Markup, markupOf} from './markup.ts'
import {type CommentsTarget, commentsTarget, newParts} from './new-parts.ts'
import {placesIn, type WordPlace} from './places.ts'
import {type Spot, spotAfter, spotBefore, widened} from './spots.ts'
import {possible, type Suggestion, type Wanted} from './suggestions.ts'
import {survey} from './survey.ts'
import type {Survey} from './survey-state.ts'
import {isProtected, isSigned, openWordFile, type WordFile} from './word-file.ts'

/** Word opens no file with more. */
const mostComments = 32_767

interface Placed {
  readonly draft: CommentDraft
  readonly place: WordPlace
}

/** A comment that has a place to stand. */
interface Anchored {
  readonly draft: CommentDraft
  readonly id: number
  readonly where: 'here' | 'elsewhere'
  /** Where its reference stands in the XML as it was. */
  readonly at: number
}

/**
 * A copy of a Word document with the findings as comments.
 * @param document what the bytes were read as; its segments lead to the places
 * @throws {ReadError} for a file that cannot be written into
 */
export function annotateDocx(
  bytes: Uint8Array,
  document: SourceDocument,
  findings: readonly Finding[],
  options: AnnotateOptions,
): Annotated {
  const file = openWordFile(bytes, document.name)
  const placeOf = placesIn(document, file)
  const drafts = draftComments(findings).map((draft) => ({draft, place: placeOf(draft.range)}))
  const wantedIn = (some: readonly Placed[]) =>
    options.suggest ? some.flatMap((one) => toWanted(one, document)) : []
  const styles = readStyles(file.related('styles')[0])
  const found = survey(file.main, {
    points: pointsOf(drafts),
    suggestions: wantedIn(drafts),
    isFramed: (styleId) => styles.ofParagraph(styleId).isFramed,
  })
  const target = commentsTarget(file, markupOf(file.main.xml, found.root))
  const room = Math.max(0, mostComments - Math.max(target.count, found.commentRanges))
  const some = drafts.slice(0, room)
  const written = write(file, found, target, some, possible(found, wantedIn(some)), options)
  return {
    ...written,
    bytes: written.bytes ?? bytes,
    leftOut: drafts.length - written.comments,
    isSigned: isSigned(file),
    isProtected: isProtected(file),
  }
}

const pointsOf = (drafts: readonly Placed[]): readonly number[] =>
  drafts.flatMap(({place}) => (place.kind === 'body' ? [place.range.start, place.range.end] : []))

function toWanted({draft, place}: Placed, {text}: SourceDocument): Wanted[] {
  const words = text.slice(draft.range.start, draft.range.end)
  const replacement = replacementOf(draft, words)
  if (place.kind !== 'body' || replacement === undefined) return []
  return [{...place.range, replacement, words}]
}

function write(
  file: WordFile,
  found: Survey,
  target: CommentsTarget,
  drafts: readonly Placed[],
  suggestions: readonly Suggestion[],
  options: AnnotateOptions,
): Pick<Annotated, 'comments' | 'suggestions' | 'isForWordAlone'> & {
  readonly bytes: Uint8Array | undefined
} {
  const markup = markupOf(file.main.xml, found.root)
  const newId = freeIds(new Set([...found.ids, ...target.ids]), idsWanted)
  const marks = gatherMarks(found)
  const anchored = drafts.flatMap((placed): Anchored[] => {
    const spots = spotsOf(found, placed.place, suggestions)
    if (!spots) return []
    const id = newId()
    addAnchor(marks, markup, id, spots)
    return [{draft: placed.draft, id, where: whereOf(found, placed.place), at: spots.after.at}]
  })
  if (anchored.length === 0)
    return {comments: 0, suggestions: 0, isForWordAlone: false, bytes: undefined}
  for (const suggestion of suggestions)
    addSuggestion(marks, found, markup, newId, suggestion, options)
  const {edits, added, recordName} = newParts(
    file,
    markup,
    target,
    target.toXml(
      anchored.map(({draft, id, where}) => ({id, lines: draft.lines(where)})),
      options,
    ),
  )
  const all = new Map<string, readonly Edit[]>([[file.main.part, marks.toEdits()], ...edits])
  const bytes = writeRecorded(file.parts, {edits: all, added}, recordName, utf8ToBytes)
  const losesText = losingText(found)
  const isForWordAlone = anchored.some(({at}) => losesText(at))
  return {comments: anchored.length, suggestions: suggestions.length, isForWordAlone, bytes}
}

/** More than a file can have comments and tracked changes of ours. */
const idsWanted = 1_000_000

interface Spots {
  readonly before: Spot
  readonly after: Spot
}

function spotsOf(
  found: Survey,
  place: WordPlace,
  suggestions: readonly Range[],
): Spots | undefined {
  const range = place.kind === 'note' ? found.notes.get(place.key) : rangeOf(place)
  if (!range) return homeOf(found)
  const wide = widened(suggestions, widened(found.wholes, range))
  const after = spotAfter(found, wide.end)
  // Around a reference LibreOffice would write the note twice, so the comment stands just after it.
  const before = place.kind === 'note' ? after : spotBefore(found, wide.start)
  return before && after && before.at <= after.at ? {before, after} : homeOf(found)
}

const rangeOf = (place: WordPlace) => (place.kind === 'body' ? place.range : undefined)

function homeOf({home}: Survey): Spots | undefined {
  const spot = home === undefined ? undefined : ({kind: 'beside', at: home} as const)
  return spot && {before: spot, after: spot}
}

/** Whether LibreOffice 7.4 loses text around a comment. It was tried: see test/clients/annotate.test.ts. */
function losingText({controls, notes}: Survey): (at: number) => boolean {
  const betweenNotes = ['w:footnoteReference', 'w:endnoteReference'].flatMap((kind) => {
    const starts = [...notes].flatMap(([key, {start}]) => (key.startsWith(kind) ? [start] : []))
    const [first, second] = starts.toSorted((a, b) => a - b)
    return first === undefined || second === undefined ? [] : [{start: first, end: second}]
  })
  return (at) =>
    betweenNotes.some(({start, end}) => at >= start && at <= end) ||
    rangeAt(controls, at) !== undefined
}

/** Word shows no comments on what is in boxes, notes and margins. */
function whereOf({boxes, blocked}: Survey, place: WordPlace): Anchored['where'] {
  if (place.kind !== 'body') return 'elsewhere'
  const isApart = [boxes, blocked].some((ranges) => rangeAt(ranges, place.range.start))
  return isApart ? 'elsewhere' : 'here'
}

function addAnchor(marks: Marks, markup: Markup, id: number, {before, after}: Spots): void {
  const {start, end} = anchorXml(markup, id)
  if (before.at === after.at) {
    marks.add(before, ranks.wholeComment, start + end)
    return
  }
  marks.add(before, ranks.commentStart, start)
  marks.add(after, ranks.commentEnd, end)
}

function addSuggestion(
  marks: Marks,
  found: Survey,
  markup: Markup,
  newId: () => number,
  {deletions, replacement}: Suggestion,
  options: AnnotateOptions,
): void {
  for (const deletion of deletions) {
    const {open, close} = changeXml(markup, 'del', newId(), options)
    const before = spotBefore(found, deletion.start)
    const after = spotAfter(found, deletion.end)
    if (!before || !after) continue
    marks.remove(deletion)
    marks.add(before, ranks.deletionStart, open)
    marks.add(after, ranks.deletionEnd, close)
    if (deletion !== deletions.at(-1)) continue
    const {open: start, close: end} = changeXml(markup, 'ins', newId(), options)
    const words = insertedXml(markup, replacement, deletions[0]?.run.properties ?? '')
    marks.add(after, ranks.insertion, start + words + end)
  }
}
