import {expect, test} from 'vitest'
import {toReportContext} from '../../../src/core/context.ts'
import type {MatchData} from '../../../src/core/rule.ts'
import {compileRulebook} from '../../../src/core/rulebook.ts'
import {checkBlock, createProcessor} from '../../../src/processor.ts'
import {family, lexicon, officialNames} from '../../engine.ts'

const match: MatchData = {patterns: ['resilient']}
const processor = createProcessor(
  compileRulebook({
    rules: [
      {
        id: 'one',
        category: 'test',
        title: 'One',
        domain: ['CH04'],
        severity: 'warning',
        lenses: ['child-impact'],
        message: 'One.',
        why: 'One.',
        ask: 'What does {child} do at night?',
        frames: {told: '{survivor} told me that {child} ___.'},
        replacements: [],
        match,
        examples: [],
        sources: [],
      },
    ],
    lexicon,
    officialNames,
    sources: {},
  }),
)

/** The question and the wording that are offered for a text. */
const offeredFor = (text: string, children: string | string[]) =>
  checkBlock(
    processor,
    {
      kind: 'paragraph',
      range: {start: 0, end: text.length},
      text,
      section: [],
      label: '1',
      language: 'en',
    },
    {abuseRaised: true, openQuotation: false, actor: undefined, isWhole: false, details: []},
    toReportContext({...family, children}),
  ).findings.flatMap(({ask, frames}) => [ask, ...frames.map((frame) => frame.text)])

test.each([
  ['the one child there is', 'The child is resilient.', 'Cai', 'Cai'],
  ['the child whom the sentence names', 'Seren is resilient.', ['Cai', 'Seren'], 'Seren'],
  ['each child where it names two', 'Cai and Seren are resilient.', ['Cai', 'Seren'], 'each child'],
  ['each child where it names none', 'The children are resilient.', ['Cai', 'Seren'], 'each child'],
])('asks after %s', (_whom, text, children, named) => {
  expect(offeredFor(text, children)).toEqual([
    `What does ${named} do at night?`,
    `Ms Rees told me that ${named} ___.`,
  ])
})
