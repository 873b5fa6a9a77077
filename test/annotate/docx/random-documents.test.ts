import fc from 'fast-check'
import {unzipSync} from 'fflate'
import {expect, test} from 'vitest'
import {annotate, clean} from '../../../src/annotate/index.ts'
import {en} from '../../../src/core/catalogue/en.ts'
import type {Range, SourceDocument} from '../../../src/core/types.ts'
import {readDocx} from '../../../src/readers/docx.ts'
import {walkXml} from '../../../src/readers/package/xml.ts'
import {type Files, filesOf, zip} from '../../readers/docx/make-docx.ts'
import {anchorsOf, commentsOf, partOf, rejected} from './anchors.ts'
import {findingAt} from './findings.ts'

const someWords = fc.constantFrom(
  'Cai',
  'said',
  ' he',
  ' pushed her ',
  '😀',
  'é',
  ' and',
  'b ',
  '.',
)
const escaped = fc.constantFrom('&amp;', '&lt;', '&#8220;', '&#x1F600;', '\r\n')

const bold = '<w:rPr><w:b/></w:rPr>'
const inText = (tag: string) => (text: string) =>
  `<w:${tag} xml:space="preserve">${text}</w:${tag}>`

const plainText = fc.array(someWords, {minLength: 1, maxLength: 4}).map((some) => some.join(''))
const text = fc.oneof(
  plainText.map(inText('t')),
  plainText.map(inText('t')),
  fc.tuple(plainText, escaped, plainText).map((some) => inText('t')(some.join(''))),
  plainText.map((some) => `<w:t>${some}</w:t>`),
  plainText.map((some) => `<w:t xml:space="default"> ${some} </w:t>`),
  fc.tuple(plainText, plainText).map(([a, b]) => `<w:t>${a}<![CDATA[${b}]]></w:t>`),
  plainText.map((some) => inText('t')(`<![CDATA[ ${some} & ]]>`)),
  fc.tuple(plainText, plainText).map(([a, b]) => inText('t')(`${a}<!-- c -->${b}`)),
)
const child = fc.oneof(
  {weight: 8, arbitrary: text},
  {weight: 1, arbitrary: fc.constantFrom('<w:tab/>', '<w:br/>', '<w:footnoteReference w:id="2"/>')},
)
const run = fc
  .tuple(fc.boolean(), fc.array(child, {minLength: 1, maxLength: 3}))
  .map(([isBold, some]) => `<w:r>${isBold ? bold : ''}${some.join('')}</w:r>`)

/** What is marked as a whole shows where it begins and ends, so that a test can tell what belongs to it. */
const shown = (result: string) => `<w:r><w:t>⟦</w:t></w:r>${result}<w:r><w:t>⟧</w:t></w:r>`

const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const code = '<w:r><w:instrText> REF x </w:instrText></w:r>'
const field = (result: string) =>
  `${char('begin')}${code}${char('separate')}${result}${char('end')}`

const runs = fc.array(run, {minLength: 1, maxLength: 3}).map((some) => some.join(''))
const wrapped = fc.oneof(
  runs.map((some) => `<w:ins w:id="7" w:author="Ann">${some}</w:ins>`),
  runs.map((some) => `<w:hyperlink w:anchor="x">${some}</w:hyperlink>`),
  runs.map((some) => `<w:sdt><w:sdtPr/><w:sdtContent>${some}</w:sdtContent></w:sdt>`),
  plainText.map(
    (some) => `<w:del w:id="8" w:author="Ann"><w:r>${inText('delText')(some)}</w:r></w:del>`,
  ),
)
const fields = fc.oneof(
  runs.map((some) => `<w:smartTag w:element="x">${shown(some)}</w:smartTag>`),
  runs.map((some) => field(shown(some))),
  fc.tuple(runs, runs).map(([a, b]) => field(shown(a + field(b)))),
  runs.map((some) => `<w:fldSimple w:instr="x">${shown(some)}</w:fldSimple>`),
  wrapped.map((some) => field(shown(some))),
  // Marked as a whole, too.
  runs.map((some) => `<w:smartTag w:element="x">${shown(some)}</w:smartTag>`),
)
const box = plainText.map((some) => {
  const content = `<w:txbxContent><w:p><w:r>${inText('t')(`box ${some}`)}</w:r></w:p></w:txbxContent>`
  return `<w:r><w:t>near</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp>${content}</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>${content}</w:pict></mc:Fallback></mc:AlternateContent><w:t>by</w:t></w:r>`
})
const others = runs.map(
  (some) =>
    `<w:commentRangeStart w:id="3"/>${some}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>`,
)
const piece = fc.oneof(
  {weight: 6, arbitrary: run},
  {weight: 3, arbitrary: wrapped},
  {weight: 2, arbitrary: fields},
  {weight: 1, arbitrary: box},
  {weight: 1, arbitrary: others},
  {weight: 1, arbitrary: fc.constant('<w:bookmarkStart w:id="1" w:name="x"/><w:proofErr/>')},
)
const paragraph = fc
  .tuple(fc.boolean(), fc.array(piece, {minLength: 1, maxLength: 5}))
  .map(
    ([isKept, some]) =>
      `<w:p>${isKept ? '<w:pPr><w:keepNext/></w:pPr>' : ''}${some.join('')}</w:p>`,
  )

const note = '<w:footnote w:id="2"><w:p><w:r><w:t>note words</w:t></w:r></w:p></w:footnote>'
const theirs =
  '<w:comment w:id="3" w:author="Ann"><w:p><w:r><w:t>Theirs</w:t></w:r></w:p></w:comment>'

