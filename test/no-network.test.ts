import {spawnSync} from 'node:child_process'
import {copyFileSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import type {Metafile} from 'esbuild'
import ts from 'typescript'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {
  bundleCommand,
  bundleExtension,
  bundleLibrary,
  bundlePdf,
  bundleProtocol,
  bundleStart,
} from './bundle.ts'
import {type Folder, folderOf} from './cli/command.ts'
import {startEditor} from './lsp/editor.ts'

let folder: Folder
let cli: string
const bundles: Record<string, Metafile> = {}
beforeAll(async () => {
  folder = await folderOf({'no-network.cjs': preload})
  cli = join(folder.path, 'cli.cjs')
  bundles.command = await bundleCommand(cli)
  bundles.library = await bundleLibrary()
  bundles.start = await bundleStart()
  bundles.extension = await bundleExtension()
  bundles.protocol = await bundleProtocol(join(folder.path, 'language-server.cjs'))
  // The build puts it beside the command.
  copyFileSync('dist/tagger-model.json', join(folder.path, 'tagger-model.json'))
}, 60_000)
afterAll(() => folder.remove())

/** Parts of Node by which something could leave the machine, or be asked for from outside. */
const leaving = [
  ...['net', 'tls', 'http', 'https', 'http2', '_http_client', 'dgram', 'dns', 'dns/promises'],
  ...['undici', 'quic', 'inspector', 'inspector/promises', 'cluster', 'repl', 'wasi'],
]

/** What browsers and Node offer everywhere for the same. */
const leavingNames = new Set([
  ...['fetch', 'WebSocket', 'WebSocketStream', 'WebTransport', 'XMLHttpRequest', 'EventSource'],
  ...['RTCPeerConnection', 'sendBeacon', 'importScripts'],
])

const withoutScheme = (name: string) => name.replace(/^node:/, '')

/** Files whose code is in the bundle, and not only looked at. */
const filesOf = ({outputs}: Metafile): string[] =>
  Object.values(outputs)
    .flatMap(({inputs}) => Object.entries(inputs))
    .flatMap(([path, {bytesInOutput}]) => (bytesInOutput > 0 ? [path] : []))

function importsOf({inputs}: Metafile): string[] {
  const imports = Object.values(inputs).flatMap((input) => input.imports)
  return [...new Set(imports.filter(({external}) => external).map(({path}) => withoutScheme(path)))]
}

interface Uses {
  /** Names of `leavingNames`, also as `globalThis.fetch` or `self['fetch']`. */
  readonly names: readonly string[]
  /** What is required when the code runs, which the metafile does not list. */
  readonly required: readonly string[]
}

const enginePart = ['src/core/pipeline/apply-rules.ts', 'src/readers/package/zip.ts']
const parts: Readonly<Record<string, readonly string[]>> = {
  command: [...enginePart, 'src/cli/main.ts', 'src/lsp/index.ts'],
  library: enginePart,
  start: ['src/cli/run-bundle.ts'],
  extension: ['editors/vscode/src/extension.ts'],
}

/** fflate would unpack in a worker, and fdir match names, if they were asked to; the tagger’s model and PDF.js are read from files beside the bundle. */
const requiredLate: Readonly<Record<string, readonly string[]>> = {
  command: [
    './languages/cur/models/eng-core-web-model.json',
    'picomatch',
    'unpdf/pdfjs',
    'worker_threads',
  ],
  library: ['unpdf/pdfjs', 'worker_threads'],
  start: [],
  extension: [],
}

/** What stands in a program outside its comments. */
function usesIn(path: string): Uses {
  const source = readFileSync(path, 'utf8')
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  const names: string[] = []
  const required: string[] = []
  const visit = (node: ts.Node): void => {
    const isName = ts.isIdentifier(node) || ts.isStringLiteralLike(node)
    if (isName && leavingNames.has(node.text)) names.push(node.text)
    if (ts.isCallExpression(node) && /(^|_)require$|^import$/.test(node.expression.getText())) {
      const [module] = node.arguments
      required.push(module && ts.isStringLiteralLike(module) ? module.text : 'something unnamed')
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return {names, required}
}

describe.each(['command', 'library', 'start', 'extension'])('the bundle of the %s', (name) => {
  const metafile = () => {
    const found = bundles[name]
    if (!found) throw new Error(`Expected a bundle of the ${name}`)
    return found
  }
  const programs = () => filesOf(metafile()).filter((path) => !path.endsWith('.json'))

  test('holds what it should, so that what it lacks says something', () => {
    expect(filesOf(metafile())).toEqual(expect.arrayContaining([...(parts[name] ?? [])]))
  })

  test('imports no part of Node that reaches a network', () => {
    expect(importsOf(metafile()).filter((module) => leaving.includes(module))).toEqual([])
  })

  test('asks for nothing else when it runs', () => {
    const {inputs} = metafile()
    const late = programs().flatMap((path) => {
      const known = inputs[path]?.imports.map((each) => each.original ?? each.path) ?? []
      return usesIn(path).required.filter((module) => !known.includes(module))
    })
    expect([...new Set(late)].sort()).toEqual(requiredLate[name])
  })

  test('names nothing that reaches a network', () => {
    const uses = programs().flatMap((path) =>
      usesIn(path).names.map((used) => `${path} names ${used}`),
    )
    expect(uses).toEqual([])
  })
})

test('PDF.js, beside the bundles, has no way out: every name of one is barred, and nothing is required', async () => {
  const program = await bundlePdf()
  const file = ts.createSourceFile('pdfjs.cjs', program, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    // As a name of its own; as a member of something it is another, such as a method of PDF.js.
    const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node
    const isKey = ts.isPropertyAssignment(node.parent) && node.parent.name === node
    const isMethod = ts.isMethodDeclaration(node.parent) && node.parent.name === node
    if (ts.isIdentifier(node) && !isMember && !isKey && !isMethod)
      if (leavingNames.has(node.text) || /^(?:require|Worker)$/.test(node.text))
        found.push(node.text)
    if (
      ts.isPropertyAccessExpression(node) &&
      /^(?:globalThis|self|window)$/.test(node.expression.getText())
    )
      if (leavingNames.has(node.name.text)) found.push(node.getText())
    if (
      /getBuiltinModule/.test(
        node.kind === ts.SyntaxKind.PropertyAccessExpression ? node.getText() : '',
      )
    )
      found.push('getBuiltinModule')
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(file, visit)
  expect(found).toEqual([])
}, 120_000)

test('the library of the protocol, beside the bundles, gets nothing of Node by which to leave or to start a program', () => {
  const {protocol} = bundles
  if (!protocol) throw new Error('Expected a bundle of the protocol')
  expect(importsOf(protocol).sort()).toEqual(['crypto', 'fs', 'os', 'path', 'url', 'util'])
})

/** Loaded before the command: whatever reaches a network is said on stderr, and throws. */
const preload = `
const {syncBuiltinESMExports} = require('node:module')
const {writeSync} = require('node:fs')
const refuse = (name) => function () {
  writeSync(2, 'network: ' + name + '\\n')
  throw new Error('network: ' + name)
}
const refuseAll = (owner, label, keep = () => false) => {
  for (const key of Object.getOwnPropertyNames(owner)) {
    if (typeof owner[key] !== 'function' || keep(key)) continue
    Object.defineProperty(owner, key, {value: refuse(label + '.' + key), configurable: true})
  }
}
const isClass = (key) => /^[A-Z]/.test(key)
for (const name of ['net', 'tls', 'http', 'https', 'http2', 'dgram', 'dns', 'dns/promises']) {
  refuseAll(require('node:' + name), name, isClass)
}
const {Socket, Server} = require('node:net')
Socket.prototype.connect = refuse('net.Socket.connect')
Server.prototype.listen = refuse('net.Server.listen')
require('node:dgram').Socket.prototype.send = refuse('dgram.Socket.send')
require('node:dgram').Socket.prototype.bind = refuse('dgram.Socket.bind')
for (const name of ['fetch', 'WebSocket', 'EventSource']) {
  Object.defineProperty(globalThis, name, {value: refuse(name), configurable: true})
}
syncBuiltinESMExports()
`

function node(argv: readonly string[], isBarred: boolean) {
  const before = isBarred ? ['--require', join(folder.path, 'no-network.cjs')] : []
  const {status, stdout, stderr} = spawnSync(process.execPath, [...before, ...argv], {
    cwd: resolve('.'),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return {status, stdout, stderr}
}

describe('with the network barred', () => {
  test.each([
    ["fetch('http://127.0.0.1:9')"],
    ["require('net').connect(9)"],
    ["new (require('net').Socket)().connect(9)"],
    ["require('tls').connect(9)"],
    ["require('http').get('http://127.0.0.1:9')"],
    ["require('https').get('https://127.0.0.1:9')"],
    ["require('http2').connect('http://127.0.0.1:9')"],
    ["require('dgram').createSocket('udp4')"],
    ["require('dns').lookup('localhost', () => {})"],
    ["require('dns').promises.lookup('localhost')"],
    ["require('http').createServer().listen(0)"],
    ["import('node:net').then(({connect}) => connect(9))"],
  ])('nothing gets through: %s', (program) => {
    const {status, stderr} = node(['-e', program], true)
    expect({status, said: /^network: /.test(stderr)}).toEqual({status: 1, said: true})
  })

  test.each([
    [['fixtures/section-7/report.docx']],
    [['fixtures/section-7/report.docx', '--format', 'json']],
    [['fixtures/section-37/report.txt', 'fixtures/safeguarding-letter/report.md']],
    [['rules']],
    [['gone.txt']],
  ])('the command does the same: %j', (argv) => {
    const free = node([cli, ...argv], false)
    expect(node([cli, ...argv], true)).toEqual(free)
    expect(free.stdout.length + free.stderr.length).toBeGreaterThan(50)
  })

  test('the language server does the same', async () => {
    const converse = async (isBarred: boolean) => {
      const barred = isBarred ? ['--require', join(folder.path, 'no-network.cjs')] : []
      const editor = await startEditor({command: cli, folder: folder.path, node: barred})
      const uri = editor.open('report.md', 'Ms Rees failed to protect the children from his abuse.')
      const diagnostics = await editor.published(uri)
      return {diagnostics, code: await editor.quit(), stderr: editor.stderr()}
    }
    const free = await converse(false)
    expect(free).toMatchObject({diagnostics: [{code: 'failure-to-protect'}], code: 0, stderr: ''})
    expect(await converse(true)).toEqual(free)
  })
})
