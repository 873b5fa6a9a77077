import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import * as v from 'valibot'
import {en} from './catalogue/en.ts'
import {ConfigError} from './errors.ts'
import {eachPlace, joinRepeats} from './repeats.ts'
import type {Finding} from './types.ts'

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))

const baselineData = v.strictObject({
  version: v.literal(1),
  /** Of this file alone, so that nobody can look a short phrase up by its hash. 32 hex digits. */
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** By the name of the file from where the baseline lies: hashes of rule, words, sentence and ordinal. */
  files: v.record(v.string(), v.array(hash)),
})

/** What stood in reports on some day: no words, no lines, no names of rules. */
export type Baseline = v.InferOutput<typeof baselineData>

/** @throws {ConfigError} for what is no baseline */
export function readBaseline(text: string, where: string): Baseline {
  const {problems, remedies} = en.configuring
  const result = v.safeParse(baselineData, toData(text))
  if (result.success) return result.output
  throw new ConfigError(where, problems.notBaseline, remedies.notBaseline)
}

function toData(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Sorted, so that two runs and two people give the same file. */
export const writeBaseline = ({salt, files}: Omit<Baseline, 'version'>): string => {
  const names = Object.keys(files).sort()
  const entries = names.flatMap((name) => {
    const hashes = files[name] ?? []
    return hashes.length > 0 ? [[name, hashes.toSorted()] as const] : []
  })
  return `${JSON.stringify({version: 1, salt, files: Object.fromEntries(entries)}, null, 2)}\n`
}

/** The hashes of every place of a report’s findings. */
export const hashesOf = (findings: readonly Finding[], salt: string): readonly string[] =>
  eachPlace(findings).map(({fingerprint}) => hashOf(fingerprint, salt))

const hashOf = (fingerprint: string, salt: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${salt}\n${fingerprint}`))).slice(0, 16)

/** What is new in a report, and how much of what stood there still does, or has gone. */
export interface Compared {
  readonly findings: readonly Finding[]
  readonly known: number
  readonly gone: number
}

export function compare(
  findings: readonly Finding[],
  {salt, files}: Baseline,
  name: string,
): Compared {
  const stood = new Set(files[name])
  const places = eachPlace(findings).map((finding) => ({
    finding,
    hash: hashOf(finding.fingerprint, salt),
  }))
  const standing = new Set(places.flatMap(({hash}) => (stood.has(hash) ? [hash] : [])))
  return {
    findings: joinRepeats(places.flatMap(({finding, hash}) => (stood.has(hash) ? [] : [finding]))),
    known: standing.size,
    gone: stood.size - standing.size,
  }
}
