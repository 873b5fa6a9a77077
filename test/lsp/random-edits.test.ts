import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Diagnostic} from 'vscode-languageserver-protocol/node'
import {type BuiltServer, buildServer} from './built-server.ts'
import {commandFindings, inOrder, type Marked, pointAt} from './command-findings.ts'

let server: BuiltServer
beforeAll(async () => {
  server = await buildServer()
})
afterAll(() => server.remove())

const pieces = [
  'Ms Rees failed to protect the children from his abuse.',
  'The couple had a volatile relationship. ',
  'Mr Jones shouted at the mother 😀 and she was hit.',
  '\n\n## What the father did\n\n',
  '\n',
  '\r\n',
  '- one item é\n- another ü item\n',
  'He said “she provoked him”. ',
  'The incident occurred on 4 May. The incident occurred again. The incident occurred.',
  'Ring the mother on 07700 900123. ',
  '**domestic** violence 🏠',
  '<!-- language check: accept failure-to-protect: it is a quotation -->\n',
  '| a | b |\n| - | - |\n| volatile relationship | é |\n',
  ' ',
  '',
  '😀',
  'x',
  'Mae hi’n byw yng Nghaerdydd gyda’i phlant, ac mae hi wedi dweud wrthyf.',
]

const edit = fc.record({
  from: fc.double({min: 0, max: 1, noNaN: true}),
  length: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(60)),
  text: fc.constantFrom(...pieces),
})

const start = `# Report\n\n${pieces.join(' ')}\n\n${pieces.slice(0, 8).join('\n\n')}\n`

const placesOf = (diagnostics: readonly Diagnostic[]): readonly Marked[] =>
  inOrder(
    diagnostics
      .filter(({code}) => code !== 'accepted-wording')
      .map(
        ({code, range}) =>
          [
            String(code),
            ...[range.start.line, range.start.character, range.end.line, range.end.character],
          ] as const,
      )
      .map(([code, a = 0, b = 0, c = 0, d = 0]) => [code, a, b, c, d]),
  )

/** No editor splits a pair of surrogates, nor the two signs that end a line. */
const whole = (text: string, offset: number) => {
  const isInPair = /^[\uDC00-\uDFFF]/.test(text.slice(offset))
  const isInEnding = text.charAt(offset) === '\n' && text.charAt(offset - 1) === '\r'
  return isInPair || isInEnding ? offset - 1 : offset
}

test.each([
  ['report.md', 'markdown', 'utf-16', 300],
  ['report.md', 'markdown', 'utf-8', 300],
  ['report.txt', 'plaintext', 'utf-8', 200],
  ['report.html', 'html', 'utf-16', 200],
] as const)(
  'after random edits %s (%s, %s, %i edits) has the findings that the command has',
  async (name, languageId, encoding, number) => {
    const general = encoding === 'utf-8' ? {positionEncodings: ['utf-8', 'utf-16']} : {}
    const editor = await server.start({capabilities: {general}, options: {debounce: 0}})
    expect(editor.server.capabilities.positionEncoding).toBe(encoding)
    let text = start
    let compared = 0
    const uri = editor.open(name, text, languageId)
    const edits = fc.sample(edit, {numRuns: number, seed: 20 + number})
    for (const [index, {from, length, text: inserted}] of edits.entries()) {
      const first = whole(text, Math.floor(from * text.length))
      const last = whole(text, Math.min(text.length, first + length))
      const [line, character] = pointAt(text, first, encoding)
      const [toLine, toCharacter] = pointAt(text, last, encoding)
      const range = {start: {line, character}, end: {line: toLine, character: toCharacter}}
      editor.change(uri, [{range, text: inserted}])
      text = text.slice(0, first) + inserted + text.slice(last)
      if (index % 20 !== 19) continue
      const expected = await commandFindings(text, name, encoding, server.folder.path)
      compared += expected.length
      expect(placesOf(await editor.published(uri)), `after edit ${index + 1}`).toEqual(expected)
    }
    expect(compared).toBeGreaterThan(40)
    expect(await editor.quit()).toBe(0)
  },
  240_000,
)
