import {halves, registers} from './items.ts'
import type {Measurement} from './measurement.ts'
import type {Reading} from './reports.ts'
import {
  alarmTable,
  categoryTable,
  registerTable,
  roundTable,
  ruleCounts,
  ruleTable,
  silentRules,
} from './tables.ts'

/** The whole of docs/accuracy.md. It has no date, so that the same rules give the same page. */
export const accuracyPage = (measurement: Measurement): string =>
  [
    opening,
    registersSection(measurement),
    categoriesSection(measurement),
    textsSection(measurement),
    roundsSection(measurement),
    limitsSection(measurement),
    rulesSection(measurement),
  ].join('\n\n')

const opening = `# Accuracy

How often the linter is right about sentences that people have labelled, and how often it speaks where nothing is wrong. \`npm run measure\` writes this page, and CI stops when a figure falls by more than a point. It says how well rules find wording in these texts; it says nothing about any report or author.

## What is counted

- **The corpus** is [test/corpus](../test/corpus/README.md): invented sentences, half of them flagged and half innocent. *Plain* ones a trained supervisor would underline at first reading; *subtle* ones work by paraphrase, idiom and insinuation. Each is checked alone.
- **The measured half** is only ever counted: nobody reads it, and no rule is fitted to it. **The work half** was read while rules were written, so its figures are too kind; they show what fitting can reach. A hash of the text decides which half a sentence is in.
- **Told** is a finding at warning or above (“worth changing”, “usually worth changing”). A question is counted apart. Information is not counted.
- **Recall** is the part of the flagged sentences in which something is told, wherever in the sentence it stands. **With questions**, a question counts as found too. **By place** is stricter: what is told has to overlap the words that the label names.
- **Precision** is, of all sentences in which something is told, the part that is flagged.
- **Declared** is with people and status declared as the label says; **undeclared** is with nothing declared, when many rules only ask.
- **Words** are what stands between spaces and has a letter or a digit.`

function registersSection({sections}: Measurement): string {
  const tables = registers.map((register) => {
    const own = sections.filter((section) => section.register === register)
    return `### ${capital(register)}\n\n${registerTable(own)}`
  })
  return ['## Precision and recall', ...tables].join('\n\n')
}

function categoriesSection({sections}: Measurement): string {
  const tables = halves.flatMap((half) =>
    registers.map((register) => {
      const own = sections.filter((each) => each.register === register && each.half === half)
      return `### ${capital(register)}, ${half} half\n\n${categoryTable(own)}`
    }),
  )
  const how =
    'Recall is of the sentences whose first label is the category, whichever rule found them. Precision is of the category’s own rules: the sentences in which one of them tells something, “right” when the sentence is flagged at all and “wrong” when it is innocent. Many rows are of few sentences, and one sentence then moves a figure by several points.'
  return ['## By category', how, ...tables].join('\n\n')
}

function textsSection({fixtures, prose}: Measurement): string {
  const clean = [
    ...fixtures.declared.map((reading) => [reading.name, [reading]] as const),
    ['all, as declared', fixtures.declared] as const,
    ['all, undeclared', fixtures.undeclared] as const,
  ]
  const groups = [
    ...kindsOf(prose).map(
      (kind) => [kind, prose.filter(({name}) => kindOf(name) === kind)] as const,
    ),
    ['all', prose] as const,
  ]
  return [
    '## False alarms in whole texts',
    'Every finding at warning or above counts as a false alarm here, and so does every question.',
    `### Clean fixtures\n\nInvented reports in which nothing is wrong ([fixtures](../fixtures)), as they are declared.\n\n${alarmTable(clean)}\n\n${rulesThatSpoke(fixtures.undeclared, 'Undeclared, findings')}`,
    `### Ordinary prose\n\nCountry profiles, a handbook, novels and speeches that are free to use, in whole paragraphs; [their README](../test/corpus/prose/README.md) names origin and licence. Nobody is declared, and domestic abuse is not mentioned. Some of what is found is the wording that a rule is about, in a text that is none of its business; it is counted all the same.\n\n${alarmTable(groups)}\n\n${rulesThatSpoke(prose, 'Findings')}`,
  ].join('\n\n')
}

const kindOf = (name: string) => name.split('-')[0] ?? ''
const kindsOf = (readings: readonly Reading[]) => [
  ...new Set(readings.map(({name}) => kindOf(name))),
]

const rulesThatSpoke = (readings: readonly Reading[], title: string) =>
  [
    `${title} by rule: ${ruleCounts(readings.flatMap(({told}) => told))}.`,
    `Questions by rule: ${ruleCounts(readings.flatMap(({asked}) => asked))}.`,
  ].join('\n\n')

function roundsSection({rounds}: Measurement): string {
  const how =
    'Fresh sentences by somebody who had seen neither rules nor earlier sentences, measured before anybody read them. These are the first figures; afterwards the sentences were read, rules were mended, and the round joined the work half.'
  return `## Rounds with fresh hands\n\n${how}\n\n${rounds.length > 0 ? roundTable(rounds) : 'None so far.'}`
}

const limitsSection = ({contradictory}: Measurement) => `## Limits

- The sentences are invented, by few hands; real drafts differ, and no figure here says how far.
- Labels are judgements of those same hands. Where practitioners would disagree with one, the figures do too.
- Half of the sentences are flagged. In a report far fewer are, so more of what is told there can be wrong than precision says here; the clean fixtures and the prose are the check on that.
- A sentence stands alone, or in a passage of a few. What the rest of a report would say, such as who acted or what was found, is missing.
- Plain labels name the main fault only. A second fault that is found there counts neither for nor against, unless the sentence is innocent.
- Recall without “by place” counts a sentence as found when the finding is about other words in it.
- The authors of the rules tuned them on the work half and on the rounds once measured. The measured half has been counted many times, and a choice between two ways of writing a rule may have leaned on its figures.
- Declared means declared fully and rightly. ${contradictory === 0 ? 'No item’s declaration contradicts itself.' : `The declarations of ${contradictory} items contradict themselves (one name, two roles); these are checked undeclared.`}
- The prose is American speeches and reference, English novels of two centuries ago and a handbook: ordinary English, but not the English of social work. None of it raises domestic abuse, so rules that wait for a text to do so stay silent in it. Its sentences may be read, and rules mended by them, so its figures grow kinder with time.
- Nothing here shows that reports get better or children safer.`

function rulesSection(measurement: Measurement): string {
  const {ruleSections, rules} = measurement
  const tables = halves.map((half) => {
    const own = ruleSections.filter((section) => section.half === half)
    return `### ${capital(half)} half\n\n${ruleTable(own, rules)}`
  })
  const silent = silentRules(measurement)
  const how =
    'On how many sentences of both registers a rule speaks: told where the sentence is flagged (“right”) and where it is innocent (“wrong”), and the same of its questions. A rule counts once a sentence.'
  const unheard = `${silent.length} of ${rules.length} rules speak in none of these sentences${silent.length > 0 ? `: ${silent.map((id) => `\`${id}\``).join(', ')}` : ''}.`
  return `${['## By rule', how, ...tables, unheard].join('\n\n')}\n`
}

const capital = (word: string) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
