import {attributeOf, integerOf, walkXml, type XmlElement, type XmlPart} from '../package/xml.ts'
import {formatNumber, padded} from './number-formats.ts'
import {isOn} from './on-off.ts'

/** One of the nine levels of a list. */
interface Level {
  start?: number
  format?: string
  /** "%1.%2" and the words around it. */
  pattern?: string
  /** After which level, counted from 1, it starts again; 0 is never. */
  restartAfter?: number
  isLegal?: boolean
  /** Counted, and not shown. */
  isHidden?: boolean
  /** Noughts stand before a number of fewer digits. */
  digits?: number
  styleId?: string
}

type Levels = Map<number, Level>

interface AbstractList {
  readonly levels: Levels
  /** The style whose list this one stands in for, and the style this list belongs to. */
  standsInFor?: string
  belongsTo?: string
}

interface List {
  abstractId?: string
  readonly startOverrides: Map<number, number>
  readonly levels: Levels
}

export interface Numbering {
  /** The level of a list that belongs to one of these styles. */
  readonly levelOfStyle: (listId: string, styleIds: readonly string[]) => number | undefined
  /**
   * Counts one paragraph and gives its number as Word shows it, without the full stop at its end:
   * "4.2", "(a)". Undefined for bullets. Call it for every numbered paragraph, in reading order.
   */
  readonly next: (listId: string, level: number) => string | undefined
}

export function readNumbering(part: XmlPart | undefined): Numbering {
  const {abstracts, lists} = part ? parseNumbering(part) : {abstracts: new Map(), lists: new Map()}
  const owners = new Map<string, string>()
  for (const [id, {belongsTo}] of abstracts) {
    if (belongsTo !== undefined) owners.set(belongsTo, id)
  }
  const resolved = new Map<string, ResolvedList>()
  for (const [id, list] of lists) {
    const target = resolveList(list, abstracts, owners)
    if (target) resolved.set(id, target)
  }
  return {
    levelOfStyle: (listId, styleIds) => {
      const levels = resolved.get(listId)?.levels ?? []
      return styleIds
        .map((styleId) => [...levels].find(([, level]) => level.styleId === styleId)?.[0])
        .find((level) => level !== undefined)
    },
    next: createCounter(resolved),
  }
}

/** A list with its own levels laid over those it shares with other lists. */
interface ResolvedList {
  /** Lists with the same one go on counting where the other stopped. */
  readonly abstractId: string
  readonly levels: ReadonlyMap<number, Level>
  readonly startOverrides: ReadonlyMap<number, number>
}

/** `owners` gives, for a numbering style, the abstract list that belongs to it. */
function resolveList(
  {abstractId = '', levels, startOverrides}: List,
  abstracts: ReadonlyMap<string, AbstractList>,
  owners: ReadonlyMap<string, string>,
): ResolvedList | undefined {
  const id = owners.get(abstracts.get(abstractId)?.standsInFor ?? '') ?? abstractId
  const abstract = abstracts.get(id)
  if (!abstract) return undefined
  return {abstractId: id, levels: new Map([...abstract.levels, ...levels]), startOverrides}
}

interface Counts {
  /** By level; undefined where the level has not been used since it last started again. */
  readonly byLevel: (number | undefined)[]
  /** "list level" pairs whose start override has been used up. */
  readonly overridden: Set<string>
}

const deepestLevel = 8

function createCounter(lists: ReadonlyMap<string, ResolvedList>): Numbering['next'] {
  const countsByAbstract = new Map<string, Counts>()
  return (listId, level) => {
    const list = lists.get(listId)
    if (!list) return undefined
    const counts = countsByAbstract.get(list.abstractId) ?? {byLevel: [], overridden: new Set()}
    countsByAbstract.set(list.abstractId, counts)
    const current = Math.min(Math.max(level, 0), deepestLevel)
    count(counts, listId, list, current)
    return display(counts, list, current)
  }
}

function count(counts: Counts, listId: string, list: ResolvedList, current: number): void {
  const {byLevel, overridden} = counts
  const key = `${listId} ${current}`
  const startsOver = list.startOverrides.has(current) && !overridden.has(key)
  overridden.add(key)
  const before = startsOver ? undefined : byLevel[current]
  byLevel[current] = before === undefined ? startOf(list, current) : before + 1
  for (let deeper = current + 1; deeper <= deepestLevel; deeper++) {
    const restartAfter = list.levels.get(deeper)?.restartAfter ?? deeper
    if (current < restartAfter) byLevel[deeper] = undefined
  }
}

const startOf = (list: ResolvedList, level: number): number =>
  list.startOverrides.get(level) ?? list.levels.get(level)?.start ?? 0

