import {basename} from 'node:path'
import {parseArgs} from 'node:util'
import {stringify} from 'yaml'
import {
  isAsked,
  isTold,
  isToldOrAsked,
  precisionOf,
  recallOf,
  recallWithQuestionsOf,
  share,
  type Tally,
  tally,
  tallyByCategory,
  tallyByRule,
} from './counting.ts'
import {titleOf} from './figures.ts'
import {halves, type Item, type Register, readCorpus, readLabels, registers} from './items.ts'
import {listedOf, sentenceAround, showOutcome} from './listing.ts'
import {codeOf, folders, type Mode, modes} from './measurement.ts'
import {type Outcome, outcomeOf} from './outcomes.ts'
import {alarmsOf, perThousand, readProse} from './reports.ts'
import type {FirstCount, Round} from './rounds.ts'

const help = `npm run accuracy -- [options]      figures at the desk; writes nothing

which          --plain --subtle  --declared --undeclared  --work (that half only)
               --file NAME (p1, or a round)  --corpus DIR (${folders.corpus})
counts         --by-category --by-rule
sentences      --missed --wrong --asked: of the work half; the measured half is never shown
prose          --prose: what is said about ${folders.prose}, with its sentences
fresh rounds   --round FILE [--date 2026-01-31]: the first figures of a file that nobody has read,
               as an entry of rounds.yml; plain, or --subtle`

const flag = {type: 'boolean', default: false} as const
const options = {
  plain: flag,
  subtle: flag,
  declared: flag,
  undeclared: flag,
  work: flag,
  file: {type: 'string'},
  corpus: {type: 'string', default: folders.corpus},
  'by-category': flag,
  'by-rule': flag,
  missed: flag,
  wrong: flag,
  asked: flag,
  prose: flag,
  round: {type: 'string'},
  date: {type: 'string', default: ''},
  help: flag,
} as const

const parse = (args: readonly string[]) => parseArgs({args: [...args], options}).values
type Values = ReturnType<typeof parse>

/** What the desk is told for its arguments, a line or a few at a time. */
export function deskLines(args: readonly string[]): Iterable<string> {
  const values = parse(args)
  if (values.help) return [help]
  if (values.round !== undefined) return roundLines(values.round, values)
  return values.prose ? proseLines() : corpusLines(values)
}

const part = (value: number | undefined) => value?.toFixed(3) ?? '  –  '

function* corpusLines(values: Values) {
  const items = readCorpus(values.corpus).filter(
    ({file}) => values.file === undefined || file === values.file,
  )
  for (const register of chosen(registers, values)) {
    for (const mode of chosen(modes, values)) {
      for (const half of values.work ? (['work'] as const) : halves.toReversed()) {
        const own = items.filter((item) => item.register === register && item.half === half)
        const title = titleOf({register, half, mode})
        if (own.length > 0) yield* halfLines(title, own, mode, values)
      }
    }
  }
}

/** Those that a flag names, or all. */
function chosen<T extends Register | Mode>(all: readonly T[], values: Values): readonly T[] {
  const named = all.filter((each) => values[each])
  return named.length > 0 ? named : all
}

function* halfLines(title: string, items: readonly Item[], mode: Mode, values: Values) {
  const outcomes = items.map((item) => outcomeOf(item, mode === 'declared'))
  yield summary(title, outcomes)
  yield* shown(outcomes, values).map(showOutcome)
  if (values['by-category']) yield* categoryLines(outcomes)
  if (values['by-rule']) yield* ruleLines(outcomes)
}

function summary(title: string, outcomes: readonly Outcome[]): string {
  const counts = tally(outcomes)
  const {flagged, innocent, toldOnInnocent, askedOnInnocent} = counts
  return [
    `${title}: precision ${part(precisionOf(counts))} recall ${part(recallOf(counts))} with questions ${part(recallWithQuestionsOf(counts))}`,
    `  by place ${part(share(counts.toldInPlace, flagged))} with questions ${part(share(counts.toldOrAskedInPlace, flagged))}; flagged ${flagged}`,
    `  innocent ${innocent}: told ${toldOnInnocent} (${part(share(toldOnInnocent, innocent))}), asked ${askedOnInnocent} (${part(share(askedOnInnocent, innocent))})`,
  ].join('\n')
}

/** The sentences asked for; `listedOf` leaves the measured half out. */
const shown = (outcomes: readonly Outcome<Item>[], {wrong, asked, missed}: Values) => [
  ...(wrong ? listedOf(outcomes, (each) => isInnocent(each) && isTold(each)) : []),
  ...(asked
    ? listedOf(outcomes, (each) => isInnocent(each) && isAsked(each) && !isTold(each))
    : []),
  ...(missed ? listedOf(outcomes, (each) => each.item.flag && !isToldOrAsked(each)) : []),
]

const isInnocent = ({item}: Outcome) => !item.flag

const categoryLines = (outcomes: readonly Outcome[]): string[] =>
  tallyByCategory(outcomes, codeOf).map(
    ({code, flagged, told, toldOrAsked, byItsRules}) =>
      `  ${code} ${String(flagged).padStart(4)}  told ${part(share(told, flagged))}  told or asked ${part(share(toldOrAsked, flagged))}  precision of its rules ${part(precisionOf(byItsRules))}`,
  )

/** The rules that are wrong most often first. */
const ruleLines = (outcomes: readonly Outcome[]): string[] =>
  [...tallyByRule(outcomes)]
    .toSorted(([, a], [, b]) => b.toldOnInnocent - a.toldOnInnocent || b.told - a.told)
    .map(
      ([id, {told, toldOnInnocent, asked, askedOnInnocent}]) =>
        `  ${id.padEnd(36)} right ${told}  wrong ${toldOnInnocent}  asked ${asked}  asked of innocent ${askedOnInnocent}`,
    )

function* proseLines() {
  const readings = readProse(folders.prose)
  for (const {name, document, told, asked} of readings) {
    for (const finding of [...told, ...asked])
      yield `${name} | ${finding.severity} ${finding.ruleId} “${finding.actual}”\n    ${sentenceAround(document, finding)}`
  }
  const {words, told, asked} = alarmsOf(readings)
  yield `${words} words: told ${told} (${perThousand(told, words).toFixed(2)} per 1,000), asked ${asked} (${perThousand(asked, words).toFixed(2)})`
}

/** Counts of a file as a whole; its sentences are not shown, so that it is measured before it is read. */
function* roundLines(path: string, {subtle, date}: Values) {
  const items = readLabels(path)
  const countsIn = (mode: Mode) => tally(items.map((item) => outcomeOf(item, mode === 'declared')))
  const [declared, undeclared] = [countsIn('declared'), countsIn('undeclared')]
  const entry: Round = {
    round: basename(path, '.jsonl'),
    register: subtle ? 'subtle' : 'plain',
    date: date || new Date().toISOString().slice(0, 10),
    flagged: undeclared.flagged,
    innocent: undeclared.innocent,
    declared: firstCountOf(declared),
    undeclared: firstCountOf(undeclared),
    note: '',
  }
  yield stringify([entry])
  for (const [mode, each] of Object.entries({declared, undeclared}))
    yield `# ${mode}: precision ${part(precisionOf(each))} recall ${part(recallOf(each))} with questions ${part(recallWithQuestionsOf(each))}`
}

const firstCountOf = (counts: Tally): FirstCount => ({
  told: counts.told,
  'told-or-asked': counts.toldOrAsked,
  'told-on-innocent': counts.toldOnInnocent,
  'asked-on-innocent': counts.askedOnInnocent,
})
