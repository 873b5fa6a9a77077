import {readdirSync, readFileSync} from 'node:fs'
import {isBuiltin} from 'node:module'
import {join, resolve} from 'node:path'
import {build} from 'esbuild'
import ts from 'typescript'
import {describe, expect, test} from 'vitest'

/** Files of a folder as "src/core/types.ts", without what the build writes. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()

const sourceFiles = filesIn('src')

/** What a file imports: packages by name, own files as "src/core/types.ts". */
function importsOf(path: string): string[] {
  const {importedFiles} = ts.preProcessFile(readFileSync(path, 'utf8'), true, true)
  return importedFiles.map(({fileName}) =>
    fileName.startsWith('.') ? join(path, '..', fileName).replaceAll('\\', '/') : fileName,
  )
}

const engine = [
  'core',
  'readers',
  'annotate',
  'reporters',
  'review',
  'processor',
  'lint',
  'draft',
  'try-pack',
  'retext',
  'index',
]

/** Each part with the parts that it may import from, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  readers: ['core'],
  reporters: ['core'],
  review: ['core'],
  annotate: ['core', 'readers'],
  processor: ['core', 'readers', 'reporters', 'review'],
  lint: ['core', 'readers', 'reporters', 'review', 'processor'],
  draft: ['core', 'readers', 'reporters', 'review', 'processor', 'lint'],
  retext: ['core', 'readers', 'reporters', 'review', 'processor', 'lint'],
  'try-pack': ['core', 'readers', 'reporters', 'review', 'processor', 'lint'],
  index: engine,
  // It reads files, and is a host's.
  config: ['core'],
  cli: [...engine, 'config'],
  lsp: [...engine, 'config', 'cli'],
  // Where the process begins: it brings the hosts together.
  command: ['cli', 'lsp'],
  // It makes the command, and runs it once to keep its compiled code.
  build: [...engine, 'config', 'cli', 'lsp'],
}

/** "core" for src/core/types.ts, "lint" for src/lint.ts. */
const partOf = (path: string) => path.split('/')[1]?.replace(/\.ts$/, '') ?? ''

const pureParts = ['core', 'readers', 'annotate', 'reporters', 'review', 'draft']
const pureFiles = sourceFiles.filter((path) => pureParts.includes(partOf(path)))

describe('imports', () => {
  test('every part of src has its place in the order', () => {
    expect(Object.keys(mayImport).sort()).toEqual([...new Set(sourceFiles.map(partOf))].sort())
  })

  test('run one way', () => {
    const wrong = sourceFiles.flatMap((path) =>
      importsOf(path)
        .filter((imported) => imported.startsWith('src/'))
        .filter((imported) => {
          const [from, to] = [partOf(path), partOf(imported)]
          return from !== to && !mayImport[from]?.includes(to)
        })
        .map((imported) => `${path} imports ${imported}`),
    )
    expect(wrong).toEqual([])
  })

  test('leave src for packages and the manifest only', () => {
    const outside = sourceFiles
      .flatMap(importsOf)
      .filter((imported) => imported.startsWith('.') || /^(test|bench|bin|rules)\//.test(imported))
    expect(outside).toEqual([])
    expect(sourceFiles.filter((path) => importsOf(path).includes('package.json'))).toEqual([
      'src/cli/version.ts',
    ])
  })

  test('of the pure parts name nothing of Node', () => {
    const wrong = pureFiles.flatMap((path) =>
      importsOf(path).flatMap((name) => (isBuiltin(name) ? [`${path} imports ${name}`] : [])),
    )
    expect(wrong).toEqual([])
  })
})

/** Names that stand for nothing once the types of Node and of browsers are taken away. */
function namesOfThePlatform(paths: readonly string[]): string[] {
  const fence = ts.readConfigFile('src/core/tsconfig.json', ts.sys.readFile).config
  const {options} = ts.parseJsonConfigFileContent(fence, ts.sys, resolve('src/core'))
  const program = ts.createProgram(paths, options)
  const foreign = program
    .getSourceFiles()
    .filter(({fileName}) => /@types\/node\/|lib\.dom/.test(fileName))
  expect(foreign.map(({fileName}) => fileName)).toEqual([])
  const diagnostics = ts.getPreEmitDiagnostics(program).map(({file, messageText}) => {
    const message = ts.flattenDiagnosticMessageText(messageText, ' ')
    const name = /^Cannot find name '(\w+)'/.exec(message)?.[1]
    return name ?? `${file?.fileName}: ${message}`
  })
  return [...new Set(diagnostics)]
}

describe('the pure parts', () => {
  test('compile without Node and without a browser; core needs nothing of either', () => {
    expect(namesOfThePlatform(pureFiles.filter((path) => partOf(path) === 'core'))).toEqual([])
    // Bytes have to be decoded somehow, and Node and browsers decode them alike.
    expect(namesOfThePlatform(pureFiles)).toEqual(['TextDecoder'])
  }, 60_000)

  test.each([
    ['core', filesIn('src/core')],
    ['readers', ['src/readers/index.ts']],
    ['annotate', ['src/annotate/index.ts']],
    ['reporters', ['src/reporters/index.ts']],
    ['drafts', ['src/draft/index.ts']],
    ['the library', ['src/index.ts']],
  ])('bundle for a browser: %s', async (_part, entryPoints) => {
    const {errors, warnings, metafile} = await build({
      entryPoints,
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
      metafile: true,
      outdir: 'dist/browser',
      logLevel: 'silent',
    })
    expect({errors, warnings}).toEqual({errors: [], warnings: []})
    const inputs = Object.entries(metafile.inputs)
    expect(inputs.flatMap(([, {imports}]) => imports.filter(({external}) => external))).toEqual([])
    expect(inputs.map(([path]) => path).filter((path) => path.startsWith('(disabled)'))).toEqual([])
  })
})

test('no file is named after no subject', () => {
  const vague = /(^|[-/])(utils?|helpers?|misc|common|shared)([-./]|$)/i
  expect([...sourceFiles, ...filesIn('test')].filter((path) => vague.test(path))).toEqual([])
})
