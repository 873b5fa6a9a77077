import * as v from 'valibot'
import {precisionOf, recallInPlaceOf, recallOf, recallWithQuestionsOf, share} from './counting.ts'
import type {Measurement, Section} from './measurement.ts'
import {alarmsOf, perThousand, type Reading} from './reports.ts'

/** Figures by name: “plain, measured half, declared: precision” is a part of 1, “… per 1,000 words” is not. */
export type Figures = Readonly<Record<string, number>>

/** Of fewer sentences a figure says too little to be held. */
const leastSentences = 20

/** Falls that are borne: a point, and for texts a twentieth of a finding per 1,000 words. */
const bearable = {share: 0.01, perThousandWords: 0.05} as const
const perThousandWords = 'per 1,000 words'
/** For the noise of subtracting decimals. */
const grain = 1e-9

/** The figures that may not fall. */
export function figuresOf({sections, fixtures, prose}: Measurement): Figures {
  const entries = [
    ...sections.flatMap(figuresOfSection),
    ...alarmFigures('clean fixtures, declared', fixtures.declared),
    ...alarmFigures('clean fixtures, undeclared', fixtures.undeclared),
    ...alarmFigures('ordinary prose', prose),
  ]
  return Object.fromEntries(
    entries.flatMap(([name, figure]) => (figure === undefined ? [] : [[name, rounded(figure)]])),
  )
}

type Entry = readonly [name: string, figure: number | undefined]

/** “plain, measured half, declared”. */
export const titleOf = ({register, half, mode}: Pick<Section, 'register' | 'half' | 'mode'>) =>
  `${register}, ${half} half, ${mode}`

function figuresOfSection(section: Section): Entry[] {
  const {tally, categories} = section
  const title = titleOf(section)
  return [
    [`${title}: precision`, precisionOf(tally)],
    [`${title}: recall`, recallOf(tally)],
    [`${title}: recall with questions`, recallWithQuestionsOf(tally)],
    [`${title}: recall by place`, recallInPlaceOf(tally)],
    ...categories
      .filter(({flagged}) => flagged >= leastSentences)
      .flatMap(({code, flagged, told, toldOrAsked}): Entry[] => [
        [`${title}: recall of ${code}`, share(told, flagged)],
        [`${title}: recall of ${code} with questions`, share(toldOrAsked, flagged)],
      ]),
  ]
}

function alarmFigures(title: string, readings: readonly Reading[]): Entry[] {
  const {told, words} = alarmsOf(readings)
  return [[`${title}: false alarms ${perThousandWords}`, perThousand(told, words)]]
}

const rounded = (figure: number) => Math.round(figure * 10_000) / 10_000

/** A committed figure that is worse now; `now` is undefined where it is no longer measured. */
export interface Fall {
  readonly name: string
  readonly before: number
  readonly now: number | undefined
}

/** What got worse by more than is borne. Figures that are new have nothing to fall from. */
export const fallsOf = (before: Figures, now: Figures): Fall[] =>
  Object.entries(before).flatMap(([name, figure]) => {
    const fall = {name, before: figure, now: now[name]}
    return hasFallen(fall) ? [fall] : []
  })

function hasFallen({name, before, now}: Fall): boolean {
  if (now === undefined) return true
  return name.endsWith(perThousandWords)
    ? now - before > bearable.perThousandWords + grain
    : before - now > bearable.share + grain
}

/** @throws {Error} when the file is not a map of numbers */
export function parseFigures(json: string, where: string): Figures {
  const result = v.safeParse(v.record(v.string(), v.number()), JSON.parse(json))
  if (!result.success) throw new Error(`${where} is not as \`npm run measure\` writes it`)
  return result.output
}

export const printFigures = (figures: Figures) => `${JSON.stringify(figures, null, 2)}\n`
