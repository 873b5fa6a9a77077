import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {RootContent, TableRow} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {toMarkdown} from 'mdast-util-to-markdown'
import {licences as say} from '../../core/catalogue/licences.ts'
import {UserError} from '../../core/errors.ts'
import {comment, heading, list, paragraph, strong, text} from '../page-parts.ts'
import {acceptedLicences, carried} from './accepted.ts'
import {type InstalledPackage, productionTree} from './tree.ts'

/** Writes `docs/licences.md`. `root` is the project's folder. */
export function writeLicences(root: string): void {
  writeFileSync(join(root, 'docs/licences.md'), licencesPage(productionTree(root)))
}

/** @throws {UserError} for a package whose licence nobody has accepted, and for a licence accepted for nothing */
export function licencesPage(
  tree: readonly InstalledPackage[],
  accepted: Readonly<Record<string, string>> = acceptedLicences,
): string {
  refuseOthers(tree, accepted)
  const nodes: RootContent[] = [
    comment(say.writtenFrom),
    heading(1, say.title),
    paragraph(text(say.intro(tree.length))),
    heading(2, say.acceptedTitle),
    ...list(
      Object.entries(accepted).map(([licence, reason]) => [
        strong(licence),
        text(say.accepted(countOf(tree, licence), reason)),
      ]),
    ),
    heading(2, say.carriedTitle),
    ...list(
      carried.map(({name, inside, licence, holder}) => [
        strong(name),
        text(say.carried(inside, licence, holder)),
      ]),
    ),
    heading(2, say.packagesTitle),
    {type: 'table', children: [row(say.columns), ...tree.map(packageRow)]},
  ]
  return toMarkdown(
    {type: 'root', children: nodes},
    {bullet: '-', extensions: [gfmToMarkdown({tablePipeAlign: false})]},
  )
}

function refuseOthers(
  tree: readonly InstalledPackage[],
  accepted: Readonly<Record<string, string>>,
): void {
  for (const {name, licence} of tree) {
    if (accepted[licence] === undefined)
      throw new UserError(name, say.notAccepted(licence), say.notAcceptedRemedy)
  }
  const used = new Set([...tree, ...carried].map(({licence}) => licence))
  for (const licence of Object.keys(accepted)) {
    if (!used.has(licence)) throw new UserError(licence, say.unused, say.unusedRemedy)
  }
}

/** Those carried inside another count, too. */
const countOf = (tree: readonly InstalledPackage[], licence: string): number =>
  [...tree, ...carried].filter((item) => item.licence === licence).length

const packageRow = ({name, ranges, licence}: InstalledPackage): TableRow =>
  row([name, ranges.join(', '), licence])

const row = (cells: readonly string[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({type: 'tableCell', children: [text(cell)]})),
})
