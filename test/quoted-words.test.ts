import {describe, expect, test} from 'vitest'
import {emptyContext, toReportContext} from '../src/core/context.ts'
import {type ExampleContext, isPlaceMatch} from '../src/core/rule.ts'
import type {Block, SourceDocument} from '../src/core/types.ts'
import {lint, rules} from '../src/index.ts'

interface Flagged {
  /** "category/rule" */
  readonly path: string
  readonly text: string
  readonly context: ExampleContext
}

/** Every sentence that some rule flags in the author’s own voice, without its marks. */
const flagged: readonly Flagged[] = rules.flatMap(({category, id, examples, match}) =>
  // A small report is no sentence, and a private detail is one in anybody's words.
  (isPlaceMatch(match) ? examples : []).flatMap((example) =>
    'bad' in example
      ? [
          {
            path: `${category}/${id}`,
            text: example.bad.replaceAll(/\[\[|\]\]/g, ''),
            context: example.context ?? {},
          },
        ]
      : [],
  ),
)

function documentOf(text: string, {section, kind}: ExampleContext): SourceDocument {
  const block: Block = {
    kind: kind ?? 'paragraph',
    range: {start: 0, end: text.length},
    text,
    section: section === undefined ? [] : [section],
    label: '1',
    language: 'en',
  }
  return {name: 'example', format: 'text', text, blocks: [block], segments: [], unread: []}
}

function loudIn(text: string, {section, kind, ...data}: ExampleContext): string[] {
  const context = Object.keys(data).length === 0 ? emptyContext : toReportContext(data)
  return lint(documentOf(text, {section, kind}), {context})
    .findings.filter(({severity}) => severity === 'error' || severity === 'warning')
    .map(({ruleId, actual}) => `${ruleId}: ${actual}`)
}

/** Marks inside become single ones, as they are printed inside double ones. */
const inner = (text: string) => text.replaceAll(/[“"]/g, '‘').replaceAll('”', '’')

/** The sentence after "found that"; names keep their capital. */
const asFound = (text: string) =>
  `The court found that ${text.replace(
    /^(?:A|All|An|As|At|Both|By|Each|Had|He|Her|His|If|In|It|My|No|Now|On|She|The|There|These|They|This|When|While)\b/,
    (word) => word.toLowerCase(),
  )}`

/** A second sentence, "but …" and "I …" are the author's own again, and so are scare quotes. */
const isOneFinding = ({path, text}: Flagged) =>
  path !== 'credibility/scare-quotes' && !/\. \p{L}|, but |\bI\b/u.test(text)

/** The sentences of which some rule still says something loudly once they stand in a frame. */
const stillLoud = (
  frame: (text: string) => string,
  {
    among = flagged,
    kind,
  }: {readonly among?: readonly Flagged[]; readonly kind?: Block['kind']} = {},
) =>
  among.flatMap(({path, text, context}) => {
    const said = loudIn(frame(text), kind ? {...context, kind} : context)
    return said.length === 0 ? [] : [`${path} | ${frame(text)} | ${said.join('; ')}`]
  })

describe('what every rule flags is left alone', () => {
  test.each<[string, (text: string) => string]>([
    ['quoted from a relative', (text) => `The paternal uncle told me, “${inner(text)}”`],
    ['quoted from a relative, in straight marks', (text) => `The aunt said: "${inner(text)}"`],
    ['quoted from a judgment', (text) => `The judgment of 4 May reads: “${inner(text)}”`],
    ['quoted from an order', (text) => `The order recites: “${inner(text)}”`],
    ['quoted from a record', (text) => `The police log says, “${inner(text)}”`],
  ])('%s', (_what, frame) => {
    expect(stillLoud(frame)).toEqual([])
  })

  test('as a block quote', () => {
    expect(stillLoud((text) => text, {kind: 'block-quote'})).toEqual([])
  })

  test('in a finding, as far as it goes', () => {
    expect(stillLoud(asFound, {among: flagged.filter(isOneFinding)})).toEqual([])
  })

  test('and flagged without the frame', () => {
    expect(stillLoud((text) => text).length).toBeGreaterThan(flagged.length / 2)
  })
})
