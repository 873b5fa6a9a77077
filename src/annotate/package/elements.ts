import type {Range} from '../../core/types.ts'
import {walkXml, type XmlElement, type XmlPart} from '../../readers/package/xml.ts'

/** An element with all it holds. */
export interface FoundElement extends Range {
  readonly element: XmlElement
}

/** The elements that are wanted, in order; none of those that stand inside another of them. */
export function elementsIn(
  part: XmlPart,
  isWanted: (element: XmlElement, path: readonly string[]) => boolean,
): readonly FoundElement[] {
  const found: FoundElement[] = []
  let open: {readonly element: XmlElement; readonly depth: number} | undefined
  walkXml(part, {
    open(element, path) {
      if (!open && isWanted(element, path)) open = {element, depth: path.length}
    },
    close(_, path, end) {
      if (!open || path.length !== open.depth) return
      found.push({element: open.element, start: open.element.start, end})
      open = undefined
    },
  })
  return found
}

/** Takes them out. */
export const withoutThem = (ranges: readonly Range[]) =>
  ranges.map(({start, end}) => ({at: start, to: end, text: ''}))
