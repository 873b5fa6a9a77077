import {isRemark, mostRemarks} from '../../core/acceptance.ts'
import {ownershipOf} from '../../core/own-comment.ts'
import type {Block, Range, Remark, Segment} from '../../core/types.ts'
import {labelsIn, textRange} from '../package/remark-range.ts'
import {attributeOf, type XmlElement} from '../package/xml.ts'
import {current} from './paragraphs.ts'
import {createContainer, type State} from './state.ts'
import type {PlacedComment} from './story.ts'

/** Its paragraphs stand aside of the text. */
export function openAnnotation(state: State, element: XmlElement): void {
  state.annotation = {
    name: attributeOf(element, 'office:name'),
    start: element.start,
    paragraph: current(state).paragraph?.segments ?? [],
  }
  state.containers.push(createContainer({kind: 'body'}, {target: []}))
}

export function closeAnnotation(state: State): void {
  const said = current(state).target ?? []
  state.containers.pop()
  const {annotation} = state
  const text = said.map((paragraph) => paragraph.text).join('\n')
  if (ownershipOf(text) !== 'other') state.ownComments++
  else if (annotation && isRemark(text)) state.annotations.push({...annotation, text})
  else state.omissions.comments++
}

/** Where comments to this program stand, now that all ends are known: on words, or on the whole of a paragraph. */
export function placeAnnotations(state: State): readonly PlacedComment[] {
  return state.annotations.flatMap(({text, name, start, paragraph}) => {
    const end = name === undefined ? undefined : state.annotationEnds.get(name)
    const source = end === undefined ? stretchOf(paragraph) : {start, end}
    if (source) return [{text, source}]
    state.omissions.comments++
    return []
  })
}

function stretchOf(segments: readonly Segment[]): Range | undefined {
  const [first] = segments
  const last = segments.at(-1)
  return first && last && {start: first.sourceStart, end: last.sourceEnd}
}

/** Comments to this program, with the words of the body that they are about. */
export function remarksIn(
  comments: readonly PlacedComment[],
  part: string | undefined,
  segments: readonly Segment[],
  blocks: readonly Pick<Block, 'range' | 'label'>[],
): Remark[] {
  if (comments.length === 0) return []
  const own = segments.filter((segment) => segment.part === part)
  const labelAt = labelsIn(blocks)
  return comments.slice(0, mostRemarks + 1).flatMap(({text, source}) => {
    const range = textRange(own, source)
    return range ? [{text, range, label: labelAt(range.start)}] : []
  })
}
