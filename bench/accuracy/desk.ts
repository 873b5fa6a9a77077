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
  tally,
  tallyByCategory,
  tallyByRule,
} from './counting.ts'
import {type Half, halves, type Item, readCorpus, readLabels, registers} from './items.ts'
import {listedOf, sentenceAround, showOutcome} from './listing.ts'
import {codeOf, folders, type Mode, modes} from './measurement.ts'
import {type Outcome, outcomeOf} from './outcomes.ts'
import {alarmsOf, perThousand, readProse} from './reports.ts'
import type {FirstCount} from './rounds.ts'

const help = `npm run accuracy -- [options]      figures at the desk; writes nothing

which          --plain --subtle  --declared --undeclared  --work (that half only)
               --file NAME (p1, or a round)  --corpus DIR (${folders.corpus})
counts         --by-category --by-rule
sentences      --missed --wrong --asked: of the work half; the measured half is never shown
prose          --prose: what is said about ${folders.prose}, with its sentences
fresh rounds   --round FILE [--date 2026-01-31]: the first figures of a file that nobody has read,
               as an entry of rounds.yml; plain, or --subtle`

const flag = {type: 'boolean', default: false} as const
const {values} = parseArgs({
  options: {
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
    date: {type: 'string', default: new Date().toISOString().slice(0, 10)},
    help: flag,
  },
})

const part = (value: number | undefined) => value?.toFixed(3) ?? '  –  '
const wantedModes = modes.filter((mode) => values[mode] || !(values.declared || values.undeclared))

function reportCorpus() {
  const items = readCorpus(values.corpus).filter(
    ({file}) => values.file === undefined || file === values.file,
  )
  for (const register of registers) {
    if ((values.plain || values.subtle) && !values[register]) continue
    for (const mode of wantedModes) {
      for (const half of halves.toReversed()) {
        if (values.work && half !== 'work') continue
        const own = items.filter((item) => item.register === register && item.half === half)
        if (own.length > 0) reportHalf(`${register}, ${half} half, ${mode}`, own, half, mode)
      }
    }
  }
}

function reportHalf(title: string, items: readonly Item[], half: Half, mode: Mode) {
  const outcomes = items.map((item) => outcomeOf(item, mode === 'declared'))
  console.log(summary(title, outcomes))
  if (half === 'work') list(outcomes)
  if (values['by-category']) console.log(categoryLines(outcomes).join('\n'))
  if (values['by-rule']) console.log(ruleLines(outcomes).join('\n'))
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

/** Only ever called for the work half, and takes nothing else. */
function list(outcomes: readonly Outcome<Item>[]) {
  const shown = [
    ...(values.wrong
      ? listedOf(outcomes, (outcome) => isInnocent(outcome) && isTold(outcome))
      : []),
    ...(values.asked
      ? listedOf(outcomes, (each) => isInnocent(each) && isAsked(each) && !isTold(each))
      : []),
    ...(values.missed ? listedOf(outcomes, (each) => each.item.flag && !isToldOrAsked(each)) : []),
  ]
  for (const outcome of shown) console.log(showOutcome(outcome))
}

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

function reportProse() {
  const readings = readProse(folders.prose)
  for (const {name, document, told, asked} of readings) {
    for (const finding of [...told, ...asked])
      console.log(
        `${name} | ${finding.severity} ${finding.ruleId} “${finding.actual}”\n    ${sentenceAround(document, finding)}`,
      )
  }
  const {words, told, asked} = alarmsOf(readings)
  console.log(
    `${words} words: told ${told} (${perThousand(told, words).toFixed(2)} per 1,000), asked ${asked} (${perThousand(asked, words).toFixed(2)})`,
  )
}

/** Counts of a file as a whole; its sentences are not shown, so that it is measured before it is read. */
function reportRound(path: string) {
  const items = readLabels(path)
  const counts = (mode: Mode) => tally(items.map((item) => outcomeOf(item, mode === 'declared')))
  const [declared, undeclared] = [counts('declared'), counts('undeclared')]
  const entry = {
    round: basename(path, '.jsonl'),
    register: values.subtle ? 'subtle' : 'plain',
    date: values.date,
    flagged: undeclared.flagged,
    innocent: undeclared.innocent,
    declared: firstCountOf(declared),
    undeclared: firstCountOf(undeclared),
    note: '',
  }
  console.log(stringify([entry]))
  for (const [mode, each] of Object.entries({declared, undeclared}))
    console.log(
      `# ${mode}: precision ${part(precisionOf(each))} recall ${part(recallOf(each))} with questions ${part(recallWithQuestionsOf(each))}`,
    )
}

const firstCountOf = (counts: ReturnType<typeof tally>): FirstCount => ({
  told: counts.told,
  'told-or-asked': counts.toldOrAsked,
  'told-on-innocent': counts.toldOnInnocent,
  'asked-on-innocent': counts.askedOnInnocent,
})

if (values.help) console.log(help)
else if (values.round !== undefined) reportRound(values.round)
else if (values.prose) reportProse()
else reportCorpus()
