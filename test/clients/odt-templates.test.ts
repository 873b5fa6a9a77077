import {copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {annotate} from '../../src/annotate/index.ts'
import {toReportContext} from '../../src/core/context.ts'
import type {SourceDocument} from '../../src/core/types.ts'
import {lint} from '../../src/lint.ts'
import {readDocx} from '../../src/readers/docx.ts'
import {readOdt} from '../../src/readers/odt.ts'
import {options} from '../annotate/odt/samples.ts'
import {makeOdt, paragraph} from '../readers/odt/make-odt.ts'
import {convertByOffice} from './programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'odt-templates-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** A file as LibreOffice saves it as OpenDocument. */
function saved(name: string): string {
  const target = mkdtempSync(join(folder, 'saved-'))
  convertByOffice([name], 'odt', target, join(folder, 'profile'))
  return join(target, basename(name).replace(/\.\w+$/, '.odt'))
}

const template = {isTemplate: true}
const readSaved = (name: string) => readOdt(readFileSync(saved(name)), 'form.odt', template)

const outline = ({blocks}: SourceDocument) =>
  blocks.map(({kind, label, section, text, fields = []}) => [
    kind,
    label,
    section,
    text.trim(),
    fields.map(({start, end}) => text.slice(start, end)),
  ])

/** LibreOffice makes words of the fields of a merge whose database it does not have. */
const withoutFields = (document: SourceDocument) =>
  outline(document).map((facts) => facts.slice(0, -1))

const isChoice = ({label}: {readonly label: string}) => label.includes(', choice')

/** Written with a comment on everything found, and what was found. */
function writeCommented(name: string, bytes: Uint8Array) {
  const document = readOdt(bytes, 'form.odt', template)
  const {findings} = lint(document, {context: toReportContext({mode: 'template'})})
  const copy = annotate(bytes, document, findings, options)
  writeFileSync(name, copy.bytes)
  return {document, findings, copy}
}

describe.each(['template-child-impact', 'template-parenting-assessment'])('%s', (fixture) => {
  const word = `fixtures/${fixture}/report.docx`

  test('reads the same from Word and from OpenDocument', () => {
    expect(outline(readSaved(word))).toEqual(
      outline(readDocx(readFileSync(word), 'form.docx', template)),
    )
  })

  test('keeps its lists and every comment when LibreOffice opens the copy', () => {
    const original = join(folder, `${fixture}.odt`)
    copyFileSync(saved(word), original)
    const name = join(folder, `${fixture}.commented.odt`)
    const {document, findings, copy} = writeCommented(name, readFileSync(original))
    expect(findings.some(isChoice)).toBe(true)
    expect(copy.leftOut).toBe(0)
    const back = readSaved(name)
    expect(withoutFields(back)).toEqual(withoutFields(document))
    expect(back.ownComments).toBe(copy.comments)
  })
})

test('a drop-down field of LibreOffice keeps its entries, and their comments', () => {
  const name = join(folder, 'drop-down.odt')
  const field =
    '<text:drop-down text:name="Issue"><text:label text:value="Choose"/><text:label text:value="Parental conflict"/>Choose</text:drop-down>'
  const {document, findings, copy} = writeCommented(
    name,
    makeOdt({body: paragraph(`Issue: ${field}`)}),
  )
  expect(new Set(findings.map(({label}) => label))).toEqual(new Set(['paragraph 1, choice 2']))
  const back = readSaved(name)
  expect(outline(back)).toEqual(outline(document))
  expect(back.ownComments).toBe(copy.comments)
  expect(copy.comments).toBeGreaterThan(0)
})
