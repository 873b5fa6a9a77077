import {attributeOf, walkXml, type XmlElement, type XmlPart} from '../package/xml.ts'
import {addPiece, current, emptyParagraph, finish, isAway} from './paragraphs.ts'
import {type Change, createContainer, type State} from './state.ts'

const newChange = (): Change => ({isInsertion: false, isDeletion: false, deleted: []})

/** `text:changed-region`: what the marks in the text refer to. */
export function openRegion(state: State, element: XmlElement): void {
  state.change = newChange()
  const id = attributeOf(element, 'text:id') ?? attributeOf(element, 'xml:id')
  if (id !== undefined) state.changes.set(id, state.change)
}

export function openDeletion(state: State): void {
  state.change.isDeletion = true
  state.containers.push(createContainer({kind: 'body'}, {target: state.change.deleted}))
}

export function closeDeletion(state: State): void {
  state.containers.pop()
  const hasText = state.change.deleted.some(({text}) => text.trim() !== '')
  if (hasText && !state.isOriginal) state.omissions.deletions++
}

/** Text between this mark and its end may not be there in this reading. */
export function startChange(state: State, element: XmlElement): void {
  const id = attributeOf(element, 'text:change-id') ?? ''
  const change = state.changes.get(id)
  const isGone = state.isOriginal ? change?.isInsertion : change?.isDeletion
  if (!isGone) return
  state.endedChanges ??= findEnds(state.part)
  // A change that never ends must not swallow the rest of the report.
  if (!state.endedChanges.has(id)) return
  state.hidingChanges.add(id)
  state.omissions[state.isOriginal ? 'insertions' : 'deletions']++
}

export function endChange({hidingChanges}: State, element: XmlElement): void {
  hidingChanges.delete(attributeOf(element, 'text:change-id') ?? '')
}

function findEnds(part: XmlPart): ReadonlySet<string> {
  const ids = new Set<string>()
  walkXml(part, {
    open(element) {
      if (element.name !== 'text:change-end') return
      ids.add(attributeOf(element, 'text:change-id') ?? '')
    },
  })
  return ids
}

/** `text:change`: here something was deleted. In the original reading it stands here again. */
export function restore(state: State, element: XmlElement): void {
  const change = state.changes.get(attributeOf(element, 'text:change-id') ?? '')
  const container = current(state)
  if (!change?.isDeletion || change.isInsertion) return
  if (!state.isOriginal || isAway(state) || !container.paragraph) return
  for (const [index, {text, segments, notes, ...looks}] of change.deleted.entries()) {
    // Between two deleted paragraphs an end was deleted, too.
    if (index > 0) {
      finish(state, container, container.paragraph)
      const {styleName, headingLevel, list} = looks
      container.paragraph = {...emptyParagraph(), styleName, headingLevel, list}
    }
    for (const {start, end, ...source} of segments) {
      addPiece(container.paragraph, text.slice(start, end), source)
    }
    container.paragraph.notes.push(...notes)
  }
}
