import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {annotateOdt} from '../../../src/annotate/odt/annotate.ts'
import {cleanOdt} from '../../../src/annotate/odt/clean.ts'
import {ownershipOf} from '../../../src/core/own-comment.ts'
import {readOdt} from '../../../src/readers/odt.ts'
import {
  type Files,
  filesOf,
  heading,
  makeFlat,
  makeOdt,
  note,
  paragraph,
  zip,
} from '../../readers/odt/make-odt.ts'
import {commentedWords, findingAt, findingsAt, options} from './samples.ts'

const partOf = (bytes: Uint8Array, name = 'content.xml') =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

/** What is commented on where the words of a body are flagged. */
function annotated(body: string, ...words: readonly string[]) {
  const bytes = makeOdt({body})
  const document = readOdt(bytes, 'report.odt')
  const copy = annotateOdt(bytes, document, findingsAt(document, ...words), options)
  expect(readOdt(copy.bytes, 'report.odt').text).toBe(document.text)
  return commentedWords(partOf(copy.bytes))
}

test('an annotation holds the comment, and ends after the words', () => {
  const bytes = makeOdt({body: paragraph('It was <text:span>sa</text:span>id so.')})
  const document = readOdt(bytes, 'report.odt')
  const copy = annotateOdt(bytes, document, findingsAt(document, 'was said'), options)
  expect({...copy, bytes: undefined}).toEqual({
    bytes: undefined,
    comments: 1,
    suggestions: 0,
    leftOut: 0,
    isForWordAlone: false,
    isSigned: false,
    isProtected: false,
  })
  const xml = partOf(copy.bytes)
  const [start, signed] = xml.split(/(?<=it\.<\/text:p>)<text:p>(?=unnamed-doer)/)
  expect(start?.slice(start.indexOf('<text:p>'))).toBe(
    '<text:p>It <office:annotation office:name="comment-1"><dc:creator>Language check (draft)</dc:creator><dc:date>2026-02-01T09:00:00Z</dc:date><meta:creator-initials>LC</meta:creator-initials><text:p>Usually worth changing: Says what was done &amp; not who did it.</text:p><text:p>Why it matters: Nobody who reads “it” can tell.</text:p><text:p>Ask: Who did it?</text:p><text:p>If you were told it: ___ told me that ___ &lt;did&gt; it.</text:p>',
  )
  expect(signed?.slice(signed.indexOf('</text:p>'))).toMatch(
    /^<\/text:p><\/office:annotation>was <text:span>sa<\/text:span>id<office:annotation-end office:name="comment-1"\/> so\./,
  )
  expect(ownershipOf(commentedWords(xml)[0]?.comment ?? '')).toBe('own')
})

describe('comments stand on the exact words', () => {
  test.each([
    ['in spans and links', 'was said', 'It <text:span>w<text:a>as</text:a> sa</text:span>id so.'],
    ['at signs', 'a\tb  c', 'x a<text:tab/>b<text:s text:c="2"/>c'],
    ['at entities', 'R & D', 'x R &amp; D y'],
    ['in CDATA', 'was', '<![CDATA[It was & is]]> so'],
    ['over a note', 'was said', `was${note(paragraph('there'))} said`],
    [
      'over somebody’s comment',
      'was said',
      'was <office:annotation><dc:creator>K</dc:creator><text:p>x</text:p></office:annotation>said',
    ],
  ])('%s', (_, words, content) => {
    const own = annotated(paragraph(content), words).filter(({comment}) => comment !== 'x')
    const [{words: found} = {words: ''}] = own
    expect(found).toBe(words.replace('  ', ''))
  })

  test('wide of a field, which holds nothing but its text', () => {
    expect(annotated(paragraph('on <text:date>4 May</text:date>.'), 'May')[0]?.words).toBe('4 May')
  })

  test('of several at one place', () => {
    const words = annotated(paragraph('It was said so.'), 'was', 'was said', 'said', 'was')
    expect(words.map((one) => one.words)).toEqual(['was', 'was', 'was said', 'said'])
  })
})