const files = fc
  .tuple(fc.array(paragraph, {minLength: 1, maxLength: 4}), fc.boolean())
  .map(([body, hasComments]): Files => {
    const parts = {body: body.join(''), footnotes: note}
    return filesOf(hasComments ? {...parts, comments: theirs} : parts)
  })

const cuts = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(12), fc.boolean()), {
  minLength: 1,
  maxLength: 6,
})

type Cut = readonly [block: number, start: number, length: number, isSuggested: boolean]

function rangeOf({blocks}: SourceDocument, [block, start, length]: Cut): Range {
  const {range} = blocks[block % blocks.length] ?? {range: {start: 0, end: 1}}
  const from = range.start + (start % (range.end - range.start))
  return {start: from, end: Math.min(range.end, from + 1 + length)}
}

const isLow = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at))

/** The words with both halves of each character, and with all of each field. */
function expected({text, blocks}: SourceDocument, {start, end}: Range): string {
  const block = blocks.find(({range}) => range.start <= start && end <= range.end)
  const before = text.slice(block?.range.start, start)
  const after = text.slice(end, block?.range.end)
  const fieldStart = before.lastIndexOf('⟦')
  const fieldEnd = after.indexOf('⟧')
  const nextField = after.indexOf('⟦')
  const startsInField = fieldStart > before.lastIndexOf('⟧')
  const endsInField = fieldEnd >= 0 && (nextField < 0 || fieldEnd < nextField)
  const head = startsInField ? before.slice(fieldStart) : isLow(text, start) ? before.slice(-1) : ''
  const tail = endsInField
    ? after.slice(0, fieldEnd + 1)
    : isLow(text, end)
      ? after.slice(0, 1)
      : ''
  return head + text.slice(start, end) + tail
}

const options = {author: en.annotating.author, initials: 'LC', date: '2026-02-01T09:00:00Z'}

const checkWellFormed = (bytes: Uint8Array) => {
  for (const name of Object.keys(unzipSync(bytes))) {
    walkXml({file: 'x', part: name, xml: partOf(bytes, name)}, {})
  }
}

test('comments stand at the words, nothing else changes, and all of it can be taken out', () => {
  fc.assert(
    fc.property(files, cuts, (made, some) => {
      const bytes = zip(made)
      const document = readDocx(bytes, 'report.docx')
      fc.pre(document.blocks.length > 0)
      const findings = some
        .map((cut) => findingAt(document, rangeOf(document, cut)))
        .toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
      const annotated = annotate(bytes, document, findings, options)
      expect(annotated.comments).toBe(findings.length)

      checkWellFormed(annotated.bytes)
      expect(readDocx(annotated.bytes, 'report.docx').text).toBe(document.text)

      const anchors = anchorsOf(partOf(annotated.bytes, 'word/document.xml'))
      const commentsName = made['word/comments1.xml'] ? 'word/comments1.xml' : 'word/comments.xml'
      const comments = [...commentsOf(partOf(annotated.bytes, commentsName))].slice(
        -findings.length,
      )
      for (const [index, finding] of findings.entries()) {
        const [id = '', comment = ''] = comments[index] ?? []
        const {label, range} = finding
        const isApart = label.startsWith('text box') || label.startsWith('footnote')
        const actual = finding.actual.replace(/\s+/g, ' ').trim()
        // Half a character cannot be written.
        const words = actual.replace(/\p{Cs}/gu, '')
        const where = actual === '' ? `In ${label}:` : `In ${label}, at “${words}”:`
        if (isApart) expect(comment.split('\n')[0]).toBe(where)
        else expect(anchors.get(id)).toBe(expected(document, range))
      }

      const cleaned = clean(annotated.bytes, 'report.docx')
      expect(cleaned).toMatchObject({removed: findings.length, kept: 0, isExact: true})
      expect(unzipSync(cleaned.bytes)).toEqual(unzipSync(bytes))
      expect(annotate(cleaned.bytes, document, findings, options).bytes).toEqual(annotated.bytes)
    }),
    {numRuns: 200},
  )
}, 120_000)

test('suggestions stand in plain text alone, and refusing them gives the text back', () => {
  fc.assert(
    fc.property(files, cuts, (made, some) => {
      const bytes = zip(made)
      const document = readDocx(bytes, 'report.docx')
      fc.pre(document.blocks.length > 0)
      const findings = some.map((cut) =>
        findingAt(document, rangeOf(document, cut), cut[3] ? {replacements: ['other words']} : {}),
      )
      const annotated = annotate(bytes, document, findings, {...options, suggest: true})
      checkWellFormed(annotated.bytes)
      const xml = partOf(annotated.bytes, 'word/document.xml')
      expect(xml.split('<w:ins w:id').length - 1).toBeGreaterThanOrEqual(annotated.suggestions)
      const author = options.author.replace(/[()]/g, '\\$&')
      const refused = zip({...made, 'word/document.xml': rejected(xml, author)})
      expect(readDocx(refused, 'report.docx').text).toBe(document.text)
      const cleaned = clean(annotated.bytes, 'report.docx')
      expect(unzipSync(cleaned.bytes)).toEqual(unzipSync(bytes))

      // As after another program has saved it: one more space in the main part.
      const {'customXml/item1.xml': _, ...saved} = unzipSync(annotated.bytes)
      const byOwnership = clean(zip({...saved, 'word/document.xml': `${xml} `}), 'report.docx')
      expect(byOwnership).toMatchObject({removed: findings.length, kept: 0, isExact: false})
      checkWellFormed(byOwnership.bytes)
      expect(readDocx(byOwnership.bytes, 'report.docx').text).toBe(document.text)
    }),
    {numRuns: 200},
  )
}, 120_000)
