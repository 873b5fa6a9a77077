import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {annotateOdt} from '../../../src/annotate/odt/annotate.ts'
import {cleanOdt} from '../../../src/annotate/odt/clean.ts'
import type {Finding} from '../../../src/core/types.ts'
import {readOdt} from '../../../src/readers/odt.ts'
import {filesOf, makeOdt, paragraph, zip} from '../../readers/odt/make-odt.ts'
import {commentedWords, findingsAt, options} from './samples.ts'

const replaced = (finding: Finding): Finding => ({...finding, replacements: ['domestic abuse']})

function suggested(body: string, ...words: readonly string[]) {
  const bytes = makeOdt({body})
  const document = readOdt(bytes, 'report.odt')
  const findings = findingsAt(document, ...words).map(replaced)
  const copy = annotateOdt(bytes, document, findings, {...options, suggest: true})
  return {
    bytes,
    document,
    copy,
    accepted: readOdt(copy.bytes, 'report.odt').text,
    original: readOdt(copy.bytes, 'report.odt', {tracked: 'original'}).text,
  }
}

const contentOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array())
/** As a program leaves it that has saved the file. */
const saved = (bytes: Uint8Array, change: (xml: string) => string = (xml) => xml) => {
  const {'language-check-1.xml': _, ...files} = unzipSync(bytes)
  return zip({...files, 'content.xml': change(contentOf(bytes))})
}

const body = paragraph(
  'A course on <text:span text:style-name="T1">domestic violence</text:span> in May.',
)

test('a tracked change offers the wording; both readings are whole', () => {
  const {document, copy, accepted, original} = suggested(body, 'domestic violence')
  expect([copy.comments, copy.suggestions]).toEqual([1, 1])
  expect(original).toBe(document.text)
  expect(accepted).toBe('A course on domestic abuse in May.')
  const xml = contentOf(copy.bytes)
  expect(xml).toContain('<office:text><text:tracked-changes text:track-changes="false">')
  expect(xml).toContain(
    '</office:change-info><text:p><text:span text:style-name="T1">domestic violence</text:span></text:p></text:deletion>',
  )
  expect(commentedWords(xml).map(({words}) => words)).toEqual(['domestic abuse'])
})

test('another comment on some of the words takes in the whole change', () => {
  const bytes = makeOdt({body})
  const document = readOdt(bytes, 'report.odt')
  const [first, ...others] = findingsAt(document, 'domestic violence', 'violence in', 'on domestic')
  const findings = first ? [replaced(first), ...others] : []
  const copy = annotateOdt(bytes, document, findings, {...options, suggest: true})
  const words = commentedWords(contentOf(copy.bytes)).map((one) => one.words)
  expect(words.toSorted()).toEqual(['domestic abuse', 'domestic abuse in', 'on domestic abuse'])
  expect(readOdt(copy.bytes, 'a.odt', {tracked: 'original'}).text).toBe(document.text)
})

test('a change is kept beside those of others', () => {
  const theirs =
    '<text:tracked-changes><text:changed-region text:id="change-1"><text:insertion><office:change-info><dc:creator>K. Lewis</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>'
  const {copy, accepted, original} = suggested(
    `${theirs}${paragraph('On <text:change-start text:change-id="change-1"/>any <text:change-end text:change-id="change-1"/>domestic violence.')}`,
    'domestic violence',
  )
  expect(copy.suggestions).toBe(1)
  expect([accepted, original]).toEqual(['On any domestic abuse.', 'On domestic violence.'])
  const cleaned = cleanOdt(saved(copy.bytes), 'a.odt')
  expect(contentOf(cleaned.bytes)).toContain(theirs)
  expect(readOdt(cleaned.bytes, 'a.odt').text).toBe('On any domestic violence.')
})

test('an id in single quotes is taken, too', () => {
  const theirs =
    "<text:tracked-changes><text:changed-region text:id='change-1'><text:insertion><office:change-info><dc:creator>K. Lewis</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>"
  const {copy} = suggested(
    `${theirs}${paragraph("On <text:change-start text:change-id='change-1'/>any <text:change-end text:change-id='change-1'/>domestic violence.")}`,
    'domestic violence',
  )
  expect(contentOf(copy.bytes).match(/ text:id=["'][^"']*["']/g)).toEqual([
    " text:id='change-1'",
    ' text:id="change-3"',
    ' text:id="change-2"',
  ])
})

