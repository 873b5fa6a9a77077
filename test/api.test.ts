import {resolve} from 'node:path'
import ts from 'typescript'
import {expect, test} from 'vitest'
import * as library from '../src/index.ts'

/** Grows and shrinks on purpose only: others build on these names. */
const values = [
  'ContextError',
  'ReadError',
  'RuleFileError',
  'UserError',
  'emptyContext',
  'lint',
  'readDocument',
  'readDocx',
  'readMarkdown',
  'readText',
  'retextSafeTogether',
  'rules',
  'sources',
  'toReportContext',
]

const types = [
  'Block',
  'BlockKind',
  'ContextData',
  'Finding',
  'Format',
  'Frame',
  'Lens',
  'LintOptions',
  'LintResult',
  'Party',
  'Place',
  'Range',
  'ReportContext',
  'Role',
  'RuleEntry',
  'Segment',
  'Severity',
  'SourceDocument',
  'Status',
  'StatusEntry',
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

test('a report goes from its bytes to findings without anything but the library', () => {
  const bytes = new TextEncoder().encode('1.1 Ms Rees failed to protect Cai from Mr Hughes.')
  const document = library.readDocument(bytes, 'report.txt')
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