function display({byLevel}: Counts, list: ResolvedList, current: number): string | undefined {
  const {pattern = '', format, isLegal = false, isHidden = false} = list.levels.get(current) ?? {}
  if (format === 'bullet' || isHidden) return undefined
  const text = pattern.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1
    return displayLevel(list.levels.get(level), byLevel[level] ?? startOf(list, level), isLegal)
  })
  const label = text.trim().replace(/\.$/, '')
  if (label.length > longestLabel) return undefined
  // A dash typed as the "number" is a bullet in all but name.
  return /[\p{L}\p{N}]/u.test(label) ? label : undefined
}

/** Nobody cites a paragraph by more. */
const longestLabel = 100

function displayLevel(level: Level | undefined, value: number, isLegal: boolean): string {
  const {format = 'decimal', digits} = level ?? {}
  if (format === 'bullet') return ''
  if (isLegal && format !== 'none') return String(value)
  return digits === undefined ? formatNumber(value, format) : padded(value, digits)
}

interface Reading {
  readonly abstracts: Map<string, AbstractList>
  readonly lists: Map<string, List>
  abstract: AbstractList
  list: List
  levels: Levels
  level: Level
  overriddenLevel: number
}

function parseNumbering(part: XmlPart) {
  const reading: Reading = {
    abstracts: new Map(),
    lists: new Map(),
    abstract: {levels: new Map()},
    list: {startOverrides: new Map(), levels: new Map()},
    levels: new Map(),
    level: {},
    overriddenLevel: 0,
  }
  walkXml(part, {
    open(element, path) {
      // Later formats stand beside a plain one for programs that do not know them.
      if (path.includes('mc:Choice')) {
        readLaterFormat(reading, element)
        return
      }
      const parent = path.findLast(
        (name, index) => index < path.length - 1 && !isCompatibility(name),
      )
      readProperties[`${parent} ${element.name}`]?.(reading, element)
    },
  })
  return reading
}

const isCompatibility = (name: string) => name.startsWith('mc:')

type Property = (reading: Reading, element: XmlElement) => void

/** No list shows more; a longer pattern would be repeated for every paragraph. */
const longestPattern = 100

const readProperties: Readonly<Record<string, Property>> = {
  'w:numbering w:abstractNum': (reading, element) => {
    reading.abstract = {levels: new Map()}
    reading.levels = reading.abstract.levels
    reading.abstracts.set(attributeOf(element, 'w:abstractNumId') ?? '', reading.abstract)
  },
  'w:abstractNum w:numStyleLink': ({abstract}, element) => {
    abstract.standsInFor = attributeOf(element, 'w:val') ?? ''
  },
  'w:abstractNum w:styleLink': ({abstract}, element) => {
    abstract.belongsTo = attributeOf(element, 'w:val') ?? ''
  },
  'w:abstractNum w:lvl': readLevel,
  'w:numbering w:num': (reading, element) => {
    reading.list = {startOverrides: new Map(), levels: new Map()}
    reading.levels = reading.list.levels
    reading.lists.set(attributeOf(element, 'w:numId') ?? '', reading.list)
  },
  'w:num w:abstractNumId': ({list}, element) => {
    list.abstractId = attributeOf(element, 'w:val') ?? ''
  },
  'w:num w:lvlOverride': (reading, element) => {
    reading.overriddenLevel = integerOf(element, 'w:ilvl') ?? 0
  },
  'w:lvlOverride w:startOverride': ({list, overriddenLevel}, element) => {
    list.startOverrides.set(overriddenLevel, integerOf(element, 'w:val') ?? 0)
  },
  'w:lvlOverride w:lvl': readLevel,
  'w:lvl w:start': ({level}, element) => {
    level.start = integerOf(element, 'w:val') ?? 0
  },
  'w:lvl w:numFmt': ({level}, element) => {
    level.format = attributeOf(element, 'w:val') ?? 'decimal'
  },
  'w:lvl w:lvlText': ({level}, element) => {
    level.pattern = (attributeOf(element, 'w:val') ?? '').slice(0, longestPattern)
  },
  'w:lvl w:lvlRestart': ({level}, element) => {
    level.restartAfter = integerOf(element, 'w:val') ?? 0
  },
  'w:lvl w:isLgl': ({level}, element) => {
    level.isLegal = isOn(element)
  },
  'w:rPr w:vanish': ({level}, element) => {
    level.isHidden = isOn(element)
  },
  'w:lvl w:pStyle': ({level}, element) => {
    level.styleId = attributeOf(element, 'w:val') ?? ''
  },
}

/** "001, 002, 003, …". The plain format follows, and says the same with fewer noughts. */
function readLaterFormat({level}: Reading, element: XmlElement): void {
  if (element.name !== 'w:numFmt') return
  const example = /^(0+1)(?=,|$)/.exec(attributeOf(element, 'w:format') ?? '')?.[1]
  if (example) level.digits = example.length
}

function readLevel(reading: Reading, element: XmlElement): void {
  reading.level = {}
  const index = integerOf(element, 'w:ilvl') ?? 0
  if (index >= 0 && index <= deepestLevel) reading.levels.set(index, reading.level)
}
