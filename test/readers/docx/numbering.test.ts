import {describe, expect, test} from 'vitest'
import {readDocx} from '../../../src/readers/docx.ts'
import {list, makeDocx, paragraph, run, style} from './make-docx.ts'

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
    ['ordinal', 1, '1st'],
    ['ordinal', 12, '12th'],
    ['ordinal', 23, '23rd'],
    ['ordinal', 111, '111th'],
    ['cardinalText', 8, 'Eight'],
    ['cardinalText', 40, 'Forty'],
    ['cardinalText', 100, '100'],
    ['ordinalText', 1, 'First'],
    ['ordinalText', 20, 'Twentieth'],
    ['ordinalText', 32, 'Thirty-second'],
    ['decimalEnclosedParen', 3, '(3)'],
    ['chicago', 3, '3'],
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

  test('a later format with more noughts stands beside the plain one', () => {
    const format =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    const numbering =
      abstract(
        0,
        `<w:lvl w:ilvl="0"><w:start w:val="9"/>${format}<w:lvlText w:val="%1."/></w:lvl>`,
      ) + instance(1, 0)
    const items = [
      [1, 0],
      [1, 0],
    ] as const
    expect(labels(numbering, items)).toEqual(['009', '010'])
  })

  test('a level without a number shows none in the numbers below it', () => {
    const numbering =
      abstract(
        0,
        level(0) + level(1, {format: 'bullet', text: '•'}) + level(2, {text: '%1.%2%3'}),
      ) + instance(1, 0)
    const items = [
      [1, 0],
      [1, 1],
      [1, 2],
    ] as const
    expect(labels(numbering, items)).toEqual(['1', 'paragraph 2', '1.1'])
  })

  test('what stands behind a number is no part of it', () => {
    const suffix = (kind: string) => `<w:suff w:val="${kind}"/>`
    const numbering =
      abstract(0, level(0, {more: suffix('nothing')})) +
      abstract(1, level(0, {text: '%1)', more: suffix('space')})) +
      instance(1, 0) +
      instance(2, 1)
    const items = [
      [1, 0],
      [2, 0],
    ] as const
    expect(labels(numbering, items)).toEqual(['1', '1)'])
  })

  test('a level may start again lower down each time, with the number it starts with', () => {
    const numbering =
      threeLevels + instance(1, 0) + instance(2, 0, startOver(0, 1) + startOver(1, 4))
    const items = [
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
      [2, 0],
      [2, 1],
    ] as const
    expect(labels(numbering, items)).toEqual(['1', '1.1', '1', '1.4', '2', '2.4'])
  })
})

describe('hidden numbers', () => {
  const hidden = '<w:rPr><w:vanish/></w:rPr>'
  const numbering = abstract(0, level(0)) + instance(1, 0)
  const labelsOf = (body: string) =>
    readDocx(
      makeDocx({
        body,
        numbering,
        styles: `<w:style w:type="paragraph" w:styleId="Ghost">${hidden}</w:style>`,
      }),
      'report.docx',
    ).blocks.map(({label}) => label)

  test('of a level are counted and not shown', () => {
    const levels = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/>${hidden}</w:lvl>`
    const items = [
      [1, 0],
      [1, 1],
      [1, 0],
      [1, 1],
    ] as const
    expect(labels(abstract(0, levels + level(1, {text: '%1.%2'})) + instance(1, 0), items)).toEqual(
      ['paragraph 1', '1.1', 'paragraph 3', '2.1'],
    )
  })

  test('go with the end of the paragraph', () => {
    const body =
      paragraph('One.', list(1)) +
      paragraph('Two.', list(1) + hidden) +
      paragraph('Three.', list(1))
    expect(labelsOf(body)).toEqual(['1', 'paragraph 2', '3'])
  })

  test('are not counted where nothing of the paragraph is shown', () => {
    const body =
      paragraph('One.', list(1)) +
      paragraph(run('Hidden.', '<w:vanish/>'), list(1) + hidden) +
      paragraph('Hidden, too.', style('Ghost') + list(1)) +
      paragraph('Two.', list(1))
    expect(labelsOf(body)).toEqual(['1', '2'])
  })
})
