import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import * as v from 'valibot'
import {emptyContext, toReportContext} from '../../src/core/context.ts'
import {ContextError} from '../../src/core/errors.ts'
import {type ReportContext, statusValues} from '../../src/core/types.ts'
import {readRounds} from './rounds.ts'

/** plain: a trained supervisor would underline it at first reading · subtle: paraphrase, idiom, insinuation. */
export const registers = ['plain', 'subtle'] as const
export type Register = (typeof registers)[number]

/** work: rules may be fitted to it · measured: only ever counted, never read. */
export const halves = ['measured', 'work'] as const
export type Half = (typeof halves)[number]

const strings = v.optional(v.array(v.string()), [])

/** One line of a file of the corpus (its README says how they are labelled). */
const label = v.object({
  text: v.pipe(v.string(), v.nonEmpty()),
  flag: v.boolean(),
  category: strings,
  /** The exact words that carry the problem, one per category in the same order. */
  span: strings,
  why: v.optional(v.string(), ''),
  context: v.optional(
    v.object({
      'behaviour-of': strings,
      'harm-to': strings,
      children: strings,
      others: strings,
      status: v.optional(v.picklist(statusValues)),
    }),
  ),
})
export type Label = v.InferOutput<typeof label>

/** A labelled sentence, with where it belongs. */
export interface Item extends Label {
  /** The file without its ending: "p1". */
  readonly file: string
  readonly register: Register
  readonly half: Half
}

const prefixes: Readonly<Record<Register, string>> = {plain: 'p', subtle: 'w'}

/** Everything labelled under a folder: both registers, and the rounds that were measured and then read. */
export const readCorpus = (root: string): Item[] => [
  ...registers.flatMap((register) => readRegister(root, register)),
  ...readRounds(root).flatMap(({round, register}) =>
    readLabels(join(root, 'rounds', `${round}.jsonl`)).map(
      (entry): Item => ({...entry, file: round, register, half: 'work'}),
    ),
  ),
]

function readRegister(root: string, register: Register): Item[] {
  if (!existsSync(root)) throw new Error(`There is no folder ${root}`)
  return readdirSync(root)
    .filter((file) => file.startsWith(prefixes[register]) && file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readLabels(join(root, file)).map((entry) => ({
        ...entry,
        file: file.replace(/\.jsonl$/, ''),
        register,
        half: halfOf(entry.text),
      })),
    )
}

/** The lines of one file. @throws {Error} that names line and field, and quotes nothing */
export const readLabels = (path: string): Label[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [parseLabel(line, `${path}, line ${index + 1}`)],
    )

function parseLabel(line: string, where: string): Label {
  const result = v.safeParse(label, parseJson(line, where))
  if (!result.success) {
    const field = v.getDotPath(result.issues[0]) ?? 'the line'
    throw new Error(`${where}: ${field} is not as test/corpus/README.md says`)
  }
  const {text, span, flag} = result.output
  if (flag && span.length === 0) throw new Error(`${where}: a flagged item needs a span`)
  if (span.some((words) => words === '' || !text.includes(words)))
    throw new Error(`${where}: a span does not stand in the text`)
  return result.output
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // The message of the parser quotes the line.
    throw new Error(`${where}: is not JSON`)
  }
}

/** By hash of the text, so that no later file moves a sentence to the other half. */
export const halfOf = (text: string): Half =>
  (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 0 ? 'work' : 'measured'

/** What a person would declare; undefined where it contradicts itself (one name, two roles). */
export function declaredContext({context}: Label): ReportContext | undefined {
  if (!context) return emptyContext
  const {status, ...people} = context
  const named = Object.fromEntries(Object.entries(people).filter(([, names]) => names.length > 0))
  try {
    return toReportContext({...named, ...(status && {status})})
  } catch (error) {
    if (error instanceof ContextError) return undefined
    throw error
  }
}
