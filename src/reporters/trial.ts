import {en} from '../core/catalogue/en.ts'
import {printable} from './printable.ts'
import type {ReportOptions} from './reporter.ts'
import {wrap} from './wrap.ts'

/** A text of a rule that came out otherwise than it should. */
export interface Failure {
  /** "our-pack/our-words/spectator.yml: examples[1].bad" */
  readonly where: string
  readonly text: string
  /** Words that a rule should point at; none where all rules should be silent. */
  readonly expected: readonly string[]
  readonly found: readonly {readonly words: string; readonly ruleId: string}[]
}

/** What came of trying a pack. */
export interface Trial {
  readonly title: string
  readonly rules: number
  readonly adjustments: number
  /** How many examples and wordings were tried, the built-in ones among them. */
  readonly texts: number
  readonly failures: readonly Failure[]
}

const say = en.reporting.trial

/** Each text that came out otherwise than it should, then one line for the whole. */
export function trialReport(trial: Trial, {colors, width}: ReportOptions): string {
  const {title, rules, adjustments, texts, failures} = trial
  const line = (text: string, indent = 2) => `${wrap(printable(text), width, indent)}\n`
  const described = failures.flatMap(({where, text, expected, found}) => [
    colors.title(printable(where)),
    '\n',
    line(text),
    line(
      `${say.expected} ${expected.length > 0 ? expected.map(say.words).join(', ') : say.nothing}`,
    ),
    line(
      `${say.found} ${found.length > 0 ? found.map(({words, ruleId}) => say.by(words, ruleId)).join(', ') : say.nothing}`,
    ),
    '\n',
  ])
  return [
    ...described,
    line(say.holds(title, rules, adjustments), 0),
    line(failures.length > 0 ? say.otherwise(failures.length, texts) : say.allWell(texts), 0),
  ].join('')
}
