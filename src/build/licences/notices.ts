import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import apache from 'spdx-license-list/licenses/Apache-2.0.json' with {type: 'json'}
import isc from 'spdx-license-list/licenses/ISC.json' with {type: 'json'}
import mit from 'spdx-license-list/licenses/MIT.json' with {type: 'json'}
import * as v from 'valibot'
import {licences as say} from '../../core/catalogue/licences.ts'
import {UserError} from '../../core/errors.ts'
import {carried} from './accepted.ts'
import {type InstalledPackage, productionTree} from './tree.ts'

const standardTexts: Readonly<Record<string, string>> = {
  MIT: mit.licenseText,
  ISC: isc.licenseText,
  'Apache-2.0': apache.licenseText,
}

const line = '─'.repeat(80)

/** Writes `dist/licences.txt`: bundles hold other people's code, and their licences ask that their notices go along. */
export function writeNotices(root: string): void {
  writeFileSync(join(root, 'dist/licences.txt'), noticesOf(root, productionTree(root)))
}

/** @throws {UserError} for a package that brings no text of a licence of which we have none either */
export function noticesOf(root: string, tree: readonly InstalledPackage[]): string {
  const parts = tree.map((item) =>
    part(`${item.name} ${item.version}`, item.licence, textsOf(root, item)),
  )
  const inside = carried.map(({name, inside, licence, holder}) =>
    part(`${name} (${inside})`, `${licence}, © ${holder}`, standard(name, licence)),
  )
  return [say.noticesIntro, ...parts, ...inside].join('\n')
}

const part = (name: string, licence: string, words: string) =>
  `\n${line}\n${name}: ${licence}\n${line}\n\n${words.replaceAll('\r\n', '\n').trim()}\n`

function textsOf(root: string, {name, licence, path}: InstalledPackage): string {
  const folder = join(root, path)
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
  if (files.length > 0)
    return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
  return `${say.standardText(authorOf(folder))}\n\n${standard(name, licence)}`
}

function standard(name: string, licence: string): string {
  const words = standardTexts[licence]
  if (words === undefined)
    throw new UserError(name, say.notAccepted(licence), say.notAcceptedRemedy)
  return words
}

const authorShape = v.object({
  author: v.optional(v.union([v.string(), v.object({name: v.string()})]), ''),
})

function authorOf(folder: string): string {
  const {author} = v.parse(
    authorShape,
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  )
  return typeof author === 'string' ? author : author.name
}
