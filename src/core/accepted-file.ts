import * as v from 'valibot'
import {en} from './catalogue/en.ts'
import {isMap} from './context-check.ts'
import {parseDeclared} from './context-file.ts'
import {ContextError} from './errors.ts'
import {nearest} from './nearest.ts'
import {day, text} from './rule.ts'
import {checkShape} from './rule-yaml.ts'
import type {AcceptedWording} from './types.ts'

// Apart from accepted-wording.ts, so that a run without such a file never loads a parser and a validator.

const {problems, remedies, ...said} = en.accepting

const entryData = v.strictObject({
  rule: text,
  /** As the report has them: what is pointed at, or more of the sentence. */
  words: v.optional(text),
  fingerprint: v.optional(v.pipe(text, v.regex(/^[0-9a-f]{16}$/, said.notFingerprint))),
  section: v.optional(text),
  reason: text,
  /** The last day on which it holds. */
  until: v.optional(day),
})
type EntryData = v.InferOutput<typeof entryData>

const fields = Object.keys(entryData.entries)

/** Reports keep some wording; whoever keeps more switches a rule off. */
const mostEntries = 1_000

/**
 * `report.accepted.yml`: what a file beside a report accepts of its wording.
 * @param where the file's name, for errors and problems
 * @throws {ContextError} for the first thing that cannot be used; the words of the report stand in none
 */
export function parseAccepted(yamlText: string, where: string): readonly AcceptedWording[] {
  const data = parseDeclared(yamlText, where, {isAllText: true}) ?? []
  if (!Array.isArray(data)) throw new ContextError(where, problems.notList, remedies.list)
  if (data.length > mostEntries)
    throw new ContextError(where, problems.tooMany(mostEntries), remedies.tooMany)
  return data.map((entry: unknown, index) => toWording(entry, said.entry(where, index + 1)))
}

function toWording(value: unknown, label: string): AcceptedWording {
  if (isMap(value)) refuseUnknownKey(Object.keys(value), label)
  const {notMap, unknownKey, remedy} = said
  const shape = {schema: entryData, fields, notMap, unknownKey, remedy}
  const entry: EntryData = checkShape(value, label, shape, ContextError)
  // A private detail is not copied into a second file: its place will do.
  if ([entry.words, entry.fingerprint, entry.section].every((each) => each === undefined))
    throw new ContextError(label, problems.noWords, remedies.noWords)
  const {rule, words, fingerprint, section, reason, until} = entry
  return {
    rule: rule.toLowerCase(),
    reason,
    label,
    ...(words !== undefined && {words}),
    ...(fingerprint !== undefined && {fingerprint}),
    ...(section !== undefined && {section}),
    ...(until !== undefined && {until}),
  }
}

/** Here and not by the shape, since what stands in place of a key may be a sentence of the report. */
function refuseUnknownKey(keys: readonly string[], label: string): void {
  const unknown = keys.find((key) => !fields.includes(key))
  if (unknown === undefined) return
  const meant = nearest(unknown, fields)
  const known = fields.join(', ')
  throw new ContextError(
    label,
    /^[a-z_-]{1,20}$/i.test(unknown) ? said.unknownKey(unknown) : problems.anotherKey,
    meant ? remedies.nearestKey(meant, known) : remedies.knownKeys(known),
  )
}
