import {readdirSync, readFileSync} from 'node:fs'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {readRules} from '../../src/build/read-rules.ts'
import {rulePages} from '../../src/build/rule-pages.ts'
import type {Profile} from '../../src/core/adjustment.ts'
import type {RuleEntry} from '../../src/core/rule.ts'

const {rules, sources, profiles} = readRules('rules')
const pages = rulePages(rules, sources, profiles)

const one: RuleEntry = {
  id: 'left-open',
  category: 'test-only',
  title: 'Left *open*',
  domain: ['VB01'],
  severity: 'warning',
  lenses: ['child-impact'],
  message: 'Says nothing of {child}.',
  why: 'A door has no *owner*.',
  ask: 'what did {perpetrator} do?',
  frames: {found: '{perpetrator} ___.', told: '{survivor} told me ___.'},
  replacements: ['shut'],
  match: {
    patterns: ['<harm-verb> the door', '{survivor} leave ... open'],
    except: ['open [court]'],
    subject: 'survivor',
    doer: 'nobody',
    'if-unsure': 'tell',
  },
  examples: [
    {bad: '[A] “[[left]]” it [[open]].', context: {'harm-to': ['[A]', 'Ms Rees'], status: 'told'}},
    {good: '1. The door is shut.', why: 'Shut.'},
  ],
  limits: 'Windows.',
  sources: ['S1', 'S2'],
}

const page = `<!-- Written by npm run build:pages from rules/test-only/left-open.yml. Change the rule, not this page. -->

# Left \\*open\\*

Says nothing of the child.

*\\[A] is the person whose behaviour it is, \\[B] the person it was directed at. In the output their names stand there.*

## Why it matters

A door has no \\*owner\\*.

## Ask

What did \\[A] do?

## Wording to offer

- *If the court has found it:* \\[A] \\_\\_\\_.
- *If you were told it:* \\[B] told me \\_\\_\\_.
- *Could read:* shut

## Examples

Pointed at:

- \\[A] “**left**” it **open**. *(declared: harm-to \\[A], Ms Rees; status told)*

Left alone:

- 1\\. The door is shut. (Shut.)

## How it is found

It looks for these words, in any of their forms:

- \`<harm-verb> the door\`
- \`{survivor} leave ... open\`

Left alone where they overlap with:

- \`open [court]\`

Conditions:

- Said of the person the behaviour was directed at.
- Only where neither this sentence nor one beside it names who did it.
- It reads the author’s own words.
- Where it is not known who is meant, it speaks up all the same.

Word lists, which stand in rules/lexicon.yml: \`<harm-verb>\`

Word forms of what it looks for: door, doors, doored, dooring; leave, leaves, left, leaving; open, opens, opened, opening. Verbs and nouns are not told apart, so some forms are ones that nobody writes. Every other word stands for itself.

## Known limits

Windows.

## Sources

- S1: A book. 2020
- S2: A page

## About this rule

- How sure it is: usually worth changing
- Name: left-open
- Catalogue rows: VB01
- What its wording brings in: the impact on the child
`

test('a page says all of a rule, with its slots in words and its signs escaped', () => {
  const written = rulePages([one], {S1: 'A book. 2020', S2: 'A page'})
  expect(written.get('docs/rules/test-only/left-open.md')).toBe(page)
})

test('a page says what each profile changes, where and since when', () => {
  const profile: Profile = {
    id: 'one-team',
    title: 'One team',
    organisation: 'One team',
    sources: [],
    names: [],
    legalFrames: [],
    adjustments: {
      'left-open': [
        {reason: 'It is pleaded there.', in: 'Threshold', off: true},
        {reason: 'The policy says so.', from: '2024-10-09', severity: 'question'},
      ],
    },
  }
  const written = rulePages([one], {}, [profile]).get('docs/rules/test-only/left-open.md')
  expect(written).toContain(`
## What profiles change

- Adjusted by One team (under “Threshold”): Switched off. It is pleaded there.
- Adjusted by One team (reports from 2024-10-09): A question. The policy says so.

## Known limits
`)
})

test('the index lists rules by category, with how sure they are', () => {
  const other: RuleEntry = {...one, id: 'shut', title: 'Shut', category: 'b', severity: 'question'}
  const lines = rulePages([one, other], {}).get('docs/rules/README.md')?.split('\n')
  expect(lines?.filter((line) => /^(?:#|- )/.test(line))).toEqual([
    '# Rules',
    '## test only',
    '- [Left \\*open\\*](test-only/left-open.md) · usually worth changing · `left-open`',
    '## b',
    '- [Shut](b/shut.md) · a question · `shut`',
  ])
})

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
}

/** The words in bold as somebody reads them who sees the page rendered. */
function boldIn(node: Node): string[] {
  if (node.type === 'strong') return [(node.children ?? []).map(({value}) => value).join('')]
  return (node.children ?? []).flatMap(boldIn)
}

describe('the pages of all rules', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s: the words in bold are the words that are flagged',
    (_id, {id, category, examples}) => {
      const markdown = pages.get(`docs/rules/${category}/${id}.md`) ?? ''
      const marks = examples.flatMap((example) =>
        'bad' in example
          ? [...example.bad.matchAll(/\[\[(.+?)\]\]/gs)].map(([, words]) => words)
          : [],
      )
      expect(boldIn(unified().use(remarkParse).parse(markdown))).toEqual(marks)
    },
  )

  test('no slot is left in them outside patterns', () => {
    const left = [...pages].filter(([, markdown]) =>
      /\{\w+\}/.test(markdown.replaceAll(/`.*?`/g, '')),
    )
    expect(left.map(([path]) => path)).toEqual([])
  })
})

/** Each committed page by its path. */
const committed = () =>
  new Map(
    readdirSync('docs/rules', {recursive: true, encoding: 'utf8'})
      .map((name) => `docs/rules/${name.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.md'))
      .map((path) => [path, readFileSync(path, 'utf8')] as const),
  )

test('the committed pages are what the rules give', () => {
  const standing = committed()
  const paths = [...new Set([...pages.keys(), ...standing.keys()])].sort()
  const stale = paths.filter((path) => pages.get(path) !== standing.get(path))
  expect(stale, 'docs/rules is not what rules/ gives: run npm run build:pages').toEqual([])
})
