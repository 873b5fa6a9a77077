import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import type {CommandIo} from '../../src/cli/io.ts'
import {main} from '../../src/cli/main.ts'
import type {Severity} from '../../src/core/types.ts'
import {rules} from '../../src/index.ts'

export interface Folder {
  readonly path: string
  readonly remove: () => Promise<void>
}

/** A temporary folder with these files; a value that begins with "-> " is a symbolic link. */
export async function folderOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'safe-together-'))
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name)
    await mkdir(dirname(file), {recursive: true})
    if (typeof content === 'string' && content.startsWith('-> '))
      await symlink(content.slice(3), file)
    else await writeFile(file, content)
  }
  return {path, remove: () => rm(path, {recursive: true, force: true})}
}

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

type Changes = Partial<Omit<CommandIo, 'stdin' | 'stdout' | 'stderr'>> & {
  readonly stdin?: string | Uint8Array
  readonly terminal?: boolean
}

/** Runs the command as a process would, with streams in memory. */
export async function run(
  argv: readonly string[],
  {stdin = '', terminal = false, ...changes}: Changes = {},
): Promise<Ran> {
  const output = {stdout: '', stderr: ''}
  const code = await main(argv, {
    stdin: streamOf(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    stdout: {write: (text) => (output.stdout += text), isTTY: terminal},
    stderr: {write: (text) => (output.stderr += text), isTTY: terminal},
    env: {},
    cwd: process.cwd(),
    now: () => new Date('2026-01-15T09:30:00Z'),
    ...changes,
  })
  return {code, ...output}
}

async function* streamOf(bytes: Uint8Array) {
  // In small pieces, as a pipe may give them.
  for (let start = 0; start < bytes.length; start += 1000) yield bytes.subarray(start, start + 1000)
}

/**
 * A Markdown report at which only rules of this severity point. It is taken from their examples,
 * so that these tests outlive changes to the rules; most need no declaration.
 */
export async function reportOf(severity: Severity): Promise<string> {
  const examples = rules
    .filter((rule) => rule.severity === severity)
    .flatMap((rule) => rule.examples)
    .flatMap((example) => ('bad' in example ? [example] : []))
    .sort((a, b) => Number(a.context !== undefined) - Number(b.context !== undefined))
  for (const {bad, context} of examples) {
    const sentence = bad.replaceAll(/\[\[|\]\]/g, '')
    const report = context ? `---\n${JSON.stringify(context)}\n---\n\n${sentence}` : sentence
    const severities = await severitiesOf(report)
    if (severities.length > 0 && severities.every((each) => each === severity)) return report
  }
  throw new Error(`No rule of severity ${severity} has an example that stands alone`)
}

async function severitiesOf(report: string): Promise<readonly string[]> {
  const argv = ['-', '--stdin-filename', 'a.md', '--format', 'json']
  const {code, stdout} = await run(argv, {stdin: report})
  if (code === 2) return []
  const {documents} = JSON.parse(stdout)
  return documents[0].findings.map(({severity}: {severity: string}) => severity)
}

export const cleanSentence = 'Cai likes football and lives in Swansea.'
