import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import * as v from 'valibot'
import {configuration} from './configuration.ts'

const shape = v.looseObject({
  name: v.string(),
  displayName: v.string(),
  description: v.string(),
  publisher: v.string(),
  engines: v.object({vscode: v.string()}),
  categories: v.array(v.string()),
  keywords: v.array(v.string()),
  pricing: v.string(),
  icon: v.string(),
  extensionKind: v.array(v.string()),
  contributes: v.looseObject({}),
})

export type Manifest = v.InferOutput<typeof shape> & {readonly version: string}

const versionShape = v.object({version: v.string()})

/**
 * The `package.json` of the packed extension: what is written by hand, the version of the project, and the settings
 * as the server knows them. `root` is the project's folder.
 */
export function extensionManifest(root: string): Manifest {
  const {type: _forTypeScript, ...written} = v.parse(
    shape,
    readJson(join(root, 'editors/vscode/package.json')),
  )
  const {version} = v.parse(versionShape, readJson(join(root, 'package.json')))
  const contributes = {...written.contributes, configuration: configuration()}
  return {...written, version, contributes}
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
