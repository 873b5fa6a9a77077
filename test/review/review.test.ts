import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {toReportContext} from '../../src/core/context.ts'
import type {ContextData} from '../../src/core/rule.ts'
import type {Finding, SourceDocument} from '../../src/core/types.ts'
import {lint, readMarkdown} from '../../src/index.ts'

const read = (text: string): SourceDocument =>
  readMarkdown(new TextEncoder().encode(text), 'report.md')

const parents: ContextData = {'behaviour-of': 'Mr Hughes', 'harm-to': 'Ms Rees'}
const family: ContextData = {...parents, children: ['Cai', 'Seren']}

/** Three hundred words that raise, name and answer nothing. */
const padding = 'The window was open, and it rained on the sill. '.repeat(30)

const askedIn = (text: string, data: ContextData = {}): readonly Finding[] =>
  lint(read(text), {context: toReportContext(data)}).findings.filter(
    ({isReportWide}) => isReportWide === true,
  )
const ids = (findings: readonly Finding[]) => findings.map(({ruleId}) => ruleId).sort()

const bare = `# Background

The court found that Mr Hughes assaulted Ms Rees. They separated in 2022.

# Cai

Cai wakes at night because he listens for the door. Cai told me about football.

# Seren

Seren is three.

# Wishes and feelings

The children like school.

# Recommendations

1. Ms Rees should attend a course.
2. Ms Rees should sign the agreement.
3. There should be a review.

# Notes

${padding}
`

const bareIds = [
  'both-accounts',
  'child-in-recommendations',
  'childs-own-words',
  'effect-on-each-child',
  'harm-to-the-child',
  'no-specialist',
  'since-they-parted',
  'what-was-done-to-keep-safe',
  'who-carries-the-tasks',
]

describe('a report that leaves out what is expected', () => {
  const asked = askedIn(bare, family)
  const of = (id: string) => asked.find(({ruleId}) => ruleId === id)

  test('is asked each question once', () => {
    expect(ids(asked)).toEqual(bareIds)
    expect(asked.filter(({severity}) => severity !== 'question')).toEqual([])
  })

  test('is asked where the question is raised', () => {
    expect(asked.map(({ruleId, actual}) => [ruleId, actual]).sort()).toEqual([
      ['both-accounts', 'The court found that Mr Hughes assaulted Ms Rees.'],
      ['child-in-recommendations', 'Recommendations'],
      ['childs-own-words', 'Wishes and feelings'],
      ['effect-on-each-child', 'Seren'],
      ['harm-to-the-child', 'The court found that Mr Hughes assaulted Ms Rees.'],
      ['no-specialist', 'Recommendations'],
      ['since-they-parted', 'They separated in 2022.'],
      ['what-was-done-to-keep-safe', 'The court found that Mr Hughes assaulted Ms Rees.'],
      ['who-carries-the-tasks', 'Recommendations'],
    ])
  })

  test('is asked of the child who is left out, by name', () => {
    expect(of('effect-on-each-child')?.message).toBe(
      'No sentence ties something seen in Seren to what Mr Hughes did.',
    )
  })

  test('is told how many tasks each adult has', () => {
    expect(of('who-carries-the-tasks')?.message).toBe(
      'Tasks in the recommendations, as far as they name one of the two adults: Ms Rees, two; Mr Hughes, none.',
    )
  })

  test('says in no question who did what, unless it was declared', () => {
    const undeclared = askedIn(bare)
    // One clause by name proposes the roles; nobody has confirmed them.
    expect(undeclared.map(({message, ask}) => `${message} ${ask}`).join(' ')).not.toMatch(
      /Hughes|Rees/,
    )
  })
})

describe('no question about the whole', () => {
  test.each<[string, string, ContextData]>([
    ['of a text under 300 words', bare.replace(padding, ''), family],
    [
      'of a report that raises no abuse',
      bare.replace('assaulted', 'met'),
      {children: ['Cai', 'Seren']},
    ],
    ['where the allegations were not proved', bare, {...family, status: 'not-proved'}],
    [
      'where abuse is only denied',
      `There is no domestic abuse in this case. There is no violence. No assault was alleged.\n\n${padding}`,
      {},
    ],
  ])('%s', (_name, text, data) => {
    expect(ids(askedIn(text, data))).toEqual([])
  })

  test('of a report is asked of a template, and none of a template of a report', () => {
    const ofTemplates = ids(askedIn(bare, {...family, mode: 'template'}))
    const ofReports = ids(askedIn(bare, family))
    expect(ofTemplates).toContain('no-line-for-the-pattern')
    expect(ofReports.length).toBeGreaterThan(0)
    expect(ofTemplates.filter((id) => ofReports.includes(id))).toEqual([])
  })

  test('takes one adult’s behaviour for granted where each makes allegations', () => {
    expect(ids(askedIn(bare, {...family, 'each-alleges': true}))).toEqual([
      'child-in-recommendations',
      'childs-own-words',
      'no-specialist',
    ])
  })
})

test('a report that does all of it is asked nothing', () => {
  const full = `# Background

The court found that Mr Hughes assaulted Ms Rees while she was holding Seren. Mr Hughes denies it. They separated in 2022. Since then Mr Hughes has sent letters.

# Ms Rees

Ms Rees rang the police, took Cai to his grandmother’s and kept a bag by the door. An IDVA works with her.

# Cai

Cai wakes at night because he listens for the door. He said: “I know the stairs.”

# Seren

Seren has cried since May when a door bangs.

# Recommendations

Cai and Seren should live with Ms Rees. Mr Hughes should complete the programme.

# Notes

${padding}
`
  expect(askedIn(full, family)).toEqual([])
})

/** Paragraphs that stand under no heading, in any order. */
const paragraphs = [
  'Ms Rees claims that he pushed her.',
  'Ms Rees alleges that he took her telephone.',
  'Ms Rees claims that it went on.',
  'Mr Hughes said that he walked past.',
  'Mr Hughes told me that it was his.',
  'Mr Hughes explained that he was tired.',
  'The court has heard of domestic abuse.',
  'They separated in May.',
  'Cai and Seren are well.',
  padding,
]

test('the order of paragraphs changes no question, and a second run gives the same', () => {
  const inOrder = ids(askedIn(paragraphs.join('\n\n'), family))
  expect(inOrder).toContain('verbs-over-the-report')
  fc.assert(
    fc.property(fc.shuffledSubarray(paragraphs, {minLength: paragraphs.length}), (shuffled) => {
      const text = shuffled.join('\n\n')
      const first = askedIn(text, family)
      expect(ids(first)).toEqual(inOrder)
      expect(askedIn(text, family)).toEqual(first)
    }),
    {numRuns: 20},
  )
})

test('a question keeps its fingerprint when the report is edited elsewhere', () => {
  const prints = (text: string) =>
    askedIn(text, family)
      .map(({ruleId, fingerprint}) => [ruleId, fingerprint].join(' '))
      .sort()
  expect(prints(bare.replace('about football', 'about the sea'))).toEqual(prints(bare))
})
