import fc from 'fast-check'
import type {DraftEdit} from '../../src/draft/index.ts'

/** What people paste, and what each format has of marks that reach beyond their own line. */
const pasted: readonly string[] = [
  'a',
  'e',
  ' ',
  '.',
  '“',
  '”',
  '"',
  '‘',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\f',
  '\t',
  '  ',
  '    ',
  '# ',
  '## Analysis\n\n',
  '\n\n## 4. The children\n\n',
  '\n\nThe children\n============\n\n',
  '\n---\n',
  '---\nparties:\n\n  - name: Mr Jones\n---\n',
  '\n\n```\n',
  '\n~~~\n\n',
  '\n\n```js\nlet a\n\nlet b\n```\n\n',
  '> ',
  '\n\n> He said that she was lying.\n\n> ```\n> a\n\nNobody asked him.\n\n',
  '- ',
  '\n\n- He hit her.\n\n  She left.\n\n- He rang.\n\n',
  '\n\n1. One.\n\n2. Two.\n\n',
  '\n\n4.2 She failed to protect the children.\n\n',
  '\n\n- ```\n  open\n\n',
  '\n\n    indented\n\n    code\n\n',
  '<!-- ',
  ' -->',
  '\n\n<!-- language check: accept failed-to-protect: the words of the order -->\n\n',
  '\n\n[language check: accept file custody: the order has the word]\n\n',
  '\n\n<div>\n\nwords\n\n</div>\n\n',
  '\n\n<script>\n\n',
  '[',
  ']',
  '[^1]',
  '[^note]',
  '[note]',
  '[The Note][]',
  '\n\n[^1]: The mother moved to 12 Heol y Bryn, Newport NP20 9ZZ.\n\n',
  '\n\n[^note]: A note.\n\n    It goes on.\n\n',
  '\n\n[note]: https://example.org\n\n',
  '\n\n[The note]: <https://example.org>\n"title"\n\n',
  '\n\n> [note]: https://example.org\n\n',
  '\n\n| Who | What |\n| --- | --- |\n| Mr Jones | hit her |\n| [note] | ___ |\n\n',
  '\n\nDate\tEvent\n3 May\tHe hit her.\n\n',
  ' The mother’s mobile is 07700 900123. ',
  '07700 900123',
  '07700\n\n900123',
  ' She lives with her mother at 12 Heol y Bryn, Newport NP20 9ZZ. ',
  '12 Heol y Bryn',
  ' ___ ',
  '\n\nMae’r fam wedi dweud wrth yr heddlu fod y tad yn gweiddi arni yn y tŷ.\n\n',
  '\n\nFfoniwch 07700 900123 os gwelwch yn dda, mae’r fam yno.\n\n',
  '\n\nThe mother has failed to protect the children from the domestic abuse. He lost his temper.\n\n',
  '\n\nThe relationship was volatile. There was mutual violence. She provoked him.\n\n',
  '\n\nMr Jones hit Ms Jones. Mr Jones strangled Ms Jones.\n\n',
  '\n\nAnalysis of risk\n\nThe father was, I am told, in the house at the time, and the children saw all of it from the stairs.\n\n',
  '\n\n3 Analysis\n\n',
  '\n\nANALYSIS\n\n',
  '* * *',
  '***',
  '\\',
  '`',
  '&amp;',
  '😀',
  '\ud83d',
  '\ufeff',
  '\u2029',
  '\u0001',
]

/** An edit by parts of the text’s length, so that it fits whatever came before it. */
export interface LooseEdit {
  /** In parts of a million. */
  readonly at: number
  /** Characters that go. */
  readonly gone: number
  readonly text: string
}

const places = fc.oneof(
  {weight: 8, arbitrary: fc.nat(1_000_000)},
  {weight: 1, arbitrary: fc.constantFrom(0, 1_000_000)},
)
const lengths = fc.oneof(
  {weight: 6, arbitrary: fc.constant(0)},
  {weight: 3, arbitrary: fc.nat(3)},
  {weight: 1, arbitrary: fc.nat(400)},
)

export const looseEdits = (most: number): fc.Arbitrary<LooseEdit[]> =>
  fc.array(
    fc.record({
      at: places,
      gone: lengths,
      text: fc.oneof(
        {weight: 1, arbitrary: fc.constant('')},
        {weight: 6, arbitrary: fc.constantFrom(...pasted)},
      ),
    }),
    {minLength: 1, maxLength: most, size: 'max'},
  )

/** The edit in a text; every third stands at the start or the end of a line, where most marks matter. */
export function inText(text: string, {at, gone, text: inserted}: LooseEdit): DraftEdit {
  const place = Math.floor((at / 1_000_000) * text.length)
  const line = text.indexOf('\n', place)
  const start = at % 3 !== 0 || line < 0 ? place : line + (at % 2)
  return {start, end: Math.min(text.length, start + gone), text: inserted}
}

export const edited = (text: string, {start, end, text: inserted}: DraftEdit): string =>
  text.slice(0, start) + inserted + text.slice(end)
