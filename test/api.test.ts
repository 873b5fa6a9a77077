import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {retext} from 'retext'
import ts from 'typescript'
import {describe, expect, test} from 'vitest'
import * as library from '../src/index.ts'

/** Grows and shrinks on purpose only: others build on these names. */
const values = [
  'ContextError',
  'ReadError',
  'RuleFileError',
  'UserError',
  'annotate',
  'clean',
  'emptyContext',
  'lint',
  'profiles',
  'readDocument',
  'readDocx',
  'readHtml',
  'readMarkdown',
  'readOdt',
  'readPack',
  'readPdf',
  'readText',
  'retextSafeTogether',
  'rules',
  'sources',
  'toReportContext',
]

const types = [
  'AcceptedWording',
  'Adjustment',
  'AnnotateOptions',
  'Annotated',
  'Block',
  'BlockKind',
  'CleanOptions',
  'Cleaned',
  'ContextData',
  'DocumentOptions',
  'Finding',
  'Format',
  'Frame',
  'Lens',
  'LintOptions',
  'LintResult',
  'Pack',
  'Party',
  'Place',
  'Range',
  'ReadOptions',
  'ReportContext',
  'Role',
  'RuleEntry',
  'Segment',
  'Severity',
  'SourceDocument',
  'Status',
  'StatusEntry',
  'Unfinished',
  'Unread',
  'Voice',
]

test('the library exports exactly these values', () => {
  expect(Object.keys(library).sort()).toEqual(values)
})

test('the library exports exactly these values and types', () => {
  const path = resolve('src/index.ts')
  const config = ts.readConfigFile('tsconfig.json', ts.sys.readFile).config
  const {options} = ts.parseJsonConfigFileContent(config, ts.sys, resolve('.'))
  const program = ts.createProgram([path], options)
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(path)
  const module = file && checker.getSymbolAtLocation(file)
  const names = module ? checker.getExportsOfModule(module).map(({name}) => name) : []
  expect(names.sort()).toEqual([...values, ...types].sort())
}, 60_000)

test('errors that a person can mend say where, what and how, and are one family', () => {
  const {ContextError, ReadError, RuleFileError, UserError} = library
  for (const Kind of [ContextError, ReadError, RuleFileError]) {
    const error = new Kind('a.txt', 'it is empty', 'Fill it.')
    expect(error).toBeInstanceOf(UserError)
    expect({...error, message: error.message}).toEqual({
      name: Kind.name,
      where: 'a.txt',
      problem: 'it is empty',
      remedy: 'Fill it.',
      message: 'a.txt: it is empty. Fill it.',
    })
  }
})

test('a report goes from its bytes to findings without anything but the library', async () => {
  const bytes = new TextEncoder().encode('1.1 Ms Rees failed to protect Cai from Mr Hughes.')
  const document = await library.readDocument(bytes, 'report.txt')
  const context = library.toReportContext({
    'behaviour-of': 'Mr Hughes',
    'harm-to': 'Ms Rees',
    children: 'Cai',
  })
  const {findings} = library.lint(document, {context})
  expect(findings.map(({actual, label, severity}) => ({actual, label, severity}))).toContainEqual({
    actual: 'failed to protect',
    label: '1.1',
    severity: 'error',
  })
  const known = library.rules.map(({id}) => id)
  expect(known).toEqual(expect.arrayContaining(findings.map(({ruleId}) => ruleId)))
})

test('a declaration from JavaScript is checked as a file is', () => {
  const untyped = (text: string) => library.toReportContext(JSON.parse(text))
  expect(() => untyped('{"survivor": "Ms Rees"}')).toThrow(library.ContextError)
  expect(() => untyped('{"survivor": "Ms Rees"}')).toThrow(
    'the declared context: the key "survivor" is not known. Perhaps "harm-to" is meant.',
  )
  expect(() => untyped('["Ms Rees"]')).toThrow('the declared context: holds no list of keys')
  expect(() => untyped('{"harm-to": 5}')).toThrow(
    'the declared context: harm-to: is neither a name',
  )
})

describe('profiles and packs, as data', () => {
  const document = library.readText(
    new TextEncoder().encode(
      'There was an atmosphere at home. Ms Rees claims that Mr Hughes pushed her.',
    ),
    'report.txt',
  )
  const pack = library.readPack(
    Object.fromEntries(
      ['pack.yml', 'team-words/tension-at-home.yml'].map((path) => [
        path,
        readFileSync(`fixtures/packs/family-team/${path}`, 'utf8'),
      ]),
    ),
    'family-team',
  )
  const context = library.toReportContext({profile: 'cafcass-england', date: '2024-11-01'})
  const expected = ['warning tension-at-home', 'error claims']

  test('are named by the library', () => {
    expect(library.profiles).toEqual({
      'cafcass-cymru': 'Cafcass Cymru',
      'cafcass-england': 'Cafcass (England)',
      'local-authority': 'Local authority',
    })
  })

  test('hold for lint', () => {
    const {findings} = library.lint(document, {context, packs: [pack]})
    expect(findings.map(({severity, ruleId}) => `${severity} ${ruleId}`)).toEqual(expected)
  })

  test('hold for the plugin', async () => {
    const file = await retext()
      .use(library.retextSafeTogether, {context, packs: [pack]})
      .process(document.text)
    expect(file.messages.map(({fatal, ruleId}) => [fatal, ruleId])).toEqual([
      [false, 'tension-at-home'],
      [true, 'claims'],
    ])
  })

  test('a profile that there is not is refused, also in a context made by hand', () => {
    const made = {...library.emptyContext, profile: 'other'}
    const message = 'the declared context: profile: there is no profile "other".'
    expect(() => library.lint(document, {context: made})).toThrow(message)
    expect(() => library.retextSafeTogether({context: made})).toThrow(message)
  })
})
