import {attributeOf, integerOf, type XmlElement} from '../package/xml.ts'
import {type Counts, nextNumber} from './numbering.ts'
import type {Container, OpenList, State} from './state.ts'
import {factsOf, listLevels} from './styles.ts'

const noItem = () => ({start: undefined, isCounted: true, number: undefined})

/** A list in a list goes on with the outer one’s numbers, and with its style unless it has its own. */
export function openList(state: State, {lists}: Container, element: XmlElement): void {
  const outer = lists.at(-1)
  const styleName = attributeOf(element, 'text:style-name') ?? outer?.styleName
  const counts = outer?.counts ?? countsOf(state, element, styleName)
  const id = attributeOf(element, 'xml:id') ?? attributeOf(element, 'text:id')
  if (id !== undefined) state.countsByList.set(id, counts)
  const depth = outer ? outer.depth + 1 : 0
  // A second list in one item starts again; one alone in its item goes on with the item's list.
  if (outer?.item.isCounted && !goesOn(element)) counts.length = Math.min(counts.length, depth)
  lists.push({styleName, depth, counts, item: noItem()})
}

function countsOf(state: State, element: XmlElement, styleName: string | undefined): Counts {
  const continued = state.countsByList.get(attributeOf(element, 'text:continue-list') ?? '')
  const {lastList} = state
  const isNext = goesOn(element) && lastList?.styleName === styleName
  const counts = continued ?? (isNext ? lastList?.counts : undefined) ?? []
  state.lastList = {styleName, counts}
  return counts
}

const goesOn = (element: XmlElement) => attributeOf(element, 'text:continue-numbering') === 'true'

/** An item's first paragraph counts; an item that holds only an inner list does not. */
export function openItem({lists}: Container, element: XmlElement): void {
  const list = lists.at(-1)
  if (!list) return
  const start = integerOf(element, 'text:start-value')
  list.item = {start, isCounted: false, number: undefined}
}

/** A list's heading has no number. */
export function openListHeader({lists}: Container): void {
  const list = lists.at(-1)
  if (list) list.item = noItem()
}

/** `text:numbered-paragraph`: a list item without its list. */
export function openNumbered(state: State, {lists}: Container, element: XmlElement): void {
  const id = attributeOf(element, 'text:list-id') ?? ''
  const counts = state.countsByList.get(id) ?? []
  state.countsByList.set(id, counts)
  const depth = Math.max(0, (integerOf(element, 'text:level') ?? 1) - 1)
  const start = integerOf(element, 'text:start-value')
  const styleName = attributeOf(element, 'text:style-name')
  lists.push({styleName, depth, counts, item: {start, isCounted: false, number: undefined}})
}

/** The number of the item a paragraph stands in; each item is counted once. */
export function numberOfItem(
  {sheet}: State,
  {styleName, depth, counts, item}: OpenList,
  paragraphStyle: string | undefined,
): string | undefined {
  if (item.isCounted) return item.number
  item.isCounted = true
  const name = styleName ?? factsOf(sheet, 'paragraph', paragraphStyle).listStyle
  const levels = name === undefined ? undefined : listLevels(sheet, name)
  if (levels) item.number = nextNumber(levels, counts, depth, item.start)
  return item.number
}

/** Headings outside lists are numbered by the outline. */
export function numberOfHeading(
  {sheet, outlineCounts}: State,
  element: XmlElement,
  depth: number,
): string | undefined {
  const style = factsOf(sheet, 'paragraph', attributeOf(element, 'text:style-name'))
  if (style.listStyle === '') return undefined
  if (attributeOf(element, 'text:is-list-header') === 'true') return undefined
  const restarts = attributeOf(element, 'text:restart-numbering') === 'true'
  const start = restarts ? (integerOf(element, 'text:start-value') ?? 1) : undefined
  return nextNumber(sheet.outline, outlineCounts, depth, start)
}
