import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {build} from 'esbuild'
import {strToU8, type Zippable, zipSync} from 'fflate'
import {schemaFile} from '../../src/build/config-schema.ts'
import {clientBundle} from './client-bundle.ts'
import {extensionManifest} from './extension-manifest.ts'
import {contentTypesOf, vsixManifest} from './manifest.ts'
import {extensionNotices} from './notices.ts'

/** The command as `npm run build` leaves it, without the code that was compiled for another Node. */
const commandFiles = [
  'cli.cjs',
  'start.cjs',
  'tagger-model.json',
  'pdfjs.cjs',
  'language-server.cjs',
]

const picture = 'images/neovim.png'

/** Files by their paths in the package. */
export type Files = Readonly<Record<string, Uint8Array>>

/**
 * All that goes into the .vsix.
 * @param root the project's folder
 * @param dist where the built command stands
 */
export async function vsixFiles(root: string, dist: string): Promise<Files> {
  const manifest = extensionManifest(root)
  const files: Files = {
    'extension/package.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    ...(await clientFiles(root)),
    ...Object.fromEntries(
      commandFiles.map((name) => [`extension/server/${name}`, readFileSync(join(dist, name))]),
    ),
    ...pages(root),
  }
  return {
    'extension.vsixmanifest': strToU8(vsixManifest(manifest)),
    '[Content_Types].xml': strToU8(
      contentTypesOf([...Object.keys(files), 'extension.vsixmanifest']),
    ),
    ...files,
  }
}

async function clientFiles(root: string): Promise<Files> {
  const {metafile, outputFiles} = await build({
    ...clientBundle(root),
    absWorkingDir: root,
    outfile: join(root, 'dist/extension.js'),
    write: false,
    metafile: true,
  })
  const [program] = outputFiles
  if (!program) throw new Error('Expected esbuild to give a file')
  return {
    'extension/dist/extension.js': program.contents,
    'extension/licences.txt': strToU8(extensionNotices(root, metafile)),
  }
}

function pages(root: string): Files {
  const file = (path: string) => readFileSync(join(root, path))
  const walkthrough = readdirSync(join(root, 'editors/vscode/walkthrough')).sort()
  const readme = readFileSync(join(root, 'editors/vscode/README.md'), 'utf8')
  return {
    // In the project the picture stands with the others.
    'extension/README.md': strToU8(readme.replaceAll(`../../docs/${picture}`, picture)),
    'extension/LICENSE.txt': file('LICENSE'),
    'extension/protocol.md': file('editors/vscode/protocol.md'),
    'extension/images/icon.png': file('editors/vscode/images/icon.png'),
    [`extension/${picture}`]: file(`docs/${picture}`),
    [`extension/${schemaFile}`]: file(schemaFile),
    ...Object.fromEntries(
      walkthrough.map((name) => [
        `extension/walkthrough/${name}`,
        file(`editors/vscode/walkthrough/${name}`),
      ]),
    ),
  }
}

/** The same files give the same bytes. */
export function zipped(files: Files): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, [bytes, {mtime: '2026-01-01T00:00:00'}]]),
  )
  return zipSync(entries, {level: 9})
}
