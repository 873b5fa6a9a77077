import {mkdirSync, writeFileSync} from 'node:fs'
import {unzipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {annotate, clean} from '../../src/annotate/index.ts'
import {ownershipOf} from '../../src/core/own-comment.ts'
import {eachPlace} from '../../src/core/repeats.ts'
import type {Range, SourceDocument} from '../../src/core/types.ts'
import {readDocx} from '../../src/index.ts'
import {corpus} from '../word-corpus/compare.ts'
import {commentsOf, type OdtComment} from './odt-annotations.ts'
import {convertByOffice, runProgram} from './programs.ts'
import {commentTexts, lossy, options, plain, wordCases, workFolder} from './word-cases.ts'

const cases = wordCases.map((each) => {
  const {bytes, isForWordAlone} = annotate(each.bytes, each.document, each.findings, options)
  return {...each, copy: bytes, isForWordAlone}
})

const {profile, path, read, remove} = workFolder()
const word = 'docx:MS Word 2007 XML'

beforeAll(() => {
  for (const name of ['original', 'copy', 'original-odt', 'odt', 'saved-original', 'saved-copy'])
    mkdirSync(path(name))
  for (const {name, bytes, copy} of cases) {
    writeFileSync(path('original', `${name}.docx`), bytes)
    writeFileSync(path('copy', `${name}.docx`), copy)
  }
  const files = (from: string) => cases.map(({name}) => path(from, `${name}.docx`))
  convertByOffice(files('copy'), 'odt', path('odt'), profile)
  convertByOffice(files('original'), 'odt', path('original-odt'), profile)
  convertByOffice(files('original'), word, path('saved-original'), profile)
  convertByOffice(files('copy'), word, path('saved-copy'), profile)
})
afterAll(remove)

const isOurs = ({text}: OdtComment) => ownershipOf(text) === 'own'
const elsewhere = /^\s*In (?:the )?(?:footnote|endnote|text box|header|footer)/

/** A comment on part of a field or smart tag takes in the whole. The rest differs only in what stands before. */
const shownOtherwise: Readonly<Record<string, {readonly places: string[]; because: string}>> = {
  'hand-equation': {
    places: ['Of the nights, were quiet, and the parents have a⟦volatile relationship⟧'],
    because: 'the equation is an object',
  },
  'hand-fields': {
    places: [
      'It was a⟦tiff⟧',
      'Ms Rees⟦failed to protect⟧',
      'Officers were⟦called to a domestic dispute⟧',
      'The parents⟦have a volatile relationship⟧',
      '⟦Ms Rees chose to stay in the relationship⟧',
    ],
    because: 'a field is marked as a whole',
  },
  'hand-hidden': {
    places: [
      'Ms Rees⟦failed (ask her) to protect⟧',
      'Officers were⟦called to a domestic dispute⟧',
      'The parents have a very⟦volatile relationship⟧',
    ],
    because: 'hidden words stand between those that are read',
  },
  'hand-hyphens': {
    places: [
      'It was a tiff; the parents have a⟦volatile relationship⟧',
      'It was a⟦tiff⟧',
      'Ms Rees⟦failed to protect⟧',
      'Officers were⟦called to a domestic dispute⟧',
    ],
    because: 'LibreOffice begins a paragraph after a page break',
  },
  'hand-smart-tags': {
    places: ['Ms Rees⟦failed to protect⟧', 'Swansea:⟦The parents have a volatile relationship⟧'],
    because: 'a smart tag is marked as a whole',
  },
  'hand-symbols': {
    places: [
      'It was a tiff Ms Rees⟦failed to protect⟧',
      'It was a⟦tiff⟧',
      'The parents have a⟦volatile relationship⟧',
    ],
    because: 'signs of a symbol font keep their numbers',
  },
  'package-equation-and-link': {
    places: [
      'Ms Rees⟦failed to protect⟧',
      'Of the nights, were quiet; the parents have a⟦volatile relationship⟧',
    ],
    because: 'the equation is an object',
  },
  'package-symbols': {
    places: [
      'It was a⟦tiff⟧',
      'Ms Rees⟦failed to protect⟧',
      'The parents have a⟦volatile relationship⟧',
    ],
    because: 'signs of a symbol font keep their numbers',
  },
  'pandoc-equation': {
    places: [
      'Ms Rees⟦failed to protect⟧',
      'The mean of nights, and the parents have a⟦volatile relationship⟧',
    ],
    because: 'the equation is an object',
  },
}

/** Where words stand: what is before them in their paragraph, and the words. */
const placed = (before: string, words: string) => `${plain(before)}⟦${plain(words)}⟧`

function placeOf({text, blocks}: SourceDocument, {start, end}: Range): string | undefined {
  const block = blocks.find(({range}) => range.start <= start && start < range.end)
  if (!block || ['footnote', 'text-box', 'margin'].includes(block.kind)) return undefined
  return placed(text.slice(block.range.start, start), text.slice(start, end))
}

test('there are at least 30 documents, and all but a clean report have something to point at', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(30)
  const silent = cases.filter(({findings}) => findings.length === 0).map(({name}) => name)
  expect(silent).toEqual(['clean-section-7', 'clean-template-section-7'])
})

