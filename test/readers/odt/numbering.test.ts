import {expect, test} from 'vitest'
import {readOdt} from '../../../src/readers/odt.ts'
import {heading, makeOdt, paragraph, style} from './make-odt.ts'

const level = (depth: number, format: string, more = '') =>
  `<text:list-level-style-number text:level="${depth}" style:num-format="${format}" ${more}/>`
const outlineLevel = (depth: number, format: string, more = '') =>
  `<text:outline-level-style text:level="${depth}" style:num-format="${format}" ${more}/>`
const listStyle = (name: string, ...levels: string[]) =>
  `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`
const list = (content: string, attributes = 'text:style-name="L"') =>
  `<text:list ${attributes}>${content}</text:list>`
const item = (content: string, attributes = '') =>
  `<text:list-item ${attributes}>${content.startsWith('<') ? content : paragraph(content)}</text:list-item>`

const styles = [
  `<text:outline-style>${outlineLevel(1, '1', 'style:num-suffix="."')}${outlineLevel(2, '1', 'text:display-levels="2"')}${outlineLevel(3, '')}</text:outline-style>`,
  listStyle(
    'L',
    level(1, '1', 'style:num-suffix="."'),
    level(2, 'a', 'style:num-prefix="(" style:num-suffix=")"'),
    level(3, 'i', 'text:display-levels="3" style:num-suffix="."'),
  ),
  listStyle('Letters', level(1, 'A', 'text:start-value="26" style:num-suffix=")"')),
  listStyle('Double', level(1, 'a', 'text:start-value="26" style:num-letter-sync="true"')),
  listStyle('Roman', level(1, 'I', 'text:start-value="1994"')),
  listStyle('Huge', level(1, 'a', 'text:start-value="999999999"')),
  listStyle(
    'Bullets',
    '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>',
    level(2, '1', 'text:display-levels="2" style:num-suffix="."'),
  ),
  listStyle(
    'Format',
    level(1, '1', 'loext:num-list-format="%1%."'),
    level(2, 'i', 'style:num-suffix="." loext:num-list-format="Part %1%-%2%."'),
  ),
].join('')

/** Label and text of each block, the label only where it is a number. */
function numbers(body: string, automatic = '') {
  const {blocks} = readOdt(makeOdt({body, styles, automatic}), 'report.odt')
  return blocks.map(({label, text}) =>
    /^(paragraph|heading) /.test(label) ? text : `${label} | ${text}`,
  )
}

// The numbers are those that LibreOffice 7.4 shows for the same lists.
test('items count by level, and further paragraphs of an item share its number', () => {
  const body = list(
    item(paragraph('one') + paragraph('more')) +
      item(
        paragraph('two') +
          list(item('two a') + item(paragraph('two b') + list(item('two b i'), '')), '') +
          paragraph('after') +
          list(item('starts again'), '') +
          list(item('goes on'), 'text:continue-numbering="true"'),
      ) +
      `<text:list-header>${paragraph('header')}</text:list-header>` +
      item('three'),
  )
  expect(numbers(body)).toEqual([
    '1 | one',
    '1 | more',
    '2 | two',
    '(a) | two a',
    '(b) | two b',
    '2.b.i | two b i',
    '2 | after',
    '(a) | starts again',
    '(b) | goes on',
    'header',
    '3 | three',
  ])
})

test('a list starts again, unless it says that it continues another', () => {
  const named = 'text:style-name="L"'
  const body = [
    list(item(paragraph('one') + list(item('a'), '')), `${named} xml:id="first"`),
    paragraph('between'),
    list(item('again') + item('five', 'text:start-value="5"') + item('')),
    list(item('seven'), `${named} text:continue-numbering="true"`),
    list(item(list(item('b'), '')), `${named} text:continue-list="first"`),
    list(item('two'), `${named} text:continue-list="first"`),
    list(item('Z'), 'text:style-name="Letters"'),
    list(item('another between'), `${named} text:continue-numbering="true"`),
  ].join('')
  expect(numbers(body)).toEqual([
    '1 | one',
    '(a) | a',
    'between',
    '1 | again',
    '5 | five',
    '7 | seven',
    '(b) | b',
    '2 | two',
    'Z) | Z',
    '1 | another between',
  ])
})

