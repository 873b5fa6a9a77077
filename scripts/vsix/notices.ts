import type {Metafile} from 'esbuild'
import {acceptedLicences} from '../../src/build/licences/accepted.ts'
import {noticesOf} from '../../src/build/licences/notices.ts'
import {type InstalledPackage, installed, productionTree} from '../../src/build/licences/tree.ts'
import {licences as said} from '../../src/core/catalogue/licences.ts'
import {UserError} from '../../src/core/errors.ts'

/**
 * The licences of the command and of what is bundled with the client beside it.
 * @throws {UserError} for a package whose licence nobody has accepted
 */
export function extensionNotices(root: string, client: Metafile): string {
  const command = productionTree(root)
  const known = new Set(command.map(({path}) => path))
  const more = packagesIn(client)
    .filter((path) => !known.has(path))
    .map((path) => installed(root, path, []))
  for (const {name, licence} of more) refuseUnlessAccepted(name, licence)
  const all = [...command, ...more].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  return noticesOf(root, all)
}

const nameOf = ({name, version}: InstalledPackage) => `${name} ${version}`

function refuseUnlessAccepted(name: string, licence: string): void {
  if (acceptedLicences[licence] === undefined)
    throw new UserError(name, said.notAccepted(licence), said.notAcceptedRemedy)
}

/** Folders of packages whose code is in a bundle: "node_modules/semver". */
function packagesIn({outputs}: Metafile): readonly string[] {
  const files = Object.values(outputs).flatMap(({inputs}) =>
    Object.entries(inputs).flatMap(([path, {bytesInOutput}]) => (bytesInOutput > 0 ? [path] : [])),
  )
  const folders = files.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [])
  return [...new Set(folders)].sort()
}
