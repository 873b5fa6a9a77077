import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {emptyContext, toReportContext} from '../src/core/context.ts'
import type {Finding, ReportContext, Status} from '../src/core/types.ts'
import {lint} from '../src/lint.ts'
import {readText} from '../src/readers/text.ts'

/** One labelled sentence of `bench/corpus` (its README says how they are labelled). */
interface Item {
  readonly text: string
  readonly flag: boolean
  readonly category?: readonly string[]
  readonly span?: readonly string[]
  readonly why?: string
  readonly context?: {
    readonly 'behaviour-of'?: string[]
    readonly 'harm-to'?: string[]
    readonly children?: string[]
    readonly others?: string[]
    readonly status?: Status
  }
}

const root = process.argv.includes('--corpus')
  ? (process.argv[process.argv.indexOf('--corpus') + 1] ?? '')
  : 'bench/corpus'
const isOn = (flag: string) => process.argv.includes(flag)

/** The half that rules may be fitted to; the other is only measured. */
const isWorkHalf = ({text}: Item) => (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 0

const itemsOf = (prefix: string): Item[] =>
  readdirSync(root)
    .filter((file) => file.startsWith(prefix) && file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(`${root}/${file}`, 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))

function declaredContext({context = {}}: Item): ReportContext {
  const {status, ...people} = context
  const filled = Object.fromEntries(
    Object.entries(people).filter(([, names]) => Array.isArray(names) && names.length > 0),
  )
  try {
    return toReportContext({...filled, ...(status ? {status} : {})})
  } catch {
    return emptyContext
  }
}

const severe = (finding: Finding) => finding.severity === 'error' || finding.severity === 'warning'

interface Outcome {
  readonly item: Item
  readonly told: readonly Finding[]
  readonly asked: readonly Finding[]
}

function outcomeOf(item: Item, isDeclared: boolean): Outcome {
  const document = readText(new TextEncoder().encode(item.text), 'item.txt')
  const {findings} = lint(document, {context: isDeclared ? declaredContext(item) : emptyContext})
  return {
    item,
    told: findings.filter(severe),
    asked: findings.filter(({severity}) => severity === 'question'),
  }
}

const ratio = (part: number, whole: number) => (whole === 0 ? '  –  ' : (part / whole).toFixed(3))

function report(title: string, outcomes: readonly Outcome[]) {
  const flagged = outcomes.filter(({item}) => item.flag)
  const innocent = outcomes.filter(({item}) => !item.flag)
  const found = flagged.filter(({told}) => told.length > 0).length
  const foundOrAsked = flagged.filter(({told, asked}) => told.length + asked.length > 0).length
  const wrong = innocent.filter(({told}) => told.length > 0).length
  const asked = innocent.filter(({asked}) => asked.length > 0).length
  console.log(
    `${title}: precision ${ratio(found, found + wrong)} recall ${ratio(found, flagged.length)} with questions ${ratio(foundOrAsked, flagged.length)}; ` +
      `innocent ${innocent.length}: told ${wrong} (${ratio(wrong, innocent.length)}), asked ${asked} (${ratio(asked, innocent.length)})`,
  )
}

function byCategory(outcomes: readonly Outcome[]) {
  const codes = [...new Set(outcomes.flatMap(({item}) => item.category ?? []))].sort()
  for (const code of codes) {
    const flagged = outcomes.filter(({item}) => item.category?.[0] === code)
    const found = flagged.filter(({told}) => told.length > 0).length
    const asked = flagged.filter(({told, asked}) => told.length === 0 && asked.length > 0).length
    console.log(
      `  ${code} ${String(flagged.length).padStart(4)}  told ${ratio(found, flagged.length)}  told or asked ${ratio(found + asked, flagged.length)}`,
    )
  }
}

const show = ({item, told, asked}: Outcome) =>
  `${item.flag ? (item.category?.join(',') ?? '') : 'ok'} | ${item.text}${item.flag ? ` | ${item.span?.join(' ; ')}` : ` | ${item.why}`}${[...told, ...asked].map(({ruleId, actual, severity}) => `\n      ${severity} ${ruleId} “${actual}”`).join('')}`

/** Misses and false alarms of the work half only: the other half is never looked at. */
function list(outcomes: readonly Outcome[]) {
  if (isOn('--wrong'))
    for (const outcome of outcomes)
      if (!outcome.item.flag && outcome.told.length > 0) console.log(show(outcome))
  if (isOn('--asked'))
    for (const outcome of outcomes)
      if (!outcome.item.flag && outcome.asked.length > 0 && outcome.told.length === 0)
        console.log(show(outcome))
  if (isOn('--missed'))
    for (const outcome of outcomes)
      if (outcome.item.flag && outcome.told.length + outcome.asked.length === 0)
        console.log(show(outcome))
}

/** Which rules speak on innocent sentences, and how often: counts, no sentences. */
function byRule(outcomes: readonly Outcome[]) {
  const counts = new Map<string, number>()
  for (const {item, told} of outcomes) {
    for (const id of item.flag ? [] : new Set(told.map(({ruleId}) => ruleId)))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  console.log(
    [...counts]
      .toSorted((a, b) => b[1] - a[1])
      .map(([id, count]) => `  ${count} ${id}`)
      .join('\n'),
  )
}

for (const [register, prefix] of [
  ['plain', 'p'],
  ['subtle', 'w'],
] as const) {
  if (isOn('--plain') && register !== 'plain') continue
  if (isOn('--subtle') && register !== 'subtle') continue
  const items = itemsOf(prefix)
  for (const isDeclared of [true, false]) {
    if (isOn('--undeclared') && isDeclared) continue
    if (isOn('--declared') && !isDeclared) continue
    const work = items.filter(isWorkHalf).map((item) => outcomeOf(item, isDeclared))
    report(`${register}, work half, ${isDeclared ? 'declared' : 'undeclared'}`, work)
    list(work)
    if (isOn('--by-category')) byCategory(work)
    if (isOn('--work')) continue
    const measured = items
      .filter((item) => !isWorkHalf(item))
      .map((item) => outcomeOf(item, isDeclared))
    report(`${register}, measured half, ${isDeclared ? 'declared' : 'undeclared'}`, measured)
    if (isOn('--by-category')) byCategory(measured)
    if (isOn('--by-rule')) byRule(measured)
  }
}