describe('where no comment would be kept, it stands near and says where the words are', () => {
  const box = `<draw:frame><draw:text-box>${paragraph('In the box.')}</draw:text-box></draw:frame>`
  test.each([
    [
      'a footnote',
      paragraph(`One${note(paragraph('In the note.'))} two.`),
      'In the note',
      'One',
      'In footnote 1, at “In the note”:',
    ],
    [
      'a text box',
      paragraph(`One${box} two.`),
      'In the box',
      'One',
      'In text box 1, at “In the box”:',
    ],
    [
      'a box on the page',
      `${box}${paragraph('One two.')}`,
      'In the box',
      '',
      'In text box 1, at “In the box”:',
    ],
  ])('%s', (_, body, words, before, line) => {
    const [only, ...others] = annotated(body, words)
    expect(others).toEqual([])
    expect(only?.words).toBe('')
    expect(only?.comment.split('\n')[0]).toBe(line)
    const bytes = makeOdt({body})
    const document = readOdt(bytes, 'report.odt')
    const xml = partOf(annotateOdt(bytes, document, findingsAt(document, words), options).bytes)
    expect(xml.slice(0, xml.indexOf('<office:annotation'))).toMatch(
      new RegExp(`<text:p>${before}$`),
    )
  })

  test('a header', () => {
    const masters = `<style:master-page style:name="Standard"><style:header>${paragraph('In the header.')}</style:header></style:master-page>`
    const bytes = makeOdt({body: heading('Contact'), masters})
    const document = readOdt(bytes, 'report.odt', {margins: true})
    const copy = annotateOdt(bytes, document, findingsAt(document, 'the header'), options)
    expect(partOf(copy.bytes)).toContain('<office:annotation><dc:creator>')
    expect(partOf(copy.bytes)).toContain('In the header, at “the header”:')
  })

  test('a tracked deletion, in the original reading', () => {
    const body = `<text:tracked-changes><text:changed-region text:id="a"><text:deletion>${paragraph('denied')}</text:deletion></text:changed-region></text:tracked-changes>${paragraph('He <text:change text:change-id="a"/><text:s/>it all.')}`
    const bytes = makeOdt({body})
    const document = readOdt(bytes, 'report.odt', {tracked: 'original'})
    const copy = annotateOdt(bytes, document, findingsAt(document, 'denied', 'denied it'), options)
    expect(commentedWords(partOf(copy.bytes)).map(({words}) => words)).toEqual(['', ' it'])
  })

  test('a report that is all header has no place for a comment', () => {
    const masters = `<style:master-page style:name="Standard"><style:header>${paragraph('Only this.')}</style:header></style:master-page>`
    const bytes = makeOdt({body: '', masters})
    const document = readOdt(bytes, 'report.odt', {margins: true})
    const copy = annotateOdt(bytes, document, findingsAt(document, 'Only'), options)
    expect([copy.comments, copy.leftOut, copy.bytes]).toEqual([0, 1, bytes])
  })
})

describe('the copy', () => {
  const body = paragraph('It was said so.')
  const parts = (bytes: Uint8Array) =>
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]),
    )
  const annotate = (files: Files) => {
    const bytes = zip(files)
    const document = readOdt(bytes, 'report.odt')
    return annotateOdt(bytes, document, findingsAt(document, 'was said'), options)
  }

  test('leaves all other parts as they were, in their order, the type first and not compressed', () => {
    const files = {...filesOf({body}), 'Pictures/a.png': new Uint8Array([1, 2, 3])}
    const copy = annotate(files)
    const before = parts(zip(files))
    const after = parts(copy.bytes)
    expect(Object.keys(after)).toEqual([...Object.keys(before), 'language-check-1.xml'])
    const changed = Object.keys(before).filter((name) => before[name] !== after[name])
    expect(changed).toEqual(['content.xml', 'META-INF/manifest.xml'])
    expect(after['META-INF/manifest.xml']).toContain('full-path="language-check-1.xml"')
    expect(strFromU8(copy.bytes.subarray(30, 77), true)).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.text',
    )
  })

  test('declares what a part does not know', () => {
    const files = filesOf({body})
    const content = String(files['content.xml'])
      .replace('xmlns:text=', 'xmlns:t=')
      .replaceAll(/(<\/?)text:/g, '$1t:')
      .replace(/ xmlns:(?:dc|meta)="[^"]*"/g, '')
    const copy = annotate({...files, 'content.xml': content})
    expect(partOf(copy.bytes)).toMatch(
      /<office:annotation xmlns:meta="[^"]+" xmlns:dc="[^"]+" office:name="comment-1"><dc:creator>.*<t:p>/,
    )
    expect(readOdt(copy.bytes, 'a.odt').ownComments).toBe(1)
  })

  test('says that a signature does not hold, and that the file asks to be left alone', () => {
    const settings =
      '<config:config-item config:name="LoadReadonly" config:type="boolean">true</config:config-item>'
    const copy = annotate({
      ...filesOf({body}),
      'META-INF/documentsignatures.xml': '<x/>',
      'settings.xml': `<x xmlns:config="urn:c">${settings}</x>`,
    })
    expect([copy.isSigned, copy.isProtected]).toEqual([true, true])
  })

  test('of a flat file is refused with a remedy', () => {
    const bytes = new TextEncoder().encode(makeFlat({body}))
    const document = readOdt(bytes, 'report.fodt')
    expect(() => annotateOdt(bytes, document, [], options)).toThrow('the file is no package')
  })

  test('of no findings is the file itself', () => {
    const bytes = makeOdt({body})
    expect(annotateOdt(bytes, readOdt(bytes, 'a.odt'), [], options).bytes).toBe(bytes)
  })
})