describe('no change is offered, only a comment', () => {
  const inserted =
    '<text:tracked-changes><text:changed-region text:id="a"><text:insertion/></text:changed-region></text:tracked-changes>'
  test.each([
    ['over two spans', paragraph('domestic <text:span>violence</text:span>')],
    ['in a link', paragraph('<text:a>domestic violence</text:a>')],
    ['in CDATA', paragraph('<![CDATA[domestic violence]]>')],
    ['over a note', paragraph('domestic<text:bookmark text:name="b"/> violence')],
    ['over two spaces', paragraph('domestic  violence')],
    ['in a field', paragraph('<text:title>domestic violence</text:title>')],
    [
      'in what somebody else has inserted',
      `${inserted}${paragraph('<text:change-start text:change-id="a"/>domestic violence<text:change-end text:change-id="a"/>')}`,
    ],
  ])('%s', (_, content) => {
    const {copy} = suggested(content, 'domestic violence')
    expect([copy.comments, copy.suggestions]).toEqual([1, 0])
  })

  test('unless it is asked for', () => {
    const bytes = makeOdt({body})
    const document = readOdt(bytes, 'a.odt')
    const findings = findingsAt(document, 'domestic violence').map(replaced)
    expect(annotateOdt(bytes, document, findings, options).suggestions).toBe(0)
  })
})

describe('clean', () => {
  const {bytes, copy} = suggested(body, 'domestic violence')

  test('gives every part back', () => {
    const cleaned = cleanOdt(copy.bytes, 'a.odt')
    expect(unzipSync(cleaned.bytes)).toEqual(unzipSync(bytes))
    expect([cleaned.removed, cleaned.isExact]).toEqual([1, true])
  })

  test('takes the change back after the file was saved', () => {
    const cleaned = cleanOdt(saved(copy.bytes), 'a.odt')
    expect({...cleaned, bytes: readOdt(cleaned.bytes, 'a.odt')}).toEqual({
      bytes: {...readOdt(bytes, 'a.odt'), segments: expect.anything()},
      removed: 1,
      kept: 0,
      isExact: false,
    })
    expect(contentOf(cleaned.bytes)).not.toContain('tracked-changes')
  })

  test('leaves what was accepted', () => {
    const xml = contentOf(copy.bytes)
      .replace(/<text:tracked-changes.*<\/text:tracked-changes>/, '')
      .replaceAll(/<text:change[^>]*>/g, '')
    const cleaned = cleanOdt(
      saved(copy.bytes, () => xml),
      'a.odt',
    )
    expect(readOdt(cleaned.bytes, 'a.odt').text).toBe('A course on domestic abuse in May.')
    expect(cleaned.removed).toBe(1)
  })

  test('keeps a change into which somebody wrote', () => {
    const changed = saved(copy.bytes, (xml) =>
      xml.replace('/>domestic abuse<', '/>domestic abuse by Mr Hughes<'),
    )
    const cleaned = cleanOdt(changed, 'a.odt')
    expect([cleaned.removed, cleaned.kept]).toEqual([1, 1])
    expect(readOdt(cleaned.bytes, 'a.odt').text).toBe(
      'A course on domestic abuse by Mr Hughes in May.',
    )
    expect(readOdt(cleaned.bytes, 'a.odt', {tracked: 'original'}).text).toBe(
      'A course on domestic violence in May.',
    )
  })

  test('takes a comment out of words that came back', () => {
    const moved = saved(copy.bytes, (xml) => {
      const [comment = ''] = /<office:annotation .*<\/office:annotation>/.exec(xml) ?? []
      return xml
        .replace(comment, '')
        .replace(
          '>domestic violence</text:span></text:p></text:deletion>',
          (found) => `>${comment}${found.slice(1)}`,
        )
    })
    const cleaned = cleanOdt(moved, 'a.odt')
    expect(readOdt(cleaned.bytes, 'a.odt')).toEqual({
      ...readOdt(bytes, 'a.odt'),
      segments: expect.anything(),
    })
  })

  test('leaves the tracked changes of others alone', () => {
    const files = filesOf({
      body: `<text:tracked-changes><text:changed-region text:id="x"><text:deletion><office:change-info><text:p>Could read: better</text:p></office:change-info>${paragraph('denied')}</text:deletion></text:changed-region></text:tracked-changes>${paragraph('He <text:change text:change-id="x"/>')}`,
    })
    const before = zip(files)
    expect(cleanOdt(before, 'a.odt')).toEqual({bytes: before, removed: 0, kept: 0, isExact: true})
  })
})
