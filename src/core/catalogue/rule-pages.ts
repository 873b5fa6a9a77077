import type {Lens, Voice} from '../types.ts'

const lenses: Readonly<Record<Lens, string>> = {
  'perpetrator-pattern': 'the pattern of the person whose behaviour it is',
  'survivor-strengths': 'the strengths of the person it was directed at',
  'child-impact': 'the impact on the child',
}

const voices: Readonly<Record<Voice, string>> = {
  author: 'the author’s own words',
  quotation: 'quotations',
  reported: 'what somebody said, where it only asks',
  record: 'words taken from a record, where it only asks',
  legal: 'legal words',
  'template-guidance': 'the guidance of a template',
}

const subjects = {
  survivor: 'Said of the person the behaviour was directed at.',
  perpetrator: 'Said of the person whose behaviour it is.',
  child: 'Said of a child.',
  adult: 'Said of one of the two adults.',
  both: 'Said of both adults together.',
} as const

const unsure = {
  ask: 'Where it is not known who is meant, it only asks.',
  tell: 'Where it is not known who is meant, it speaks up all the same.',
  silent: 'Where it is not known who is meant, it is silent.',
} as const

const when = {
  'abuse-raised': 'Only in a report that raises domestic abuse.',
  always: 'As loudly in a report that raises no abuse.',
  undecided: 'Only where nothing is declared as found, admitted, convicted or cautioned.',
} as const

/** What stands in the pages of `docs/rules` around the words of the rules. */
export const rulePages = {
  writtenFrom: (path: string) =>
    `Written by npm run build:pages from ${path}. Change the rule, not this page.`,
  why: 'Why it matters',
  ask: 'Ask',
  wording: 'Wording to offer',
  noWording: 'This rule asks its question and offers no wording.',
  examples: 'Examples',
  declared: (facts: readonly string[]) => `(declared: ${facts.join('; ')})`,
  found: 'How it is found',
  patterns: 'It looks for these words, in any of their forms:',
  except: 'Left alone where they overlap with:',
  near: 'Only where the same sentence also holds:',
  notNear: 'Left alone where the same sentence holds:',
  notBeside: 'Left alone where the sentence before or after holds:',
  conditions: 'Conditions:',
  lists: 'Word lists, which stand in rules/lexicon.yml:',
  forms: 'Word forms of what it looks for:',
  formsNote:
    'Verbs and nouns are not told apart, so some forms are ones that nobody writes. Every other word stands for itself.',
  quotedPresent:
    'It looks for one or two words in quotation marks, in a sentence that says of nobody that they are the words used, among:',
  quotedMissing: 'It looks for these words where they stand without quotation marks:',
  unevenDoubting: 'It looks for a paragraph in which one adult is given one of these verbs:',
  unevenPlain: 'and the other adult one of these:',
  unevenNames:
    'It looks for a paragraph that calls one adult by title and the other by first name.',
  doer: 'Only where neither this sentence nor one beside it names who did it.',
  where: (places: readonly string[]) => `Only in: ${places.join(', ')}.`,
  notWhere: (places: readonly string[]) => `Not in: ${places.join(', ')}.`,
  speaksIn: (all: readonly Voice[]) => `It reads ${all.map((voice) => voices[voice]).join('; ')}.`,
  subjects,
  unsure,
  when,
  limits: 'Known limits',
  noLimits: 'None is written down yet. Wording that none of its patterns has is not found.',
  sources: 'Sources',
  about: 'About this rule',
  severity: (words: string) => `How sure it is: ${words}`,
  id: (id: string) => `Name: ${id}`,
  rows: (rows: readonly string[]) => `Catalogue rows: ${rows.join(', ')}`,
  bringsIn: (all: readonly Lens[]) =>
    `What its wording brings in: ${all.map((lens) => lenses[lens]).join('; ')}`,
  indexTitle: 'Rules',
  indexIntro: (rules: number, categories: number) =>
    `${rules} rules in ${categories} categories. Each page says what a rule points at, why, what to ask, what could be written, and what the rule gets wrong.`,
  alwaysSilent:
    'What no page repeats: quotations, legal words and official names are left alone, and a match that is denied, doubted or left open is silent. What somebody else said draws a question at most.',
  writing: 'How to change or add a rule:',
} as const
