import {spawn} from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {annotate, clean} from '../../src/annotate/index.ts'
import {ownershipOf} from '../../src/core/own-comment.ts'
import type {SourceDocument} from '../../src/core/types.ts'
import {lint} from '../../src/lint.ts'
import {readDocx} from '../../src/readers/docx.ts'
import {readOdt} from '../../src/readers/odt.ts'
import {commentedWords, findingsAt, options} from '../annotate/odt/samples.ts'
import {heading, makeOdt, note, paragraph} from '../readers/odt/make-odt.ts'
import {commentsOf} from './odt-annotations.ts'
import {convertByOffice, program, runProgram} from './programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'odt-'))
const profile = join(folder, 'profile')
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** A file as LibreOffice saves it in another format, or in its own. */
function savedAs(name: string, format: 'odt' | 'docx' | 'txt:Text'): string {
  const target = mkdtempSync(join(folder, 'saved-'))
  convertByOffice([name], format, target, profile)
  return join(target, `${basename(name).replace(/\.\w+$/, '')}.${format.split(':')[0]}`)
}

const contentOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array())

const wordsIn = (file: string) =>
  commentedWords(contentOf(readFileSync(file)))
    .map(({words}) => words)
    .toSorted()

/** What a comment is to be about, once for each finding and each place that repeats it. */
const flaggedWords = (document: SourceDocument, findings: ReturnType<typeof lint>['findings']) =>
  findings
    .flatMap(({range, alsoAt = []}) => [range, ...alsoAt.map((place) => place.range)])
    .map(({start, end}) => document.text.slice(start, end))
    .toSorted()

const outline = ({blocks}: SourceDocument) =>
  blocks.map(({kind, label, section, text}) => [kind, label, section, text.trim()])

const report = 'fixtures/section-7/report.docx'
const original = join(folder, 'report.odt')
const reviewed = join(folder, 'report.reviewed.odt')

beforeAll(() => {
  copyFileSync(savedAs(report, 'odt'), original)
})

test('a report reads the same from Word and from OpenDocument', () => {
  const word = readDocx(readFileSync(report), 'report.docx')
  const odt = readOdt(readFileSync(original), 'report.odt')
  expect(outline(odt)).toEqual(outline(word))
})

test('numbers are those that LibreOffice shows', () => {
  const level = (depth: number, rest: string) =>
    `<text:list-level-style-number text:level="${depth}" ${rest}/>`
  const styles = `<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style><text:list-style style:name="L">${level(1, 'style:num-format="1" text:start-value="9" style:num-suffix="."')}${level(2, 'style:num-format="1" text:display-levels="2"')}${level(3, 'style:num-format="a" style:num-prefix="(" style:num-suffix=")"')}</text:list-style>`
  const list = (content: string, attributes = '') =>
    `<text:list ${attributes}>${content}</text:list>`
  const item = (content: string) => `<text:list-item>${content}</text:list-item>`
  const style = 'text:style-name="L"'
  const body = [
    heading('Contact'),
    list(
      item(
        paragraph('Alpha') +
          list(item(paragraph('Beta')) + item(paragraph('Gamma') + list(item(paragraph('Delta'))))),
      ),
      `${style} xml:id="a"`,
    ),
    paragraph('Between'),
    list(
      item(list(item(paragraph('Epsilon')))) + item(paragraph('Zeta')),
      `${style} text:continue-list="a"`,
    ),
    list(item(paragraph('Eta')), style),
    heading('Analysis'),
  ].join('')
  const name = join(folder, 'numbers.odt')
  writeFileSync(name, makeOdt({body, styles}))
  const lines = readFileSync(savedAs(name, 'txt:Text'), 'utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.trim().replace(/\.(?= )/, ''))
    .filter((line) => line !== '')
  expect(lines).toEqual([
    'I Contact',
    '9 Alpha',
    '9.1 Beta',
    '9.2 Gamma',
    '(a) Delta',
    'Between',
    '9.3 Epsilon',
    '10 Zeta',
    '9 Eta',
    'II Analysis',
  ])
  const {blocks} = readOdt(readFileSync(name), name)
  const shown = blocks.map(({label, text}) => (label === 'paragraph 5' ? text : `${label} ${text}`))
  expect(shown).toEqual(lines)
})

describe('an annotated report', () => {
  const findings = () => {
    const document = readOdt(readFileSync(original), 'report.odt')
    return {document, findings: lint(document).findings}
  }

  beforeAll(() => {
    const {document, findings: found} = findings()
    writeFileSync(reviewed, annotate(readFileSync(original), document, found, options).bytes)
  })

  test('has well-formed parts', () => {
    const parts = join(folder, 'parts')
    mkdirSync(parts)
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(reviewed)))) {
      if (!name.endsWith('.xml')) continue
      const path = join(parts, basename(name))
      writeFileSync(path, bytes)
      expect(runProgram('xmllint', ['--noout', path])).toBe('')
    }
  })

  test('is opened by LibreOffice with each comment on the flagged words', () => {
    const {document, findings: found} = findings()
    expect(found.length).toBeGreaterThan(20)
    const expected = flaggedWords(document, found)
    const saved = savedAs(reviewed, 'odt')
    expect(wordsIn(saved)).toEqual(expected)
    expect(readOdt(readFileSync(saved), 'a.odt').ownComments).toBe(expected.length)
  })

  test('keeps them there when it is saved for Word and comes back', () => {
    const {document, findings: found} = findings()
    const word = savedAs(reviewed, 'docx')
    const back = savedAs(word, 'odt')
    const expected = flaggedWords(document, found)
    expect(wordsIn(back)).toEqual(expected)
    expect(readDocx(readFileSync(word), 'a.docx').ownComments).toBe(expected.length)
  })

  test('is clean again, byte for byte, and after LibreOffice saved it', () => {
    const exact = clean(readFileSync(reviewed), 'report.odt')
    expect(exact.isExact).toBe(true)
    expect(unzipSync(exact.bytes)).toEqual(unzipSync(readFileSync(original)))

    const saved = clean(readFileSync(savedAs(reviewed, 'odt')), 'report.odt')
    expect([saved.kept, saved.isExact]).toEqual([0, false])
    expect(commentedWords(contentOf(saved.bytes))).toEqual([])
    const {document} = findings()
    expect(outline(readOdt(saved.bytes, 'report.odt'))).toEqual(outline(document))
  })
})

