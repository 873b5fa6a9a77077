import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import * as v from 'valibot'
import {parse} from 'yaml'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What one way of declaring gave: sentences, of the flagged and of the innocent ones of the round. */
const firstCount = v.strictObject({
  /** Flagged sentences with a finding of warning or above. */
  told: count,
  /** The same, or a question. */
  'told-or-asked': count,
  /** Innocent sentences with a finding of warning or above. */
  'told-on-innocent': count,
  /** Innocent sentences with a question. */
  'asked-on-innocent': count,
})
export type FirstCount = v.InferOutput<typeof firstCount>

const round = v.pipe(
  v.strictObject({
    /** The name of its file under `rounds/`. */
    round: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
    register: v.picklist(['plain', 'subtle']),
    date: v.pipe(v.string(), v.isoDate()),
    flagged: count,
    innocent: count,
    declared: v.optional(firstCount),
    undeclared: firstCount,
    note: v.optional(v.string(), ''),
  }),
  v.check(
    ({flagged, innocent, declared, undeclared}) =>
      [declared ?? undeclared, undeclared].every(
        (counts) =>
          counts.told <= counts['told-or-asked'] &&
          counts['told-or-asked'] <= flagged &&
          Math.max(counts['told-on-innocent'], counts['asked-on-innocent']) <= innocent,
      ),
    'counts more sentences than the round has',
  ),
)
/** A round of fresh sentences with the figures of the first run, before anybody read them. */
export type Round = v.InferOutput<typeof round>

/**
 * The rounds of `rounds.yml`, in its order; none where there is no such file.
 * @throws {Error} when an entry is not understood, or entries and files under `rounds/` do not fit
 */
export function readRounds(root: string): readonly Round[] {
  const path = join(root, 'rounds.yml')
  if (!existsSync(path)) return []
  const rounds = parseRounds(readFileSync(path, 'utf8'), path)
  const listed = rounds.map(({round}) => `${round}.jsonl`)
  const folder = join(root, 'rounds')
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith('.jsonl'))
    : []
  const missing = listed.find((file) => !files.includes(file))
  if (missing) throw new Error(`${path} names a round without ${join(folder, missing)}`)
  const unlisted = files.find((file) => !listed.includes(file))
  if (unlisted) throw new Error(`${path} has no first figures of ${join(folder, unlisted)}`)
  return rounds
}

/** @throws {Error} naming entry and field */
export function parseRounds(yaml: string, where: string): readonly Round[] {
  const result = v.safeParse(v.array(round), parse(yaml))
  if (!result.success) {
    const [issue] = result.issues
    const field = v.getDotPath(issue)
    throw new Error(`${where}: ${field === null ? '' : `${field}: `}${issue.message}`)
  }
  const names = result.output.map(({round}) => round)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new Error(`${where}: ${twice} stands there twice`)
  return result.output
}
