import {isDeepStrictEqual} from 'node:util'
import {annotate, clean} from '../../src/annotate/index.ts'
import {UserError} from '../../src/core/errors.ts'
import type {Finding, SourceDocument} from '../../src/core/types.ts'
import {lint} from '../../src/lint.ts'
import {readDocument} from '../../src/readers/index.ts'
import {openZip} from '../../src/readers/package/zip.ts'
import type {Input} from './mutate.ts'

export type Outcome = 'read' | 'refused'

const options = {author: 'A', initials: 'A', suggest: true}

/**
 * Reads an input in every way, checks it, and writes comments into it and takes them out again.
 * Throws whatever is no named error, and where a promise is broken.
 */
export async function tryInput({name, bytes}: Input, isWhole: boolean): Promise<Outcome> {
  try {
    const document = await readDocument(bytes, name)
    checkDocument(document)
    checkDocument(await readDocument(bytes, name, {tracked: 'original', margins: true}))
    const {findings} = isWhole ? lint(document) : {findings: someFindings(document)}
    if (document.format === 'docx' || document.format === 'odt')
      await tryCopy(bytes, name)(findings)
    return 'read'
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    if (error.problem === '' || error.remedy === '') throw new Error('An error without a remedy')
    return 'refused'
  }
}

function checkDocument({text, blocks, segments}: SourceDocument): void {
  for (const {range, text: own} of blocks)
    if (text.slice(range.start, range.end) !== own) throw new Error('A block is not its range')
  let end = 0
  for (const segment of segments) {
    if (segment.start < end || segment.end < segment.start) throw new Error('Segments out of order')
    end = segment.end
  }
}

/** Quicker than rules, so that most inputs are annotated somewhere: the first words of some blocks. */
const someFindings = ({blocks}: SourceDocument): Finding[] =>
  blocks.slice(0, 40).map(({range, text, label, section}, index) => {
    const end = range.start + Math.min(text.length, 1 + ((index * 7) % 30))
    return {
      ruleId: 'some-rule',
      category: 'fuzz',
      severity: 'warning',
      range: {start: range.start, end},
      actual: text.slice(0, end - range.start),
      message: 'Message.',
      why: 'Why.',
      ask: 'Ask?',
      frames: [],
      replacements: index % 3 === 0 ? ['other words'] : [],
      lenses: [],
      sources: [],
      voice: 'author',
      label,
      section,
      fingerprint: `${index}`,
    }
  })

const tryCopy = (bytes: Uint8Array, name: string) => async (findings: readonly Finding[]) => {
  const cleaned = clean(bytes, name)
  const before = await readDocument(cleaned.bytes, name)
  const {bytes: copy} = annotate(cleaned.bytes, before, findings.filter(fits(before)), {
    ...options,
    suggest: false,
  })
  const after = await readDocument(copy, name)
  if (after.text !== before.text) throw new Error('The text of the copy is another')
  const back = clean(copy, name)
  if (!isDeepStrictEqual(partsOf(back.bytes, name), partsOf(cleaned.bytes, name)))
    throw new Error('The copy does not become the report again')
  annotate(cleaned.bytes, before, findings.filter(fits(before)), options)
}

const fits =
  ({text}: SourceDocument) =>
  ({range}: Finding) =>
    range.end <= text.length

function partsOf(bytes: Uint8Array, name: string): ReadonlyMap<string, string> {
  const zip = openZip(bytes, name)
  // A part that nobody can unpack was never touched, and is compared as it is packed.
  const contentOf = (entry: (typeof zip.entries)[number]) => {
    try {
      return zip.read(entry.name) ?? zip.raw(entry).data
    } catch {
      return zip.raw(entry).data
    }
  }
  return new Map(
    zip.entries.map((entry) => [entry.name, Buffer.from(contentOf(entry)).toString('base64')]),
  )
}
