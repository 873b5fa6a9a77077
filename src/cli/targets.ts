import {readdir, stat} from 'node:fs/promises'
import {join, resolve, sep} from 'node:path'
import {glob, isDynamicPattern} from 'tinyglobby'
import type {IsIgnored} from '../config/ignored.ts'
import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {templateMark} from '../readers/index.ts'
import {codeOf, toFileError} from './failures.ts'

/** A report to check. Without a path it comes in through standard input. */
export interface Target {
  /** As its author would write it from where the command runs. */
  readonly name: string
  readonly path?: string
}

interface Targets {
  /** Each report once, in the order in which they were named. */
  readonly targets: readonly Target[]
  readonly problems: readonly unknown[]
}

const {problems: said, remedies, stdinName, commandName} = en.commandLine

/** The reports behind names, folders, patterns and `-`. */
export async function findTargets(
  operands: readonly string[],
  cwd: string,
  isIgnored: IsIgnored,
  stdinFilename: string = stdinName,
): Promise<Targets> {
  const targetByPath = new Map<string, Target>()
  const problems: unknown[] = []
  for (const operand of operands) {
    if (operand === '-') {
      targetByPath.set('-', {name: stdinFilename})
      continue
    }
    const found = await findNamed(operand, cwd, isIgnored)
    problems.push(...found.problems)
    for (const name of found.names) {
      const path = resolve(cwd, name)
      targetByPath.set(path, {name: name.split(sep).join('/'), path})
    }
  }
  if (targetByPath.size === 0 && problems.length === 0) {
    problems.push(new UserError(commandName, said.nothingLeft, remedies.nothingInside))
  }
  return {targets: [...targetByPath.values()], problems}
}

interface Found {
  readonly names: readonly string[]
  readonly problems: readonly unknown[]
}

async function findNamed(operand: string, cwd: string, isIgnored: IsIgnored): Promise<Found> {
  if (operand.trim() === '') {
    return failed(new UserError(commandName, said.emptyName, remedies.emptyName))
  }
  try {
    // A file may have the signs of a pattern in its name: "report [draft].docx".
    const entry = await stat(resolve(cwd, operand))
    if (entry.isDirectory()) return await findInside(operand, cwd, isIgnored)
    return {names: isNeverReport(operand) ? [] : [operand], problems: []}
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && isDynamicPattern(operand))
      return findMatches(operand, cwd, isIgnored)
    return failed(toFileError(error, operand))
  }
}

const failed = (problem: unknown): Found => ({names: [], problems: [problem]})

async function findMatches(pattern: string, cwd: string, isIgnored: IsIgnored): Promise<Found> {
  const portable = sep === '\\' ? pattern.replaceAll(sep, '/') : pattern
  const names = await glob(portable, {cwd, expandDirectories: false, ignore: '**/node_modules/**'})
  const reports: string[] = []
  for (const name of names.filter(isFoundReport).sort())
    if (!(await isIgnored(resolve(cwd, name), false))) reports.push(name)
  if (reports.length > 0) return {names: reports, problems: []}
  return failed(new UserError(pattern, said.noMatch, remedies.noMatch))
}

async function findInside(folder: string, cwd: string, isIgnored: IsIgnored): Promise<Found> {
  const found = await walk(folder, cwd, isIgnored)
  if (found.names.length > 0 || found.problems.length > 0) return found
  return failed(new UserError(folder, said.nothingInside, remedies.nothingInside))
}

// By hand, because tinyglobby passes over a folder that it cannot open, and that has to be said.
async function walk(folder: string, cwd: string, isIgnored: IsIgnored): Promise<Found> {
  const names: string[] = []
  const problems: unknown[] = []
  try {
    const entries = await readdir(resolve(cwd, folder), {withFileTypes: true})
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = join(folder, entry.name)
      if (await isIgnored(resolve(cwd, name), entry.isDirectory())) continue
      if (entry.isDirectory() && !isSkippedFolder(entry.name)) {
        const inside = await walk(name, cwd, isIgnored)
        names.push(...inside.names)
        problems.push(...inside.problems)
      } else if (!entry.isDirectory() && isFoundReport(name)) names.push(name)
    }
  } catch (error) {
    problems.push(toFileError(error, folder, true))
  }
  return {names, problems}
}

const isSkippedFolder = (name: string) => name.startsWith('.') || name === 'node_modules'

/** What lies beside reports and a shell's pattern may bring in: Word's locks, declarations, accepted wording. */
const isNeverReport = (name: string) =>
  /(^|[\\/])~\$[^\\/]*$/.test(name) || /\.(?:context|accepted)\.ya?ml$/i.test(name)

/** What stands before the ending of a copy with our comments in it, or from which they were taken. */
export const copyMark = /\.(?:reviewed|cleaned)(?=\.\w+$)/i

/** Copies are reports only when somebody names them. */
const isFoundReport = (name: string) =>
  /\.(docx|odt|md|markdown|html?|txt)$/i.test(name.replace(templateMark, '')) &&
  !copyMark.test(name) &&
  !/(^|[\\/])\.[^\\/]+$/.test(name) &&
  !isNeverReport(name)