describe('clean', () => {
  const theirs =
    '<office:annotation office:name="comment-1"><dc:creator>K. Lewis</dc:creator><text:p>Check</text:p></office:annotation>said<office:annotation-end office:name="comment-1"/>'
  const bytes = makeOdt({
    body: paragraph(`It was ${theirs} so.`) + paragraph(`One${note(paragraph('two'))}.`),
  })
  const document = readOdt(bytes, 'report.odt')
  const copy = annotateOdt(bytes, document, findingsAt(document, 'was said', 'two'), options).bytes
  const parts = (some: Uint8Array) => unzipSync(some)

  test('gives every part back, byte for byte', () => {
    const cleaned = cleanOdt(copy, 'report.odt')
    expect({...cleaned, bytes: parts(cleaned.bytes)}).toEqual({
      bytes: parts(bytes),
      removed: 2,
      kept: 0,
      isExact: true,
    })
  })

  test('gives the first file back after two runs', () => {
    const again = readOdt(copy, 'report.odt')
    const twice = annotateOdt(copy, again, findingsAt(again, 'so'), options).bytes
    const cleaned = cleanOdt(twice, 'report.odt')
    expect({...cleaned, bytes: parts(cleaned.bytes)}).toEqual({
      bytes: parts(bytes),
      removed: 3,
      kept: 0,
      isExact: true,
    })
  })

  /** As a program leaves it that has saved the file. */
  const saved = (change: (xml: string) => string) => {
    const files = parts(copy)
    const content = change(strFromU8(files['content.xml'] ?? new Uint8Array()))
    return zip({...files, 'content.xml': content})
  }

  test('takes ours out of a file that was saved since, and leaves the words and comments of others', () => {
    const cleaned = cleanOdt(
      saved((xml) => xml.replace(' so.', ' so!')),
      'report.odt',
    )
    expect({...cleaned, bytes: undefined}).toEqual({
      bytes: undefined,
      removed: 2,
      kept: 0,
      isExact: false,
    })
    const expected = partOf(bytes).replace(' so.', ' so!')
    expect(partOf(cleaned.bytes)).toBe(expected)
    expect(partOf(cleaned.bytes, 'META-INF/manifest.xml')).toBe(
      partOf(bytes, 'META-INF/manifest.xml'),
    )
    expect(Object.keys(parts(cleaned.bytes))).toEqual(Object.keys(parts(bytes)))
  })

  test('keeps a comment of ours that somebody wrote into, or answered', () => {
    const written = cleanOdt(
      saved((xml) => xml.replace('Who did it?', 'Who did it? His brother.')),
      'a.odt',
    )
    expect([written.removed, written.kept]).toEqual([1, 1])
    expect(partOf(written.bytes)).toContain('His brother.')
    const reply =
      '<office:annotation loext:parent-name="comment-2"><dc:creator>K</dc:creator><text:p>No.</text:p></office:annotation>'
    const answered = cleanOdt(
      saved((xml) => xml.replace(' so.', `${reply} so.`)),
      'a.odt',
    )
    expect([answered.removed, answered.kept]).toEqual([1, 1])
    expect(partOf(answered.bytes)).toContain('<office:annotation-end office:name="comment-2"/>')
  })

  test('leaves a file without our comments as it is', () => {
    expect(cleanOdt(bytes, 'report.odt')).toEqual({bytes, removed: 0, kept: 0, isExact: true})
  })
})

test('a private detail is not repeated in a comment that stands elsewhere', () => {
  const bytes = makeOdt({body: paragraph(`One${note(paragraph('She lives at 4 Elm Row.'))}.`)})
  const document = readOdt(bytes, 'report.odt')
  const start = document.text.indexOf('4 Elm Row')
  const finding = {
    ...findingAt(document, {start, end: start + 9}),
    actual: '',
    isWithheld: true as const,
  }
  const xml = partOf(annotateOdt(bytes, document, [finding], options).bytes)
  expect(xml.split('Elm Row')).toHaveLength(2)
  expect(xml).toContain('<text:p>In footnote 1:</text:p>')
})
