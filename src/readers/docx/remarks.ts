import {isRemark, mostRemarks} from '../../core/acceptance.ts'
import type {Block, Range, Remark, Segment} from '../../core/types.ts'
import {labelsIn, textRange} from '../package/remark-range.ts'
import {attributeOf, walkXml, type XmlPart} from '../package/xml.ts'
import type {Comment} from './comments.ts'

/** Comments to this program, with the words of the main part that they are on. */
export function remarksIn(
  comments: readonly Comment[],
  main: XmlPart,
  segments: readonly Segment[],
  blocks: readonly Pick<Block, 'range' | 'label'>[],
): Remark[] {
  const remarks = comments.filter(({text}) => isRemark(text)).slice(0, mostRemarks + 1)
  if (remarks.length === 0) return []
  const ranges = rangesOf(main)
  const own = segments.filter(({part}) => part === main.part)
  const labelAt = labelsIn(blocks)
  return remarks.flatMap(({id, text}) => {
    const source = ranges.get(id)
    const range = source && textRange(own, source)
    return range ? [{text, range, label: labelAt(range.start)}] : []
  })
}

/** Offsets in the XML between the two ends of each comment. */
function rangesOf(main: XmlPart): ReadonlyMap<string, Range> {
  const starts = new Map<string, number>()
  const ranges = new Map<string, Range>()
  walkXml(main, {
    open(element) {
      const {name, start, end} = element
      if (name !== 'w:commentRangeStart' && name !== 'w:commentRangeEnd') return
      const id = attributeOf(element, 'w:id') ?? ''
      if (name === 'w:commentRangeStart') starts.set(id, end)
      else ranges.set(id, {start: starts.get(id) ?? start, end: start})
    },
  })
  return ranges
}
