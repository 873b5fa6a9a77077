import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {toReportContext} from '../../src/core/context.ts'
import {parseContext} from '../../src/core/context-file.ts'
import {lint, readDocx} from '../../src/index.ts'
import {createPretty} from '../../src/reporters/pretty.ts'
import {noColors, renderAll} from '../../src/reporters/reporter.ts'
import {family, matched} from '../engine.ts'

interface Node {
  readonly type: string
  readonly value?: string
  readonly url?: string
  readonly children?: readonly Node[]
}

const treeOf = (path: string): Node =>
  unified().use(remarkParse).use(remarkGfm).parse(readFileSync(path, 'utf8'))

const all = (node: Node, type: string): Node[] => [
  ...(node.type === type ? [node] : []),
  ...(node.children ?? []).flatMap((child) => all(child, type)),
]

const textOf = (node: Node | undefined): string =>
  node?.value ?? (node?.children ?? []).map(textOf).join('')

/** Rows of the table whose first heading is "pattern": [pattern, sentence, words in bold, other sentence]. */
const notation = all(treeOf('docs/writing-rules.md'), 'table')
  .filter(({children = []}) => textOf(children[0]?.children?.[0]) === 'pattern')
  .flatMap(({children = []}) => children.slice(1))
  .map(({children: [pattern, matching, other] = []}) => {
    const bold = matching ? all(matching, 'strong').map(textOf) : []
    return [textOf(pattern), textOf(matching), bold, textOf(other)] as const
  })

test('the guide to rules has its table of patterns', () => {
  expect(notation.length).toBeGreaterThan(15)
})

test.each(notation)(
  'as the guide to rules says, `%s` matches in: %s',
  (pattern, sentence, bold, other) => {
    expect([matched(pattern, sentence, family), matched(pattern, other, family)]).toEqual([
      bold,
      [],
    ])
  },
)

test('the output in the README is what the command prints', () => {
  const folder = 'fixtures/section-7'
  const document = readDocx(readFileSync(join(folder, 'report.docx')), 'report.docx')
  const declared = readFileSync(join(folder, 'report.context.yml'), 'utf8')
  const context = toReportContext(parseContext(declared, 'report.context.yml'))
  const reporter = createPretty({colors: noColors, width: 80, quiet: false, showInfo: false})
  const output = renderAll(reporter, [{result: lint(document, {context}), partiesDeclared: true}])
  const [, excerpt = ''] = readFileSync('README.md', 'utf8').split('```\n')
  const missing = excerpt.split('\n\n').filter((entry) => !output.includes(entry.trimEnd()))
  expect(missing).toEqual([])
})

const editors = ['vscode', 'neovim', 'emacs', 'helix', 'sublime', 'zed']

test.each([
  ...['README.md', 'CHANGELOG.md', 'docs/ARCHITECTURE.md', 'docs/writing-rules.md'],
  ...editors.map((editor) => `editors/${editor}/README.md`),
])('%s links to what is there', (path) => {
  const urls = all(treeOf(path), 'link').map(({url = ''}) => url.split('#')[0] ?? '')
  const own = urls.filter((url) => url !== '' && !url.includes(':'))
  expect(own.filter((url) => !existsSync(join(dirname(path), url)))).toEqual([])
})