describe('comments that cannot stand on their words', () => {
  const theirs =
    '<office:annotation office:name="theirs"><dc:creator>K. Lewis</dc:creator><text:p>Check this</text:p></office:annotation>denied<office:annotation-end office:name="theirs"/>'
  const box = `<draw:frame text:anchor-type="as-char" svg:width="5cm" svg:height="1cm"><draw:text-box>${paragraph('Words in a box.')}</draw:text-box></draw:frame>`
  const bytes = makeOdt({
    body:
      heading('Contact') +
      paragraph(`He ${theirs} it.${note(paragraph('Words in a note.'))}`) +
      paragraph(`One ${box} two.`),
  })
  const name = join(folder, 'apart.odt')

  beforeAll(() => {
    const document = readOdt(bytes, 'apart.odt')
    const findings = findingsAt(document, 'in a note', 'in a box', 'denied it')
    writeFileSync(name, annotate(bytes, document, findings, options).bytes)
  })

  test('say where those are, and are kept for Word', () => {
    const back = savedAs(savedAs(name, 'docx'), 'odt')
    const comments = commentedWords(contentOf(readFileSync(back)))
    expect(
      comments.map(({words, comment}) => [words.trim(), comment.split('\n')[0]]).toSorted(),
    ).toEqual([
      ['', 'In footnote 1, at “in a note”:'],
      ['', 'In text box 1, at “in a box”:'],
      ['denied it', 'Usually worth changing: Says what was done & not who did it.'],
      ['denied', 'Check this'],
    ])
  })

  test('go, and those of others stay, after LibreOffice saved the file', () => {
    const saved = clean(readFileSync(savedAs(name, 'odt')), 'apart.odt')
    expect([saved.removed, saved.kept]).toEqual([3, 0])
    expect(commentedWords(contentOf(saved.bytes))).toEqual([
      {words: 'denied', comment: 'Check this'},
    ])
  })
})

