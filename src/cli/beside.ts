import {stat} from 'node:fs/promises'
import {resolve} from 'node:path'
import {en} from '../core/catalogue/en.ts'
import {ContextError} from '../core/errors.ts'
import type {CommandIo} from './io.ts'
import {copyMark, type Target} from './targets.ts'

const {stdinName, problems, remedies} = en.commandLine

const twoFiles = {
  context: {problem: problems.twoContexts, remedy: remedies.twoContexts},
  accepted: {problem: en.accepting.problems.twoFiles, remedy: en.accepting.remedies.twoFiles},
} as const

/**
 * What stands beside a report: `report.docx`, and so its copies, may have `report.context.yml` or
 * `report.docx.context.yml`, and the same of accepted wording.
 * @throws {ContextError} where both stand there
 */
export async function fileBeside(
  {name}: Target,
  kind: keyof typeof twoFiles,
  io: CommandIo,
): Promise<Target | undefined> {
  if (name === stdinName) return undefined
  const candidates = namesBeside(name, kind).map((each) => ({
    name: each,
    path: resolve(io.cwd, each),
  }))
  const standing = await Promise.all(candidates.map(({path}) => exists(path)))
  const [found, second] = candidates.filter((_, index) => standing[index])
  if (found === undefined || second === undefined) return found
  const {problem, remedy} = twoFiles[kind]
  throw new ContextError(found.name, problem(second.name), remedy)
}

/** Every name under which it may stand. @param name of the report, or its path */
export function namesBeside(name: string, kind: keyof typeof twoFiles): readonly string[] {
  const original = name.replace(copyMark, '')
  const stems = [original, name].flatMap((each) => [each.replace(/\.[^./\\]+$/, ''), each])
  return [...new Set(stems)].map((each) => `${each}.${kind}.yml`)
}

/** False only when nothing stands there; what cannot be looked at is reported when it is read. */
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => !(error instanceof Error && 'code' in error && error.code === 'ENOENT'),
  )