test('annotate says of which documents LibreOffice loses text', () => {
  const said = cases.filter(({isForWordAlone}) => isForWordAlone).map(({name}) => name)
  expect(said).toEqual(lossy)
})

describe.each(cases)('$name', ({name, bytes, document, findings, copy, isForWordAlone}) => {
  test('LibreOffice shows each comment at the words it is about', () => {
    if (isForWordAlone) return
    const found = commentsOf(read('odt', `${name}.odt`)).filter(isOurs)
    const places = eachPlace(findings)
    expect(found.length).toBe(places.length)
    const here = found.filter(({text}) => !elsewhere.test(text.trim()))
    const shown = here.map(({before, words}) => placed(before, words))
    const expected = places.flatMap(({range}) => placeOf(document, range) ?? [])
    const {places: listed, because} = shownOtherwise[name] ?? {places: expected, because: 'alike'}
    expect(shown.toSorted(), because).toEqual(listed.toSorted())
    if (listed !== expected) expect(expected.toSorted()).not.toEqual(listed.toSorted())
  })

  test('the comments of others are where they were', () => {
    if (isForWordAlone) return
    const others = (folder: string) =>
      commentsOf(read(folder, `${name}.odt`)).filter((comment) => !isOurs(comment))
    expect(others('odt')).toEqual(others('original-odt'))
    expect(commentTexts(copy).filter((text) => ownershipOf(text) === 'other')).toEqual(
      commentTexts(bytes),
    )
  })

  test('every part is well-formed, and the text is what it was', () => {
    mkdirSync(path('parts', name), {recursive: true})
    const parts = Object.entries(unzipSync(copy)).filter(([part]) => /\.(?:xml|rels)$/.test(part))
    const written = parts.map(([, content], index) => {
      const file = path('parts', name, `${index}.xml`)
      writeFileSync(file, content)
      return file
    })
    expect(runProgram('xmllint', ['--noout', ...written])).toBe('')
    expect(readDocx(copy, name).text).toBe(document.text)
  })

  test('the copy as written gives back every part, byte for byte', () => {
    const cleaned = clean(copy, name)
    expect(cleaned).toMatchObject({removed: eachPlace(findings).length, kept: 0, isExact: true})
    expect(unzipSync(cleaned.bytes)).toEqual(unzipSync(bytes))
  })

  test('after LibreOffice saved the copy our comments still come out, and nothing else', () => {
    const cleaned = clean(read('saved-copy', `${name}.docx`), name)
    const saved = read('saved-original', `${name}.docx`)
    const left = readDocx(cleaned.bytes, name)
    expect(left.text === readDocx(saved, name).text).toBe(!isForWordAlone)
    if (isForWordAlone) return
    expect(left.ownComments ?? 0).toBe(0)
    expect(left.text).toBe(readDocx(saved, name).text)
    expect(commentTexts(cleaned.bytes)).toEqual(commentTexts(saved))
  })
})