describe('suggestions', () => {
  const bytes = makeOdt({
    body: [
      heading('Training'),
      paragraph('On <text:span text:style-name="T1">domestic violence</text:span> in May.'),
      paragraph('Domestic violence is a term; <text:span>domestic</text:span> violence, too.'),
    ].join(''),
    automatic:
      '<style:style style:name="T1" style:family="text"><style:text-properties style:text-underline-style="solid"/></style:style>',
  })
  const name = join(folder, 'suggested.odt')

  beforeAll(() => {
    const document = readOdt(bytes, 'suggested.odt')
    const findings = findingsAt(document, 'domestic violence', 'Domestic violence').map(
      (finding) => ({...finding, replacements: ['domestic abuse']}),
    )
    const copy = annotate(bytes, document, findings, {...options, suggest: true})
    expect(copy.suggestions).toBe(2)
    writeFileSync(name, copy.bytes)
  })

  test('give the report as it was where all are rejected, and the words offered where accepted', () => {
    const pipe = `safe-together-odt-${process.pid}`
    const office = spawn(program('soffice'), [
      '--headless',
      '--norestore',
      `-env:UserInstallation=file://${profile}`,
      `--accept=pipe,name=${pipe};urp;`,
    ])
    const said = runProgram('python', ['test/clients/tracked-changes.py', pipe, name], {
      seconds: 120,
    })
    office.kill()
    expect(JSON.parse(said)[name]).toEqual({
      rejected: [
        'Training',
        'On domestic violence in May.',
        'Domestic violence is a term; domestic violence, too.',
      ],
      accepted: [
        'Training',
        'On domestic abuse in May.',
        'Domestic abuse is a term; domestic violence, too.',
      ],
    })
  })

  test('are taken back after LibreOffice saved the file', () => {
    const cleaned = clean(readFileSync(savedAs(name, 'odt')), 'suggested.odt')
    expect([cleaned.removed, cleaned.kept, cleaned.isExact]).toEqual([2, 0, false])
    const document = readOdt(cleaned.bytes, 'suggested.odt')
    expect(document.text).toBe(readOdt(bytes, 'suggested.odt').text)
    expect(document.hasTrackedChanges).toBeUndefined()
    // Their format comes back with the words.
    expect(contentOf(cleaned.bytes)).toMatch(/<text:span text:style-name="T\d">domestic violence</)
  })
})

/** Fields hold nothing but text, so a comment on some of it takes in the field. */
const widened: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'hand-content-controls': {
    'parents have a volatile relationship': 'The parents have a volatile relationship.',
    'volatile relationship': 'The parents have a volatile relationship.',
    tiff: 'It was a tiff.',
  },
  'hand-fields': {'volatile relationship': 'have a volatile relationship'},
  // Hidden words stand between those that are read.
  'hand-hidden': {
    'failed to protect': 'failed (ask her) to protect',
    'parents have a volatile relationship': 'parents have a very volatile relationship',
  },
}

describe('every Word document of the corpus, as LibreOffice makes an OpenDocument text of it', () => {
  const names = readdirSync('fixtures/word')
    .filter((name) => name.endsWith('.docx'))
    .map((name) => basename(name, '.docx'))
  const [made, annotated, saved] = ['made', 'annotated', 'saved'].map((name) => join(folder, name))
  const inFolder = (parent: string | undefined, name: string) =>
    readFileSync(join(parent ?? '', `${name}.odt`))
  const wanted = {margins: true}
  const plain = (text: string) =>
    text
      .replaceAll('\u00ad', '')
      .replace(/[\s\uf020]+/g, ' ')
      .trim()
  /** What a comment says that cannot stand on its words. */
  const apart = /^\s*In .*, at “(.*)”:/

  beforeAll(() => {
    for (const path of [made, annotated, saved]) mkdirSync(path ?? '')
    const words = names.map((name) => `fixtures/word/${name}.docx`)
    convertByOffice(words, 'odt', made ?? '', profile)
    for (const name of names) {
      const bytes = inFolder(made, name)
      const document = readOdt(bytes, name, wanted)
      const {bytes: copy} = annotate(bytes, document, lint(document).findings, options)
      writeFileSync(join(annotated ?? '', `${name}.odt`), copy)
    }
    const copies = names.map((name) => join(annotated ?? '', `${name}.odt`))
    convertByOffice(copies, 'odt', saved ?? '', profile)
  })

  test.each(names)('%s', (name) => {
    const wide = widened[name] ?? {}
    const document = readOdt(inFolder(made, name), name, wanted)
    const {findings} = lint(document)
    const expected = flaggedWords(document, findings).map(plain)
    const comments = commentsOf(inFolder(saved, name)).filter(
      ({text}) => ownershipOf(text) === 'own',
    )
    const found = comments.map(({words, text}) => plain(apart.exec(text)?.[1] ?? words))
    expect(found.toSorted()).toEqual(expected.map((words) => wide[words] ?? words).toSorted())

    const exact = clean(inFolder(annotated, name), `${name}.odt`)
    expect(unzipSync(exact.bytes)).toEqual(unzipSync(inFolder(made, name)))
    const cleaned = readOdt(clean(inFolder(saved, name), `${name}.odt`).bytes, name, wanted)
    expect(cleaned.ownComments).toBeUndefined()
    expect(outline(cleaned)).toEqual(outline(document))
  })
})
