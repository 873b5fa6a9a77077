import {readFileSync} from 'node:fs'
import {mkdir} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {vsixFiles, zipped} from '../../../scripts/vsix/layout.ts'
import {writeCommand} from '../../../src/build/bundles.ts'
import {commands as serverCommands} from '../../../src/lsp/command-names.ts'
import {type Folder, folderOf} from '../../cli/command.ts'

let folder: Folder
let files: Readonly<Record<string, Uint8Array>>
beforeAll(async () => {
  folder = await folderOf({})
  const dist = join(folder.path, 'dist')
  await mkdir(dist)
  await writeCommand(resolve('.'), dist)
  files = unzipSync(zipped(await vsixFiles(resolve('.'), dist)))
}, 120_000)
afterAll(() => folder.remove())

const textOf = (path: string) => strFromU8(files[path] ?? new Uint8Array())
const manifest = () => JSON.parse(textOf('extension/package.json'))

/** Elements with their attributes, in order. */
function elementsOf(path: string) {
  const elements: (readonly [string, Readonly<Record<string, string>>])[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({name, attributes}) => elements.push([name, attributes]))
  parser.write(textOf(path)).close()
  return elements
}

test('the package holds these files and no others', () => {
  expect(Object.keys(files).sort()).toEqual([
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/README.md',
    'extension/dist/extension.js',
    'extension/images/icon.png',
    'extension/images/neovim.png',
    'extension/licences.txt',
    'extension/package.json',
    'extension/protocol.md',
    'extension/schema/safe-together-lint.config.schema.json',
    'extension/server/cli.cjs',
    'extension/server/language-server.cjs',
    'extension/server/pdfjs.cjs',
    'extension/server/start.cjs',
    'extension/server/tagger-model.json',
    'extension/walkthrough/answer.md',
    'extension/walkthrough/declare.md',
    'extension/walkthrough/open.md',
    'extension/walkthrough/settings.md',
    'extension/walkthrough/word.md',
  ])
})

describe('what an editor reads first', () => {
  test('names the extension as its package.json does', () => {
    const {name, publisher, version, engines} = manifest()
    const elements = elementsOf('extension.vsixmanifest')
    expect(elements.find(([element]) => element === 'Identity')?.[1]).toEqual({
      Language: 'en-GB',
      Id: name,
      Version: version,
      Publisher: publisher,
    })
    expect(elements).toContainEqual([
      'Property',
      {Id: 'Microsoft.VisualStudio.Code.Engine', Value: engines.vscode},
    ])
    expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  })

  test('names files that are there, and the kind of every ending', () => {
    const paths = elementsOf('extension.vsixmanifest').flatMap(([, {Path}]) => Path ?? [])
    expect(paths.length).toBeGreaterThan(3)
    expect(paths.filter((path) => files[path] === undefined)).toEqual([])
    const known = elementsOf('[Content_Types].xml').flatMap(([, {Extension}]) => Extension ?? [])
    const endings = Object.keys(files).map((path) => path.replace(/^.*(?=\.)/, ''))
    expect(endings.filter((ending) => ending !== '.xml' && !known.includes(ending))).toEqual([])
  })
})

describe('the package.json of the extension', () => {
  test('points at files that are there', () => {
    const {main, icon, contributes} = manifest()
    const {jsonValidation, yamlValidation, walkthroughs} = contributes
    const paths = [
      ...[main, icon],
      ...[...jsonValidation, ...yamlValidation].map(({url}: {url: string}) => url),
      ...walkthroughs[0].steps.map(({media}: {media: {markdown: string}}) => media.markdown),
    ]
    const inPackage = paths.map((path: string) => join('extension', path).replaceAll('\\', '/'))
    expect(inPackage.filter((path) => files[path] === undefined)).toEqual([])
    // An editor takes what is of the type "module" for something else.
    expect(manifest().type).toBeUndefined()
  })

  test('lists each setting with what it is for and its usual value', () => {
    const {properties} = manifest().contributes.configuration
    const listed = Object.entries<{default?: unknown; description?: string}>(properties).map(
      ([key, setting]) => [key, setting.default, (setting.description ?? '').length > 20],
    )
    expect(listed).toEqual([
      ['safeTogetherLint.enable', true, true],
      ['safeTogetherLint.mode', 'auto', true],
      ['safeTogetherLint.showInfo', false, true],
      ['safeTogetherLint.showQuestions', true, true],
      ['safeTogetherLint.debounce', 150, true],
      ['safeTogetherLint.rulePages', '', true],
      ['safeTogetherLint.sectionCounts', 'off', true],
      ['safeTogetherLint.profile', '', true],
      ['safeTogetherLint.rules', [], true],
      ['safeTogetherLint.workspaceDiagnostics', false, true],
    ])
  })

  test('names the commands of the extension and of the server, as far as a person starts them', () => {
    const {commands, menus} = manifest().contributes
    const names = commands.map(({command}: {command: string}) => command)
    const {recheck, showUnread, setStatus} = serverCommands
    expect(names).toEqual([
      'safeTogetherLint.annotate',
      'safeTogetherLint.restart',
      recheck,
      showUnread,
      setStatus,
    ])
    const inMenus = Object.values<{command: string}[]>(menus).flat()
    expect(inMenus.filter(({command}) => !names.includes(command))).toEqual([])
  })
})

test('pages link only to what the package holds', () => {
  const pages = Object.keys(files).filter((path) => path.endsWith('.md'))
  const links = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\(([^)\s#:]+)\)/g)].map(([, url = '']) =>
      join(dirname(page), url),
    ),
  )
  expect(links).toContain(join('extension', 'images', 'neovim.png'))
  expect(links.filter((path) => files[path.replaceAll('\\', '/')] === undefined)).toEqual([])
})

test('the licences of all that is bundled go with it', () => {
  const notices = textOf('extension/licences.txt')
  for (const name of ['vscode-languageclient', 'vscode-jsonrpc', 'semver', 'picomatch', 'valibot'])
    expect(notices).toMatch(new RegExp(`^${name} [\\d.]+: (?:MIT|ISC)$`, 'm'))
  expect(notices).not.toContain('minimatch')
  expect(textOf('extension/dist/extension.js')).not.toContain('node_modules/minimatch')
})
