import {describe, expect, test} from 'vitest'
import {readDocx} from '../../../src/readers/docx.ts'
import {list, makeDocx, paragraph, style} from './make-docx.ts'

interface LevelFacts {
  readonly format?: string
  readonly text?: string
  readonly start?: number
  readonly more?: string
}

const level = (index: number, {format = 'decimal', text, start = 1, more = ''}: LevelFacts = {}) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text ?? `%${index + 1}.`}"/></w:lvl>`
const abstract = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const instance = (id: number, abstractId: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`
const startOver = (index: number, start: number) =>
  `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${start}"/></w:lvlOverride>`

/** Labels of one paragraph for each [list, level]. */
function labels(numbering: string, items: readonly (readonly [number, number])[]) {
  const body = items.map(([id, depth]) => paragraph('Words.', list(id, depth))).join('')
  return readDocx(makeDocx({body, numbering}), 'report.docx').blocks.map(({label}) => label)
}

const threeLevels = abstract(
  0,
  level(0) + level(1, {text: '%1.%2'}) + level(2, {format: 'lowerLetter', text: '(%3)'}),
)

describe('numbers', () => {
  test('deeper levels start again below each higher one', () => {
    const items = [
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 2],
      [1, 2],
      [1, 1],
      [1, 2],
      [1, 0],
      [1, 1],
    ] as const
    expect(labels(threeLevels + instance(1, 0), items)).toEqual([
      '1',
      '1.1',
      '1.2',
      '(a)',
      '(b)',
      '1.3',
      '(a)',
      '2',
      '2.1',
    ])
  })

  test.each([
    ['decimal', 27, '27'],
    ['decimalZero', 7, '07'],
    ['decimalZero', 27, '27'],
    ['lowerLetter', 1, 'a'],
    ['lowerLetter', 26, 'z'],
    ['upperLetter', 27, 'AA'],
    ['upperLetter', 54, 'BBB'],
    ['lowerRoman', 14, 'xiv'],
    ['upperRoman', 1999, 'MCMXCIX'],
    ['lowerRoman', 100_000_000, '100000000'],
    ['lowerLetter', 100_000_000, '100000000'],
  ])('%s shows %i as %s', (format, start, label) => {
    const numbering = abstract(0, level(0, {format, start})) + instance(1, 0)
    expect(labels(numbering, [[1, 0]])).toEqual([label])
  })

  test('bullets, dashes and lists without a number leave the paragraph its own count', () => {
    const numbering =
      abstract(0, level(0, {format: 'bullet', text: '•'})) +
      abstract(1, level(0, {format: 'none', text: '–'})) +
      instance(1, 0) +
      instance(2, 1)
    expect(
      labels(numbering, [
        [1, 0],
        [2, 0],
        [3, 0],
      ]),
    ).toEqual(['paragraph 1', 'paragraph 2', 'paragraph 3'])
  })

  test('lists that share their levels go on counting, unless one starts over', () => {
    const numbering =
      threeLevels + instance(1, 0) + instance(2, 0) + instance(3, 0, startOver(0, 5))
    const items = [
      [1, 0],
      [2, 0],
      [3, 0],
      [3, 0],
      [1, 0],
    ] as const
    expect(labels(numbering, items)).toEqual(['1', '2', '5', '6', '7'])
  })

  test('a list may replace a level', () => {
    const replaced = `<w:lvlOverride w:ilvl="0">${level(0, {format: 'upperRoman', text: 'Part %1', start: 3})}</w:lvlOverride>`
    expect(labels(threeLevels + instance(1, 0, replaced), [[1, 0]])).toEqual(['Part III'])
  })

  test('a level may go on through higher ones, or start again only after a certain one', () => {
    const never = '<w:lvlRestart w:val="0"/>'
    const afterFirst = '<w:lvlRestart w:val="1"/>'
    const numbering =
      abstract(
        0,
        level(0) + level(1, {text: '%2', more: never}) + level(2, {text: '%3', more: afterFirst}),
      ) + instance(1, 0)
    const items = [
      [1, 0],
      [1, 1],
      [1, 2],
      [1, 1],
      [1, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ] as const
    expect(labels(numbering, items)).toEqual(['1', '1', '1', '2', '2', '2', '3', '1'])
  })

  test('legal numbering shows higher levels in digits', () => {
    const numbering =
      abstract(
        0,
        level(0, {format: 'upperRoman'}) + level(1, {text: '%1.%2', more: '<w:isLgl/>'}),
      ) + instance(1, 0)
    expect(
      labels(numbering, [
        [1, 0],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual(['I', 'II', '2.1'])
  })

  test('a level used before the higher ones shows where those start', () => {
    expect(
      labels(threeLevels + instance(1, 0), [
        [1, 1],
        [1, 1],
      ]),
    ).toEqual(['1.1', '1.2'])
  })

  test('a list that stands in for a style counts with the levels of that style', () => {
    const numbering =
      abstract(0, `<w:styleLink w:val="Numbered"/>${level(0, {text: '§%1'})}`) +
      abstract(1, '<w:numStyleLink w:val="Numbered"/>') +
      instance(1, 0) +
      instance(2, 1)
    expect(
      labels(numbering, [
        [1, 0],
        [2, 0],
      ]),
    ).toEqual(['§1', '§2'])
  })

  test('a level that belongs to a style is the level of its paragraphs', () => {
    const linked = (index: number, styleId: string, text: string) =>
      level(index, {text, more: `<w:pStyle w:val="${styleId}"/>`})
    const numbering =
      abstract(0, linked(0, 'One', '%1') + linked(1, 'Two', '%1.%2')) + instance(1, 0)
    const numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    const styles = ['One', 'Two']
      .map((id) => `<w:style w:type="paragraph" w:styleId="${id}">${numbered}</w:style>`)
      .join('')
    const body = ['One', 'Two', 'Two', 'One'].map((id) => paragraph('Words.', style(id))).join('')
    const {blocks} = readDocx(makeDocx({body, numbering, styles}), 'report.docx')
    expect(blocks.map(({label}) => label)).toEqual(['1', '1.1', '1.2', '2'])
  })
})
