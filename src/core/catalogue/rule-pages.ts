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
  template: 'Only in a template that others will fill in (mode: template).',
} as const

/** How a question about a whole report comes about. */
const review = {
  whole:
    'Asked at most once a report, and only of a report of 300 words or more that raises domestic abuse (in three sentences or more where nobody is declared). A template is not asked. Where it is in doubt whether a sentence answers the question, it does.',
  template:
    'Asked at most once, and only of a template of 60 words or more that asks about domestic abuse (mode: template). Where it is in doubt whether a sentence answers the question, it does.',
  raisedBy: 'It asks only where a sentence holds one of these:',
  missing: 'It looks for a sentence that holds one of these, and asks where there is none:',
  near: 'The same sentence, or one beside it, has to hold one of these:',
  nobodyMentioned:
    'It looks for a sentence that speaks of the people below, and asks where there is none.',
  under: (headings: readonly string[]) =>
    `It reads what stands under a heading with one of these words, and asks only where there is such a heading: ${headings.join(', ')}.`,
  raisedUnder: (headings: readonly string[]) =>
    `It asks only where there is a heading with one of these words: ${headings.join(', ')}.`,
  notCounted: 'A sentence that holds one of these does not count:',
  mentions: {
    perpetrator: 'The sentence has to speak of the person whose behaviour it is.',
    survivor: 'The sentence has to speak of the person the behaviour was directed at.',
    child: 'The sentence has to speak of a child.',
  },
  eachChild: {
    any: 'Looked for with each child who is declared.',
    apart:
      'Looked for with each child who is declared, apart from the others; not asked where there is one child.',
  },
  quotation: 'Words in quotation marks are an answer.',
  atLeast: (number: number) => `It asks where there are fewer than ${number}.`,
  counted: 'It counts for each of the two adults:',
  openings: 'It counts for each of the two adults the sentences that speak of that person first.',
  share: (atLeast: number, times: number) =>
    `It asks where at least ${atLeast} fall to the person the behaviour was directed at, and ${times} times as many as to the other adult.`,
  between: {
    adults: 'It compares the verbs for what each of the two adults said.',
    'child-and-adult': 'It compares the verbs for what a child said and what an adult said.',
  },
  doubting: 'Verbs that doubt:',
  plain: 'Plain verbs:',
  verbs: (atLeast: number) =>
    `It asks where one is given ${atLeast} verbs or more that doubt, at least half of all for that person, and the other ${atLeast} or more plain ones, with at most one in six that doubts.`,
} as const

const privacy = {
  shapes: 'It looks for:',
  shape: {
    phone: 'telephone numbers of the United Kingdom, helplines (03, 08) left out',
    postcode: 'postcodes',
    street: 'a house number with a name that holds one of the words below',
    refuge: 'one of the words below with the name of a place after it',
    school: 'a name that holds one of the words below, in a sentence that speaks of a child',
  },
  words: 'Words that make it one:',
  notPlaces: 'Words with a capital that name no place:',
  personal:
    'Only where the sentence holds one of these, or, of a telephone number, speaks of a party:',
  open: 'Left alone where the sentence, or a short paragraph, holds one of these:',
  notShown:
    'What was found is shown nowhere: no output holds the words, nor does a passage that is shown for another rule. It is looked for in templates, quotations and short texts, too.',
} as const

/** What stands in the pages of `docs/rules` around the words of the rules. */
export const rulePages = {
  writtenFrom: (path: string) =>
    `Written by npm run build:pages from ${path}. Change the rule, not this page.`,
  perpetrator: '[A]',
  survivor: '[B]',
  lettersExplained:
    '[A] is the person whose behaviour it is, [B] the person it was directed at. In the output their names stand there.',
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
  review,
  privacy,
  doer: 'Only where neither this sentence nor one beside it names who did it.',
  where: (places: readonly string[]) => `Only in: ${places.join(', ')}.`,
  notWhere: (places: readonly string[]) => `Not in: ${places.join(', ')}.`,
  speaksIn: (all: readonly Voice[]) => `It reads ${all.map((voice) => voices[voice]).join('; ')}.`,
  subjects,
  unsure,
  when,
  profiles: 'What profiles change',
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
