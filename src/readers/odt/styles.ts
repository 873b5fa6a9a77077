import {isQuoteName} from '../package/quote-names.ts'
import {attributeOf, integerOf, type XmlElement} from '../package/xml.ts'
import type {Level, Levels} from './numbering.ts'

interface Style {
  readonly names: readonly string[]
  readonly parent: string | undefined
  readonly listStyle: string | undefined
  isHidden?: boolean
}

/** What a style and those it is derived from say together; the nearest wins. */
export interface StyleFacts {
  readonly isQuote: boolean
  readonly isHidden: boolean | undefined
  /** Empty where the style takes its paragraphs out of lists. */
  readonly listStyle: string | undefined
}

interface Drawer {
  /** By family and name. */
  readonly styles: Map<string, Style>
  readonly lists: Map<string, Levels>
}

const emptyDrawer = (): Drawer => ({styles: new Map(), lists: new Map()})

/** Styles as they are met: each part has automatic ones of its own, and all share the named ones. */
export interface StyleSheet {
  readonly common: Drawer
  readonly automatic: Drawer
  /** How headings are numbered. */
  readonly outline: Levels
  readonly known: Map<string, StyleFacts>
  style?: Style
  levels: Levels
}

/** A sheet for the next part, with the named styles of the part before. */
export const nextSheet = (before?: StyleSheet): StyleSheet => ({
  common: before?.common ?? emptyDrawer(),
  automatic: emptyDrawer(),
  outline: before?.outline ?? new Map(),
  known: new Map(),
  levels: new Map(),
})

type Family = 'paragraph' | 'text'

export function factsOf(sheet: StyleSheet, family: Family, name: string | undefined): StyleFacts {
  const key = `${family} ${name ?? ''}`
  const facts = sheet.known.get(key) ?? gatherFacts(chainOf(sheet, family, name))
  sheet.known.set(key, facts)
  return facts
}

export const listLevels = ({automatic, common}: StyleSheet, name: string): Levels | undefined =>
  automatic.lists.get(name) ?? common.lists.get(name)

// No program goes further; a chain that bites its own tail ends here too.
const longestChain = 32

function chainOf({automatic, common}: StyleSheet, family: Family, first: string | undefined) {
  const chain: Style[] = []
  let name = first
  while (name !== undefined && chain.length < longestChain) {
    const key: string = `${family} ${name}`
    const style: Style | undefined = automatic.styles.get(key) ?? common.styles.get(key)
    // A paragraph may name a style that the file does not hold.
    chain.push(style ?? {names: [name], parent: undefined, listStyle: undefined})
    name = style?.parent
  }
  return chain
}

const gatherFacts = (chain: readonly Style[]): StyleFacts => ({
  isQuote: chain.some(({names}) => names.some((name) => isQuoteName(plainName(name)))),
  isHidden: chain.find(({isHidden}) => isHidden !== undefined)?.isHidden,
  listStyle: chain.find(({listStyle}) => listStyle !== undefined)?.listStyle,
})

/** "Block_20_Text" is "Block Text". */
const plainName = (name: string) =>
  name.replaceAll(/_([0-9a-f]{2})_/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  )

/** Takes in an element that says something of styles; others are passed over. */
export function readStyle(sheet: StyleSheet, element: XmlElement, path: readonly string[]): void {
  const read = readers[element.name]
  if (!read) return
  const drawer = path.includes('office:automatic-styles') ? sheet.automatic : sheet.common
  read(sheet, element, drawer, path.at(-2))
}

type Reader = (
  sheet: StyleSheet,
  element: XmlElement,
  drawer: Drawer,
  parent: string | undefined,
) => void

const readers: Readonly<Record<string, Reader>> = {
  'style:style': (sheet, element, {styles}) => {
    const name = attributeOf(element, 'style:name') ?? ''
    const shown = attributeOf(element, 'style:display-name')
    sheet.style = {
      names: shown === undefined ? [name] : [name, shown],
      parent: attributeOf(element, 'style:parent-style-name'),
      listStyle: attributeOf(element, 'style:list-style-name'),
    }
    styles.set(`${attributeOf(element, 'style:family')} ${name}`, sheet.style)
  },
  'style:text-properties': ({style}, element, _, parent) => {
    const display = attributeOf(element, 'text:display')
    // A condition is for the program that shows the file; in doubt the text is read.
    if (style && parent === 'style:style' && display) style.isHidden = display === 'none'
  },
  'text:list-style': (sheet, element, {lists}) => {
    sheet.levels = new Map()
    lists.set(attributeOf(element, 'style:name') ?? '', sheet.levels)
  },
  'text:outline-style': (sheet) => {
    sheet.levels = sheet.outline
  },
  'text:list-level-style-number': readLevel,
  'text:list-level-style-bullet': readLevel,
  'text:list-level-style-image': readLevel,
  'text:outline-level-style': readLevel,
}

function readLevel({levels}: StyleSheet, element: XmlElement): void {
  const index = (integerOf(element, 'text:level') ?? 0) - 1
  const level: Level = {
    // Bullets have none.
    format: attributeOf(element, 'style:num-format') ?? '',
    prefix: attributeOf(element, 'style:num-prefix') ?? '',
    suffix: attributeOf(element, 'style:num-suffix') ?? '',
    pattern:
      attributeOf(element, 'style:num-list-format') ??
      attributeOf(element, 'loext:num-list-format'),
    repeatsLetters: attributeOf(element, 'style:num-letter-sync') === 'true',
    shownLevels: integerOf(element, 'text:display-levels') ?? 1,
    start: integerOf(element, 'text:start-value') ?? 1,
  }
  levels.set(index, level)
}
