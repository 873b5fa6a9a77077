import type {ConfigData, Settings} from '../config-shape.ts'

type Key = keyof ConfigData | keyof Settings

/** What each setting is for, as an editor shows it: one sentence or two. */
export const settings: Readonly<Record<Key | 'files' | 'whole', string>> = {
  whole: 'What a team settles once for safe-together-lint: docs/configuration.md says more.',
  $schema: 'Where an editor finds this schema.',
  extends: 'A file or a package, or several, whose settings come before these.',
  profile: 'Whose wording applies.',
  rules: 'Rules that are louder or quieter here: off, question, info, warning or error.',
  packs: 'Folders with rules of your own, from where this file stands.',
  tracked: 'Which reading of tracked changes is checked.',
  headers: 'Whether headers and footers are read, too.',
  excerpts:
    'How much of a file’s text output for build servers shows: none (by default), match or sentence. Meant for templates, in an override; private details are never shown.',
  'fail-on': 'From here up something found makes the exit code 1.',
  'max-warnings':
    'The exit code is 1 when more places than this are usually worth changing, whatever “fail-on” says.',
  baseline:
    'The file of what stood there on some day and is not told again, from where this file stands.',
  salt: 'Any words of your own; they make fingerprints in output for build servers this repository’s.',
  ignore: 'What a search of a folder passes over: patterns as in a .gitignore.',
  overrides:
    'Settings for some files only. What a later one says replaces what an earlier one says.',
  files:
    'Patterns of file names, from where this file stands; one without a slash fits a name in any folder.',
  mode: 'Whether it is a report, or a template that makes others write one.',
  date: 'The day of the report, by which the wording of that day holds: 2024-10-09 or 9 October 2024.',
  status: 'What has been decided about the behaviour. Undeclared means undecided.',
  'behaviour-of':
    'Whose behaviour the report is about: a name, then other names for the same person.',
  'harm-to': 'Who was harmed: a name, then other names for the same person.',
  children: 'The children: "Cai, Seren", or a list with one child and its names to a line.',
  others: 'Other people, so that nobody takes them for one of the above.',
  'each-alleges': 'Both adults make allegations: rules about a person’s part only ask.',
}
