import type {Severity} from '../types.ts'
import {reporting} from './reporting.ts'

const lettersOf: Readonly<Record<Severity, string>> = {
  error: 'H',
  warning: 'M',
  info: 'L',
  question: 'Q',
}

/** What stands in `docs/coverage.md` around rows and titles, and what is said of rows nobody accounts for. */
export const coverage = {
  writtenFrom:
    'Written by npm run build:pages from rules/. Change rules/catalogue.yml or the rules, not this page.',
  title: 'What the rules cover',
  intro: (rows: number, categories: number, covered: number) =>
    `The catalogue of wording behind the rules has ${rows} rows in ${categories} categories. Rules stand for ${covered} of them; for each of the others the reason is given why it is no rule. A rule finds the wordings on its page, which are not all that people write.`,
  letters: 'The letter is the weight of the row:',
  lettersOf,
  letter: (severity: Severity) => `${lettersOf[severity]}: ${reporting.severities[severity]}`,
  notARule: 'no rule.',
  neither: 'has neither a rule nor a reason (not-a-rule)',
  both: 'has a rule and a reason why it has none: take not-a-rule out',
  noOwnSeverity: 'has no rule of its own severity and no reason (other-severity)',
  ownAfterAll: 'has a rule of its own severity: take other-severity out',
  noCategory: 'is in no category of rules/catalogue.yml',
} as const
