import fc from 'fast-check'
import {strFromU8, unzipSync} from 'fflate'
import {expect, test} from 'vitest'
import {annotateOdt} from '../../../src/annotate/odt/annotate.ts'
import {cleanOdt} from '../../../src/annotate/odt/clean.ts'
import {readOdt} from '../../../src/readers/odt.ts'
import {makeOdt, note, paragraph} from '../../readers/odt/make-odt.ts'
import {commentedWords, findingAt, options} from './samples.ts'

const box = `<draw:frame><draw:text-box>${paragraph('in a box')}</draw:text-box></draw:frame>`

const piece = fc.constantFrom(
  ...['She ', 'was', ' ', '  ', 'said', '.', '😊', 'R &amp; D', '&#8220;', '\n', '\u00ad'],
  ...[
    '<text:span>sa</text:span>',
    '<text:a>her<text:span>e</text:span></text:a>',
    '</text:span><text:span>',
  ],
  ...[
    '<text:tab/>',
    '<text:s text:c="2"/>',
    '<text:line-break/>',
    '<text:bookmark text:name="b"/>',
  ],
  ...[
    '<![CDATA[a < b]]>',
    '<!-- x -->',
    '<text:date>4 May</text:date>',
    '<text:ruby><text:ruby-base>base</text:ruby-base></text:ruby>',
  ],
  ...[note(paragraph('in a note')), box, '<text:span text:style-name="Hidden">hidden</text:span>'],
  '<text:change text:change-id="d"/>',
  '<office:annotation office:name="comment-2"><dc:creator>K</dc:creator><text:p>Theirs</text:p></office:annotation>x<office:annotation-end office:name="comment-2"/>',
)

const bodies = fc
  .array(fc.array(piece, {minLength: 1, maxLength: 12}), {minLength: 1, maxLength: 4})
  .map((paragraphs) =>
    [
      `<text:tracked-changes><text:changed-region text:id="d"><text:deletion>${paragraph('gone')}</text:deletion></text:changed-region></text:tracked-changes>`,
      ...paragraphs.map((pieces) => paragraph(`<text:span>${pieces.join('')}</text:span>`)),
      paragraph('Last.'),
    ].join(''),
  )

const automatic =
  '<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>'

const wholes = /4 May|base|😊/gu

/** The words of a block, as wide as a comment on them has to be. */
function asCommented(text: string, start: number, end: number): string {
  let [from, to] = [start, end]
  for (const {index, 0: whole} of text.matchAll(wholes)) {
    if (index < end && index + whole.length > start) {
      from = Math.min(from, index)
      to = Math.max(to, index + whole.length)
    }
  }
  return text.slice(from, to)
}

const plain = (text: string) => text.replaceAll(/\s|\u00ad/g, '')

test.each(['accepted', 'original'] as const)(
  'any comments on any text, read as %s, leave it as it was and come out again',
  (tracked) => {
    fc.assert(
      fc.property(
        bodies,
        fc.array(fc.tuple(fc.nat(), fc.nat(200)), {maxLength: 8}),
        (body, picks) => {
          const bytes = makeOdt({body, automatic})
          const document = readOdt(bytes, 'report.odt', {tracked})
          const ranges = picks.flatMap(([where, length]) => {
            const block = document.blocks[where % document.blocks.length]
            if (!block) return []
            const start = block.range.start + (where % block.text.length)
            return [{start, end: Math.min(block.range.end, start + 1 + (length % 20))}]
          })
          const findings = ranges.map((range) => findingAt(document, range))
          const copy = annotateOdt(bytes, document, findings, options)
          expect(copy.comments).toBe(findings.length)

          const again = readOdt(copy.bytes, 'report.odt', {tracked})
          expect(again.blocks).toEqual(document.blocks)
          expect(again.ownComments ?? 0).toBe(findings.length)
          expect(again.unread).toEqual(document.unread)

          if (tracked === 'accepted') {
            const xml = strFromU8(unzipSync(copy.bytes)['content.xml'] ?? new Uint8Array())
            const own = commentedWords(xml).filter(({comment}) => comment !== 'Theirs')
            const expected = ranges.map((range) => {
              const block = document.blocks.find(
                ({range: {start, end}}) => start <= range.start && range.end <= end,
              )
              if (block?.kind !== 'paragraph') return ''
              return plain(
                asCommented(
                  block.text,
                  range.start - block.range.start,
                  range.end - block.range.start,
                ),
              )
            })
            const found = own.map(({words}) =>
              plain(words.replaceAll('hidden', '').replaceAll('in a box', '')),
            )
            expect(found.toSorted()).toEqual(expected.toSorted())
          }

          const cleaned = cleanOdt(copy.bytes, 'report.odt')
          expect(unzipSync(cleaned.bytes)).toEqual(unzipSync(bytes))
          expect([cleaned.removed, cleaned.isExact]).toEqual([findings.length, true])
        },
      ),
    )
  },
)
