import {attributeOf, type XmlElement} from '../package/xml.ts'
import {current, isAway} from './paragraphs.ts'
import type {Choice, Offers, State} from './state.ts'

/** Fields whose text somebody will replace: of databases, of the properties of a file, of those who fill it in. */
const replacedFields = new Set([
  'text:placeholder',
  'text:text-input',
  'text:database-display',
  'text:user-field-get',
  'text:user-defined',
  'text:variable-get',
])

/** A control that nobody has filled in still shows what the template put there. */
const isReplaced = (element: XmlElement): boolean =>
  replacedFields.has(element.name) ||
  (element.name === 'loext:content-control' &&
    attributeOf(element, 'loext:showing-place-holder') === 'true')

const guidance = new Set(['loext:content-control', 'text:placeholder', 'text:text-input'])

/** Elements of a template’s text that offer something, or that others will fill in. */
export function openOffer(state: State, element: XmlElement, path: readonly string[]): void {
  const {offers} = state
  if (!offers) return
  if (offers.replacedDepth === 0 && isReplaced(element)) {
    offers.replacedDepth = path.length
    offers.isGuidance = guidance.has(element.name)
  }
  if (element.name === 'draw:control') showControl(state, offers, element)
  const text = offered[element.name]?.(element, path.at(-2))
  if (text !== undefined) addChoice(state, {text, start: element.start, end: element.end})
}

export function closeOffer({offers}: State, path: readonly string[]): void {
  if (path.length === offers?.replacedDepth) offers.replacedDepth = 0
}

type Offered = (element: XmlElement, parent: string | undefined) => string | undefined

const offered: Readonly<Record<string, Offered>> = {
  'text:label': (element, parent) =>
    parent === 'text:drop-down' ? attributeOf(element, 'text:value') : undefined,
  // The entry that only says to choose has an empty value.
  'loext:list-item': (element) => {
    const value = attributeOf(element, 'loext:value')
    return value === '' ? undefined : (attributeOf(element, 'loext:display-text') ?? value)
  },
  // What the old form fields of Word become.
  'field:param': (element) =>
    attributeOf(element, 'field:name') === 'Dropdown_ListEntry'
      ? attributeOf(element, 'field:value')
      : undefined,
}

function addChoice(state: State, choice: Choice): void {
  const {paragraph, visibilities} = current(state)
  if (choice.text.trim() === '' || isAway(state) || visibilities.at(-1)?.isHidden) return
  const choices = paragraph?.choices ?? state.offers?.homeless
  choices?.push(choice)
}

/** Controls of a form are described before the text, which shows each by its id. */
export function readControl({offers}: State, element: XmlElement, path: readonly string[]): void {
  if (!offers || !path.includes('office:forms')) return
  const {name} = element
  if (path.at(-2) === 'form:form') {
    offers.labels = []
    const id = attributeOf(element, 'form:id') ?? attributeOf(element, 'xml:id')
    if (id !== undefined) offers.controls.set(id, offers.labels)
  }
  const label = labelled.has(name) ? attributeOf(element, 'form:label') : undefined
  if (label !== undefined) offers.labels.push(label)
}

/** Whose labels are shown: entries of lists, and what stands beside a box or around boxes. */
const labelled = new Set([
  'form:option',
  'form:item',
  'form:checkbox',
  'form:radio',
  'form:fixed-text',
  'form:frame',
  'form:column',
])

function showControl(state: State, {controls}: Offers, element: XmlElement): void {
  const id = attributeOf(element, 'draw:control') ?? ''
  const labels = controls.get(id) ?? []
  // However often a file names it, it stands in one place.
  controls.delete(id)
  for (const text of labels) addChoice(state, {text, start: element.start, end: element.end})
}
