import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Tracked} from '../../../src/core/types.ts'
import {readDocx} from '../../../src/readers/docx.ts'
import {filesOf, zip} from './make-docx.ts'

// Every character as it stands in the text and as a writer of XML may put it.
const character = fc.oneof(
  fc.constantFrom(
    ...['a', 'B', ' ', '’', 'ŷ', '\u00a0', ']', '>'].map((text) => ({text, xml: text})),
    {text: '😊', xml: '😊'},
    {text: '👩‍👧', xml: '👩‍👧'},
    {text: 'e\u0301', xml: 'e\u0301'},
    {text: '&', xml: '&amp;'},
    {text: '<', xml: '&lt;'},
    {text: '“', xml: '&#8220;'},
    {text: '”', xml: '&#x201D;'},
    {text: '😊', xml: '&#x1F60A;'},
    {text: '\n', xml: '\r\n'},
    {text: '&amp;', xml: '<![CDATA[&amp;]]>'},
    {text: '', xml: '<!-- <w:t>x</w:t> > -->'},
    {text: '', xml: '<?x y?>'},
  ),
)

const openText = '<w:t xml:space="preserve">'
const startRun = `<w:r>${openText}`
const endRun = '</w:t></w:r>'
const boundary = fc.constantFrom(
  {text: '', xml: `</w:t>${openText}`},
  {text: '', xml: endRun + startRun},
  {text: '', xml: `${endRun}<w:proofErr w:type="spellEnd"/>${startRun}`},
  {text: '', xml: `${endRun}<w:bookmarkStart w:id="1" w:name="b"></w:bookmarkStart>${startRun}`},
  {text: '', xml: `${endRun}<w:ins w:id="2">${startRun}${endRun}</w:ins>${startRun}`},
  {
    text: 'new',
    before: '',
    xml: `${endRun}<w:ins w:id="2">${startRun}new${endRun}</w:ins>${startRun}`,
  },
  {
    text: '',
    before: 'o<d',
    xml: `${endRun}<w:del><w:r><w:delText>o&lt;d</w:delText></w:r></w:del>${startRun}`,
  },
  {text: '=1', xml: `${endRun}<m:oMath><m:r><m:t>=1</m:t></m:r></m:oMath>${startRun}`},
  {text: '→', xml: `</w:t><w:sym w:font="Symbol" w:char="F0AE"/>${openText}`},
  {text: '\t', xml: `</w:t><w:tab/>${openText}`},
  {text: '\u2011', xml: `</w:t><w:noBreakHyphen></w:noBreakHyphen>${openText}`},
)

const paragraphs = fc.array(
  fc.array(fc.oneof({weight: 5, arbitrary: character}, {weight: 1, arbitrary: boundary}), {
    minLength: 1,
    maxLength: 40,
  }),
  {minLength: 1, maxLength: 4},
)

/** A second opinion on what a stretch of XML says. */
const decode = (xml: string) =>
  xml
    .replace('<w:tab/>', '\t')
    .replace('<w:noBreakHyphen>', '\u2011')
    .replace('<w:sym w:font="Symbol" w:char="F0AE"/>', '→')
    .replaceAll('\r\n', '\n')
    .replaceAll(/&#(\d+);/g, (_, digits) => String.fromCodePoint(Number(digits)))
    .replaceAll(/&#x(\w+);/g, (_, digits) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')

interface Piece {
  readonly text: string
  /** The text before tracked changes, where it is another. */
  readonly before?: string
}

const textIn = ({text, before = text}: Piece, tracked: Tracked) =>
  tracked === 'original' ? before : text

test('text split into runs reads back whole, and every range leads back to its XML', () => {
  fc.assert(
    fc.property(paragraphs, fc.constantFrom('accepted', 'original'), (contents, tracked) => {
      const body = contents.map(
        (pieces) => `<w:p>${startRun}A${pieces.map(({xml}) => xml).join('')}${endRun}</w:p>`,
      )
      const expected = contents.map(
        (pieces) => `A${pieces.map((piece) => textIn(piece, tracked)).join('')}`,
      )
      // "]]>" may not stand in character data.
      fc.pre(!body.some((xml) => xml.replaceAll(/<!\[CDATA\[.*?\]\]>/g, '').includes(']]>')))
      const files = filesOf({body: body.join('')})
      const xml = String(files['word/document.xml'])
      const document = readDocx(zip(files), 'report.docx', {tracked})

      expect(document.blocks.map(({text}) => text)).toEqual(expected)
      expect(document.text).toBe(expected.join('\n\n'))
      for (const {range, text} of document.blocks) {
        const segments = document.segments.filter(
          ({start, end}) => start >= range.start && end <= range.end,
        )
        const lengths = segments.reduce((sum, {start, end}) => sum + end - start, 0)
        expect(lengths).toBe(text.length)
        expect(segments.map((segment) => sourceOf(segment, xml)).join('')).toBe(text)
      }
      const starts = document.segments.map(({start}) => start)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    }),
  )
})

// What stands in CDATA is taken as it is, so a literal "&amp;" there is five characters of text.
function sourceOf({sourceStart, sourceEnd}: {sourceStart: number; sourceEnd: number}, xml: string) {
  const source = xml.slice(sourceStart, sourceEnd)
  return xml.slice(0, sourceStart).endsWith('<![CDATA[') ? source : decode(source)
}
