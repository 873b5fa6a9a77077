import {table} from '../markdown.ts'
import {
  precisionOf,
  type RuleTally,
  recallInPlaceOf,
  recallOf,
  recallWithQuestionsOf,
  share,
} from './counting.ts'
import {type Half, halves, type Item, type Register, registers} from './items.ts'
import {type Measurement, modes, nameOf, type RuleSection, type Section} from './measurement.ts'
import {type Alarms, alarmsOf, countRules, perThousand, type Reading} from './reports.ts'
import type {FirstCount, Round} from './rounds.ts'

const part = (value: number | undefined) => value?.toFixed(3) ?? '–'
const percent = (value: number | undefined) =>
  value === undefined ? '–' : `${(value * 100).toFixed(1)} %`
const count = (value: number) => value.toLocaleString('en-GB')

/** Precision and recall of one register; the measured half stands first. */
export function registerTable(sections: readonly Section[]): string {
  const head = [
    'half',
    'parties',
    'precision',
    'recall',
    'recall with questions',
    'recall by place',
    'by place, with questions',
    'flagged',
    'innocent',
    'told on innocent',
    'asked on innocent',
  ]
  return table(
    head,
    sections.map(({half, mode, tally}) => [
      half,
      mode,
      part(precisionOf(tally)),
      part(recallOf(tally)),
      part(recallWithQuestionsOf(tally)),
      part(recallInPlaceOf(tally)),
      part(share(tally.toldOrAskedInPlace, tally.flagged)),
      count(tally.flagged),
      count(tally.innocent),
      `${tally.toldOnInnocent} (${percent(share(tally.toldOnInnocent, tally.innocent))})`,
      `${tally.askedOnInnocent} (${percent(share(tally.askedOnInnocent, tally.innocent))})`,
    ]),
  )
}

/** Every category of one register and half, its two modes beside each other. */
export function categoryTable([declared, undeclared]: readonly Section[]): string {
  const head = ['category', 'flagged']
  for (const mode of modes)
    head.push(`${mode}: recall`, 'with questions', 'precision of its rules', 'right, wrong')
  const rows = (declared?.categories ?? []).map(({code, flagged}) => [
    `${code} ${nameOf(code)}`,
    count(flagged),
    ...[declared, undeclared].flatMap((section) => {
      const own = section?.categories.find((each) => each.code === code)
      if (!own) return ['–', '–', '–', '–']
      return [
        part(share(own.told, own.flagged)),
        part(share(own.toldOrAsked, own.flagged)),
        part(precisionOf(own.byItsRules)),
        `${own.byItsRules.told}, ${own.byItsRules.toldOnInnocent}`,
      ]
    }),
  ])
  return table(head, rows)
}

/** Each rule that speaks in one half, its two modes beside each other. */
export function ruleTable(
  [declared, undeclared]: readonly RuleSection[],
  rules: readonly string[],
): string {
  const head = ['rule']
  for (const mode of modes) head.push(`${mode}: right`, 'wrong', 'asked', 'asked of innocent')
  const rows = rules.flatMap((id) => {
    const tallies = [declared?.rules.get(id), undeclared?.rules.get(id)]
    return tallies.some(Boolean) ? [[`\`${id}\``, ...tallies.flatMap(ruleCells)]] : []
  })
  return table(head, rows)
}

const ruleCells = (tally: RuleTally | undefined): string[] =>
  tally
    ? [tally.told, tally.toldOnInnocent, tally.asked, tally.askedOnInnocent].map(String)
    : ['0', '0', '0', '0']

/** Rules that speak in no sentence of the corpus, however declared. */
export const silentRules = ({rules, ruleSections}: Measurement): readonly string[] =>
  rules.filter((id) => !ruleSections.some((section) => section.rules.has(id)))

/** False alarms, a row for each named group of texts and one for all of them. */
export function alarmTable(groups: readonly (readonly [string, readonly Reading[]])[]): string {
  const head = [
    'text',
    'words',
    'findings',
    'per 1,000 words',
    'questions',
    'questions per 1,000 words',
  ]
  return table(
    head,
    groups.map(([name, readings]) => [name, ...alarmCells(alarmsOf(readings))]),
  )
}

const alarmCells = ({words, told, asked}: Alarms): string[] => [
  count(words),
  count(told),
  perThousand(told, words).toFixed(2),
  count(asked),
  perThousand(asked, words).toFixed(2),
]

/** “`a-rule` 3, `another-rule` 1”, or “none”. */
export const ruleCounts = (findings: Reading['told']): string =>
  countRules(findings)
    .map(([id, times]) => `\`${id}\` ${times}`)
    .join(', ') || 'none'

/** The first figures of each round: two rows, or one where nobody could be declared. */
export function roundTable(rounds: readonly Round[]): string {
  const head = [
    'round',
    'date',
    'register',
    'parties',
    'precision',
    'recall',
    'recall with questions',
    'flagged: told, told or asked, all',
    'innocent: told, asked, all',
    'note',
  ]
  const rows = rounds.flatMap((round) => [
    ...(round.declared ? [roundRow(round, 'declared', round.declared)] : []),
    roundRow(round, 'undeclared', round.undeclared),
  ])
  return table(head, rows)
}

function roundRow(round: Round, mode: string, counts: FirstCount): string[] {
  const {told, 'told-or-asked': toldOrAsked} = counts
  const [wrong, asked] = [counts['told-on-innocent'], counts['asked-on-innocent']]
  return [
    round.round,
    round.date,
    round.register,
    mode,
    part(precisionOf({told, toldOnInnocent: wrong})),
    part(share(told, round.flagged)),
    part(share(toldOrAsked, round.flagged)),
    `${told}, ${toldOrAsked}, ${round.flagged}`,
    `${wrong}, ${asked}, ${round.innocent}`,
    round.note,
  ]
}

/** How many sentences of each category stand in each half. */
export function halvesTable(items: readonly Item[]): string {
  const kinds = [
    ...new Set(items.flatMap(({flag, category}) => (flag ? category.slice(0, 1) : []))),
  ].sort()
  const sizeOf = (register: Register, half: Half, code: string | undefined) =>
    count(
      items.filter(
        (item) =>
          item.register === register &&
          item.half === half &&
          (item.flag ? item.category[0] : undefined) === code,
      ).length,
    )
  const columns = registers.flatMap((register) => halves.map((half) => ({register, half})))
  return table(
    ['category', ...columns.map(({register, half}) => `${register}, ${half}`)],
    [...kinds, undefined].map((code) => [
      code === undefined ? 'innocent' : `${code} ${nameOf(code)}`,
      ...columns.map(({register, half}) => sizeOf(register, half, code)),
    ]),
  )
}
