import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readReport} from '../bench/accuracy/reports.ts'
import {emptyContext} from '../src/core/context.ts'
import {eachPlace} from '../src/core/repeats.ts'
import {sourceRange} from '../src/core/segments.ts'
import type {Finding, LintResult, Range, SourceDocument} from '../src/core/types.ts'
import {lint, readDocx, readMarkdown, readText} from '../src/index.ts'
import {lintWith} from '../src/lint.ts'
import {createProcessor} from '../src/processor.ts'
import {decodeText} from '../src/readers/decode.ts'
import {rulebookOf} from './engine.ts'
import {asRead} from './markdown-source.ts'
import {toReadable} from './readable-findings.ts'
import {makeDocx, run} from './readers/docx/make-docx.ts'

const root = 'fixtures'

const cases = readdirSync(root, {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .flatMap(({name}) => readdirSync(join(root, name)).map((file) => join(root, name, file)))
  .filter((path) => /[\\/]report\.(docx|md|txt)$/.test(path))
  .map((path) => ({name: path.split(/[\\/]/)[1] ?? '', path}))

/** The report as the command would check it, with what is declared beside it. */
function check(path: string): LintResult {
  const {document, context} = readReport(path)
  return lint(document, {context})
}

const results = new Map<string, LintResult>()

/** Checked once, in the test that asks first, so that a failure is one of its case. */
function resultOf(path: string): LintResult {
  const result = results.get(path) ?? check(path)
  results.set(path, result)
  return result
}

test('the fixtures are there, in every format, with clean ones among them', () => {
  expect(cases.length).toBeGreaterThanOrEqual(12)
  expect([...new Set(cases.map(({path}) => path.split('.').at(-1)))].sort()).toEqual([
    'docx',
    'md',
    'txt',
  ])
  expect(cases.filter(({name}) => name.startsWith('clean-')).length).toBeGreaterThanOrEqual(3)
})

describe.each(cases.map(({name, path}) => [path, name]))('%s', (path, name) => {
  test('gives the findings beside it (UPDATE_FINDINGS=1 writes them anew)', () => {
    const expected = join(root, name, 'findings.txt')
    const found = toReadable(resultOf(path))
    if (process.env.UPDATE_FINDINGS) writeFileSync(expected, found)
    expect(found).toBe(readFileSync(expected, 'utf8'))
  })

  test('each finding is the text of its range, and says where it stands', () => {
    const {document} = resultOf(path)
    const findings = eachPlace(resultOf(path).findings)
    const open = findings.filter(({isWithheld}) => !isWithheld)
    expect(open.map(({range}) => sliceOf(document.text, range))).toEqual(
      open.map(({actual}) => actual),
    )
    expect(findings.filter(({isWithheld, actual}) => isWithheld && actual !== '')).toEqual([])
    expect(findings.filter(({label}) => label === '')).toEqual([])
    const starts = findings.map(({range}) => range.start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(new Set(findings.map(({fingerprint}) => fingerprint)).size).toBe(findings.length)
  })

  test('a second run gives the same', () => {
    expect(check(path)).toEqual(resultOf(path))
  })
})

describe.each(cases.flatMap(({name, path}) => (name.startsWith('clean-') ? [path] : [])))(
  '%s',
  (path) => {
    test('stays silent, with at most three pieces of information and three questions', () => {
      const {findings} = resultOf(path)
      const loud = findings.filter(({severity}) => severity === 'error' || severity === 'warning')
      expect(loud.map(({label, ruleId, actual}) => `${label} ${ruleId}: ${actual}`)).toEqual([])
      for (const kind of ['info', 'question']) {
        const quiet = findings.filter(({severity}) => severity === kind)
        expect(quiet.length, toReadable({...resultOf(path), findings: quiet})).toBeLessThanOrEqual(
          3,
        )
      }
    })
  },
)

describe('the source of a finding', () => {
  const ofFormat = (ending: string) =>
    cases.flatMap(({path}) => (path.endsWith(ending) ? [path] : []))
  /** Of a private detail there are no words to compare. */
  const openIn = (path: string) =>
    resultOf(path).findings.filter(({isWithheld}) => isWithheld !== true)
  const slicesOf = (path: string, source: string) => {
    const {document} = resultOf(path)
    return openIn(path).map(({range}) => sliceOf(source, sourceRange(document, range)))
  }
  const actualsOf = (path: string) => openIn(path).map(({actual}) => actual)

  test.each(ofFormat('.txt'))('is its words in plain text: %s', (path) => {
    expect(slicesOf(path, decodeText(readFileSync(path), path))).toEqual(actualsOf(path))
  })

  test.each(ofFormat('.md'))('is its words in Markdown, unwrapped: %s', (path) => {
    const slices = slicesOf(path, decodeText(readFileSync(path), path))
    expect(slices.map(asRead)).toEqual(actualsOf(path))
  })
})

const sliceOf = (text: string, {start, end}: Range) => text.slice(start, end)

/** A sentence whose every word counts for the rule, and words around it that no rule minds. */
const phrase = 'has a volatile relationship'
const sentence = `Ms Rees ${phrase} with Mr Hughes.`

const bytesOf = (text: string) => new TextEncoder().encode(text)
const findingsIn = (document: SourceDocument): readonly Finding[] => lint(document).findings
const inPlainText = () => findingsIn(readText(bytesOf(sentence), 'report.txt'))

test('plain text flags the phrase that the properties below carry', () => {
  expect(inPlainText().map(({ruleId}) => ruleId)).toContain('volatile-relationship')
})

/** What has to be the same in every format. */
const essence = ({ruleId, severity, actual, voice}: Finding) => ({
  ruleId,
  severity,
  actual,
  voice,
})

/** One character as somebody, or some program, may write it in Markdown. */
const written = (character: string) =>
  fc.oneof(
    {weight: 12, arbitrary: fc.constant(character)},
    {weight: 1, arbitrary: fc.constant(`&#${character.codePointAt(0)};`)},
    {weight: 1, arbitrary: fc.constant(`&#x${character.codePointAt(0)?.toString(16)};`)},
    {weight: 1, arbitrary: fc.constant(/[.,]/.test(character) ? `\\${character}` : character)},
  )

const writtenWord = (word: string) =>
  fc
    .tuple(fc.constantFrom('', '', '', '*', '**'), ...[...word].map(written))
    .map(([emphasis, ...characters]) => emphasis + characters.join('') + emphasis)

/** How a paragraph begins, and each of its further lines. Quotations are another voice. */
const paragraphs = fc.constantFrom(
  ['', ''],
  ['   ', ''],
  ['- ', '  '],
  ['12. ', '    '],
  ['- 1. ', '     '],
)
const joint = fc.constantFrom(' ', ' ', '  ', '\n', '\r\n', ' \n')

const markdown = fc
  .tuple(
    fc.tuple(...sentence.split(' ').map(writtenWord)),
    fc.array(joint, {minLength: 20, maxLength: 20}),
    paragraphs,
  )
  .map(([words, joints, [first, next]]) => {
    const lines = words.map((word, index) => {
      const join = index === words.length - 1 ? '' : (joints[index] ?? ' ')
      return word + (join.includes('\n') ? join + next : join)
    })
    return `😊 A line before, with e\u0301 and &amp;.\n\n${first}${lines.join('')}\n`
  })

test('however Markdown writes and wraps it, a phrase is found, and its source is its own', () => {
  fc.assert(
    fc.property(markdown, (source) => {
      const document = readMarkdown(bytesOf(source), 'report.md')
      const findings = findingsIn(document)
      expect(findings.map(asSpaced)).toEqual(inPlainText().map(essence))
      const slices = findings.map(({range}) => sliceOf(source, sourceRange(document, range)))
      expect(slices.map(asRead)).toEqual(findings.map(({actual}) => actual))
      expect(findings.map(({range}) => sliceOf(document.text, range))).toEqual(
        findings.map(({actual}) => actual),
      )
    }),
    {numRuns: 300},
  )
})

/** Two spaces between words are two spaces; the words are the same. */
const asSpaced = (finding: Finding) => ({
  ...essence(finding),
  actual: finding.actual.replaceAll(/ +/g, ' '),
})

test('in a wrapped block quote a phrase is found for a rule that listens to quotations', () => {
  const listening = createProcessor(
    rulebookOf({patterns: ['have a volatile relationship'], voices: ['quotation']}),
  )
  const joints = fc.array(fc.constantFrom(' ', '\n> ', '\n>', '\n', ' \r\n > '), {
    minLength: 20,
    maxLength: 20,
  })
  fc.assert(
    fc.property(fc.tuple(...sentence.split(' ').map(writtenWord)), joints, (words, list) => {
      const lines = words.map((word, index) => (index === 0 ? word : `${list[index]}${word}`))
      const source = `> A first line.\n>\n> ${lines.join('')}\n`
      const document = readMarkdown(bytesOf(source), 'report.md')
      const {findings} = lintWith(listening, document, emptyContext)
      expect(findings.map(({actual}) => actual)).toEqual([phrase])
      const slices = findings.map(({range}) => sliceOf(source, sourceRange(document, range)))
      expect(slices.map(asRead)).toEqual([phrase])
      expect(findingsIn(document)).toEqual([])
    }),
    {numRuns: 200},
  )
})

/** Where Word breaks a sentence into runs, for spelling, revisions and bookmarks. */
const breaks = fc.constantFrom(
  '',
  '<w:proofErr w:type="spellStart"/>',
  '<w:bookmarkStart w:id="1" w:name="b"/>',
  '<w:del w:id="2"><w:r><w:delText>a stormy</w:delText></w:r></w:del>',
  `<w:r><w:rPr><w:vanish/></w:rPr><w:t>not</w:t></w:r>`,
)

test('however Word splits it into runs, a phrase is found as in plain text', () => {
  const cuts = fc.array(fc.tuple(fc.nat({max: sentence.length}), breaks, fc.boolean()), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(cuts, (list) => {
      const sorted = list.toSorted(([a], [b]) => a - b)
      const starts = [0, ...sorted.map(([at]) => at)]
      const runs = starts.map((start, index) => {
        const text = sentence.slice(start, starts[index + 1] ?? sentence.length)
        const [, gap = '', isInserted = false] = sorted[index - 1] ?? []
        const content = run(text, index % 2 === 1 ? '<w:b/>' : '')
        return gap + (isInserted ? `<w:ins w:id="3">${content}</w:ins>` : content)
      })
      const document = readDocx(makeDocx({body: `<w:p>${runs.join('')}</w:p>`}), 'report.docx')
      expect(document.text).toBe(sentence)
      const findings = findingsIn(document)
      expect(findings.map(essence)).toEqual(inPlainText().map(essence))
      expect(findings.map(({range}) => sliceOf(document.text, range))).toEqual(
        findings.map(({actual}) => actual),
      )
    }),
    {numRuns: 200},
  )
})
