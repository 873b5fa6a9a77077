import {isQuoteName} from '../package/quote-names.ts'
import {attributeOf, integerOf, walkXml, type XmlElement, type XmlPart} from '../package/xml.ts'
import {isOn} from './on-off.ts'

interface Style {
  readonly id: string
  name?: string
  basedOn?: string
  outlineLevel?: number
  numberingId?: string
  listLevel?: number
  isHidden?: boolean
  isFramed?: boolean
}

/** What a style and those it is based on say together; the nearest wins. */
export interface StyleFacts {
  /** 0 is a heading of the first level; undefined or 9 is body text. */
  readonly outlineLevel?: number | undefined
  readonly numberingId?: string | undefined
  readonly listLevel?: number | undefined
  readonly isHidden?: boolean | undefined
  readonly isQuote: boolean
  /** Its paragraphs stand in a frame. */
  readonly isFramed: boolean
  readonly isContentsEntry: boolean
  /** The style and those it is based on, nearest first: list levels may name any of them. */
  readonly ids: readonly string[]
}

export interface Styles {
  /** Facts of a paragraph style, or of the default one where a paragraph names none. */
  readonly ofParagraph: (styleId: string | undefined) => StyleFacts
  /** Facts of a character style. */
  readonly ofRun: (styleId: string) => StyleFacts
}

export function readStyles(part: XmlPart | undefined): Styles {
  const {styles, defaultId} = part ? parseStyles(part) : {styles: new Map<string, Style>()}
  const known = new Map<string, StyleFacts>()
  const factsOf = (id: string) => {
    const facts = known.get(id) ?? gatherFacts(chainOf(id, styles))
    known.set(id, facts)
    return facts
  }
  return {
    ofParagraph: (styleId) => factsOf(styleId ?? defaultId ?? ''),
    ofRun: factsOf,
  }
}

// Word stops far earlier; a chain that bites its own tail ends here too.
const longestChain = 32

function chainOf(id: string, styles: ReadonlyMap<string, Style>): Style[] {
  const chain: Style[] = []
  let style: Style | undefined = styles.get(id) ?? {id}
  while (style && chain.length < longestChain) {
    chain.push(style)
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn)
  }
  return chain
}

const gatherFacts = (chain: readonly Style[]): StyleFacts => ({
  outlineLevel: nearest(chain, 'outlineLevel'),
  numberingId: nearest(chain, 'numberingId'),
  listLevel: nearest(chain, 'listLevel'),
  isHidden: nearest(chain, 'isHidden'),
  isFramed: chain.some(({isFramed}) => isFramed === true),
  isQuote: chain.some(({id, name}) => isQuoteName(id) || isQuoteName(name ?? '')),
  isContentsEntry: chain.some(({name = ''}) => /^toc ?\d$/i.test(name)),
  ids: chain.map(({id}) => id),
})

const nearest = <Key extends keyof Style>(
  chain: readonly Style[],
  key: Key,
): Style[Key] | undefined => chain.find((style) => style[key] !== undefined)?.[key]

function parseStyles(part: XmlPart) {
  const styles = new Map<string, Style>()
  let defaultId: string | undefined
  let style: Style = {id: ''}
  walkXml(part, {
    open(element, path) {
      if (element.name === 'w:style') {
        style = {id: attributeOf(element, 'w:styleId') ?? ''}
        if (!styles.has(style.id)) styles.set(style.id, style)
        if (isDefaultParagraph(element)) defaultId ??= style.id
        return
      }
      // A style's formats for parts of a table, and its old formats, are not its own.
      const place = path.slice(path.indexOf('w:style') + 1, -1).join(' ')
      if (path.includes('w:style'))
        readProperties[`${place} ${element.name}`.trim()]?.(style, element)
    },
  })
  return {styles, defaultId}
}

const isDefaultParagraph = (element: XmlElement) =>
  attributeOf(element, 'w:type') === 'paragraph' &&
  ['1', 'true', 'on'].includes(attributeOf(element, 'w:default') ?? '')

type Property = (style: Style, element: XmlElement) => void

/** By the way from the style to the property. */
const readProperties: Readonly<Record<string, Property>> = {
  'w:name': (style, element) => {
    style.name = attributeOf(element, 'w:val') ?? ''
  },
  'w:basedOn': (style, element) => {
    style.basedOn = attributeOf(element, 'w:val') ?? ''
  },
  'w:pPr w:outlineLvl': (style, element) => {
    style.outlineLevel = integerOf(element, 'w:val') ?? 9
  },
  'w:pPr w:numPr w:numId': (style, element) => {
    style.numberingId = attributeOf(element, 'w:val') ?? '0'
  },
  'w:pPr w:numPr w:ilvl': (style, element) => {
    style.listLevel = integerOf(element, 'w:val') ?? 0
  },
  'w:pPr w:framePr': (style) => {
    style.isFramed = true
  },
  'w:rPr w:vanish': (style, element) => {
    style.isHidden = isOn(element)
  },
}
