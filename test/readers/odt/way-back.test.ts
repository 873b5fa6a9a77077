import fc from 'fast-check'
import {expect, test} from 'vitest'
import {readOdt} from '../../../src/readers/odt.ts'
import {filesOf, note, paragraph, zip} from './make-odt.ts'

// Every character as it stands in the text and as a writer of XML may put it.
const character = fc.constantFrom(
  ...['a', 'B', '’', 'ŷ', '\u00a0', '>'].map((text) => ({text, xml: text})),
  {text: '👩‍👧', xml: '👩‍👧'},
  {text: '&', xml: '&amp;'},
  {text: '“', xml: '&#8220;'},
  {text: '😊', xml: '&#x1F60A;'},
  {text: '&amp;', xml: '<![CDATA[&amp;]]>'},
  {text: '', xml: '<!-- x > -->'},
  {text: '', xml: '\u00ad'},
)

// Never two beside one another, so that each is one space.
const space = fc
  .constantFrom(' ', '\n', '\r\n', ' \t ', '&#32;', '<text:s/>', ' <text:span> ')
  .map((xml) => ({text: ' ', xml: xml.includes('span') ? `${xml}</text:span>` : xml}))

const boundary = fc.constantFrom(
  {text: '', xml: '</text:span><text:span>'},
  {text: '', xml: '<text:bookmark text:name="b"/>'},
  {text: '', xml: '<office:annotation><text:p>no</text:p></office:annotation>'},
  {text: '', xml: note(paragraph('no'))},
  {text: '\t', xml: '<text:tab/>'},
  {text: '\n', xml: '<text:line-break></text:line-break>'},
  {text: 'x', xml: '<text:a>x</text:a>'},
  {text: '   ', xml: '<text:s text:c="3"/>'},
)

const word = fc.array(
  fc.oneof({weight: 5, arbitrary: character}, {weight: 1, arbitrary: boundary}),
  {
    minLength: 1,
    maxLength: 12,
  },
)
const paragraphs = fc.array(fc.array(fc.tuple(space, word), {maxLength: 6}), {
  minLength: 1,
  maxLength: 4,
})

const first = {text: 'w', xml: 'w'}

const signs: Readonly<Record<string, string>> = {
  '<text:tab/>': '\t',
  '<text:line-break>': '\n',
  '<text:s text:c="3"/>': '   ',
  '<text:s/>': ' ',
}

/** A second opinion on what a stretch of XML says. */
const decode = (xml: string) =>
  signs[xml] ??
  xml
    .replace(/^[ \t\r\n]+$/, ' ')
    .replaceAll(/&#(\d+);/g, (_, digits) => String.fromCodePoint(Number(digits)))
    .replaceAll(/&#x(\w+);/g, (_, digits) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replaceAll('&amp;', '&')

test('text split into spans reads back whole, and every range leads back to its XML', () => {
  fc.assert(
    fc.property(paragraphs, (contents) => {
      const said = contents.map((words) =>
        words.flatMap(([white, letters]) => [white, first, ...letters]),
      )
      const join = (key: 'text' | 'xml') =>
        said.map((pieces) => `A${pieces.map((piece) => piece[key]).join('')}Z`)
      const files = filesOf({
        body: join('xml')
          .map((xml) => paragraph(`<text:span>${xml}</text:span>`))
          .join(''),
      })
      const xml = String(files['content.xml'])
      const {text, blocks, segments} = readOdt(zip(files), 'report.odt')
      const body = blocks.filter(({kind}) => kind !== 'footnote')

      expect(body.map((block) => block.text)).toEqual(join('text'))
      for (const {start, end, sourceStart, sourceEnd} of segments) {
        const source = xml.slice(sourceStart, sourceEnd)
        const isCdata = xml.slice(0, sourceStart).endsWith('<![CDATA[')
        expect(isCdata ? source : decode(source)).toBe(text.slice(start, end))
      }
      const covered = segments.reduce((sum, {start, end}) => sum + end - start, 0)
      expect(covered).toBe(blocks.reduce((sum, block) => sum + block.text.length, 0))
      const starts = segments.map(({start}) => start)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    }),
  )
})