test.each([
  ['Letters', ['Z) | x', 'AA) | x', 'AB) | x']],
  ['Double', ['z | x', 'aa | x', 'bb | x']],
  ['Roman', ['MCMXCIV | x', 'MCMXCV | x', 'MCMXCVI | x']],
  ['Huge', ['999999999 | x', '1000000000 | x', '1000000001 | x']],
  ['Bullets', ['x', 'x', 'x']],
  ['Nowhere', ['x', 'x', 'x']],
])('formats of %s', (name, expected) => {
  expect(numbers(list(item('x').repeat(3), `text:style-name="${name}"`))).toEqual(expected)
})

test('levels without a number are passed over, and one that was not used shows where it starts', () => {
  const inner = list(item('inner'), '')
  expect(numbers(list(item(paragraph('•') + inner), 'text:style-name="Bullets"'))).toEqual([
    '•',
    '1 | inner',
  ])
  expect(numbers(list(item(list(item(list(item('deep'), '')), ''))))).toEqual(['1.a.i | deep'])
})

test('a format as LibreOffice writes it says more than prefix and suffix', () => {
  const body = list(
    item(paragraph('x') + list(item('y') + item('z'), '')),
    'text:style-name="Format"',
  )
  expect(numbers(body)).toEqual(['1 | x', 'Part 1-i | y', 'Part 1-ii | z'])
})

test('a list without a style has that of its paragraph; numbered paragraphs need no list', () => {
  const automatic =
    '<style:style style:name="P1" style:family="paragraph" style:list-style-name="L"/>'
  const numbered = (text: string, depth: number) =>
    `<text:numbered-paragraph text:list-id="n" text:style-name="L" text:level="${depth}">${paragraph(text)}</text:numbered-paragraph>`
  const body =
    list(item(paragraph('one', 'P1')), '') +
    paragraph('in no list', 'P1') +
    numbered('first', 1) +
    numbered('a', 2) +
    numbered('second', 1)
  expect(numbers(body, automatic)).toEqual([
    '1 | one',
    'in no list',
    '1 | first',
    '(a) | a',
    '2 | second',
  ])
})

test('headings are numbered by the outline, or by the list they stand in', () => {
  const body = [
    heading('Intro'),
    heading('Sub', 2),
    heading('Deep', 3),
    heading('Unnumbered', 1, 'text:is-list-header="true"'),
    heading('Sub two', 2),
    heading('Off', 1, 'text:style-name="Off"'),
    heading('Seven', 1, 'text:restart-numbering="true" text:start-value="7"'),
    heading('Sub of seven', 2),
    list(item(heading('In a list'))),
  ].join('')
  const automatic =
    '<style:style style:name="Off" style:family="paragraph" style:list-style-name=""/>'
  expect(numbers(body, automatic)).toEqual([
    '1 | Intro',
    '1.1 | Sub',
    'Deep',
    'Unnumbered',
    '1.2 | Sub two',
    'Off',
    '7 | Seven',
    '7.1 | Sub of seven',
    '1 | In a list',
  ])
})

test('only what was inserted takes no number in the original reading', () => {
  const body = `<text:tracked-changes><text:changed-region text:id="a"><text:insertion/></text:changed-region></text:tracked-changes>${list(
    item(paragraph('one<text:change-start text:change-id="a"/>')) +
      item('new') +
      item(paragraph('<text:change-end text:change-id="a"/>')) +
      item('three'),
  )}`
  const bytes = makeOdt({body, styles: styles + style('x', '')})
  const labels = readOdt(bytes, 'a.odt', {tracked: 'original'}).blocks.map(({label}) => label)
  expect(labels).toEqual(['1', '2'])
})
