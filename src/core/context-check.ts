import * as v from 'valibot'
import {en} from './catalogue/en.ts'
import {ContextError} from './errors.ts'
import {nearest} from './nearest.ts'
import {type ContextData, contextData} from './rule.ts'
import {statusValues} from './types.ts'

// Apart from context.ts, so that a run without declarations never loads a validator.

const {problems, remedies} = en.declaring

/**
 * @param hint said after the remedy
 * @throws {ContextError} for the first thing that cannot be used
 */
export function checkContext(value: unknown, where: string, hint?: string): ContextData {
  // valibot takes an array for an object without keys.
  if (!isMap(value)) throw new ContextError(where, problems.notMap, remedies.notMap)
  const result = v.safeParse(contextData, value, {abortEarly: true})
  if (result.success) return result.output
  throw toContextError(deepest(result.issues[0]), where, hint)
}

export const knownKeys = Object.keys(contextData.entries)
const statusKeys = ['applies', 'where', 'person', 'value', 'source', 'date']
const places = ['document', 'section', 'passage']

/** What people write who know the roles by another name. */
const meantKeys: Readonly<Record<string, string>> = {
  perpetrator: 'behaviour-of',
  abuser: 'behaviour-of',
  respondent: 'behaviour-of',
  survivor: 'harm-to',
  victim: 'harm-to',
  applicant: 'harm-to',
  child: 'children',
  other: 'others',
}

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

interface Issue {
  readonly type: string
  readonly input: unknown
  readonly path: readonly string[]
}

type AnyIssue = v.BaseIssue<unknown>

/** A union says only that no branch fits; the branch that got furthest says what is wrong. */
function deepest(issue: AnyIssue, above: readonly string[] = []): Issue {
  const path = [...above, ...(issue.path ?? []).map(({key}) => String(key))]
  const inner = (issue.issues ?? []).map((each) => deepest(each, path))
  const furthest = inner.reduce(
    (best, each) => (each.path.length > best.path.length ? each : best),
    inner[0] ?? {type: issue.type, input: issue.input, path},
  )
  return furthest.path.length > path.length || furthest.type === 'picklist'
    ? furthest
    : {type: issue.type, input: issue.input, path}
}

function toContextError({type, input, path}: Issue, where: string, hint?: string): ContextError {
  const field = path.map((key) => (/^\d+$/.test(key) ? en.declaring.entry(Number(key) + 1) : key))
  const unknownKey = type === 'strict_object' && input !== undefined
  const place = [where, (unknownKey ? field.slice(0, -1) : field).join(', ')].filter(Boolean)
  const {problem, remedy} = unknownKey ? describeUnknownKey(path) : describeValue(type, input, path)
  return new ContextError(place.join(': '), problem, hint ? `${remedy} ${hint}` : remedy)
}

interface Description {
  readonly problem: string
  readonly remedy: string
}

function describeUnknownKey(path: readonly string[]): Description {
  const key = path.at(-1) ?? ''
  const known = path.length > 1 ? statusKeys : knownKeys
  const meant = meantKeys[key.toLowerCase()] ?? nearest(key, known)
  const list = remedies.knownKeys(known.join(', '))
  return {
    problem: problems.unknownKey(key),
    remedy: meant && known.includes(meant) ? `${remedies.nearestKey(meant)} ${list}` : list,
  }
}

function describeValue(type: string, input: unknown, path: readonly string[]): Description {
  if (input === undefined) return {problem: problems.missing, remedy: remedies.missing}
  if (input === null || type === 'min_length') {
    return {problem: problems.empty, remedy: remedies.empty}
  }
  if (type === 'picklist') return describeUnknownValue(input, path.at(-1) ?? '')
  if (type === 'check') return {problem: problems.notDay, remedy: remedies.day}
  if (type === 'boolean') return {problem: problems.notYesOrNo, remedy: remedies.yesOrNo}
  if (type === 'union' && path.at(-1) !== 'status') {
    return {problem: problems.notPeople, remedy: remedies.people}
  }
  return {problem: problems.notText, remedy: remedies.quote}
}

function describeUnknownValue(input: unknown, key: string): Description {
  const known = key === 'applies' ? places : key === 'mode' ? ['report', 'template'] : statusValues
  const values = known.join(', ')
  if (typeof input !== 'string') {
    return {problem: problems.notText, remedy: remedies.knownValues(values)}
  }
  const meant = nearest(input, known)
  return {
    // Only a slip of a known word is quoted: anything else may be a sentence of the report.
    problem: meant ? problems.unknownValue(input) : problems.anotherValue,
    remedy: meant ? remedies.nearestValue(meant, values) : remedies.knownValues(values),
  }
}
