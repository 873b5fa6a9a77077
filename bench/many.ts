import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {table} from './markdown.ts'
import {type Command, type Measured, measureInTurn} from './processes.ts'

const number = 500

/** 500 reports in one thread and in two. */
export const measureJobs = (linter: string, rounds: number): string =>
  withReports((folder, names) => {
    const run = (jobs: string): Command => ({
      name: `--jobs ${jobs}`,
      arguments: [linter, folder, '--format', 'compact', '--jobs', jobs],
      mustName: names,
    })
    const measured = measureInTurn([run('1'), run('2')], tmpdir(), rounds)
    const about = `${number} reports of 6,000 words, ${rounds} runs each, medians. Two threads are meant to be at least 1.6 times as fast as one.`
    return section('Several threads', about, measured)
  })

/** 500 reports that have not changed, beside reading and hashing the same files. */
export const measureCache = (linter: string, rounds: number): string =>
  withReports((folder, names) => {
    const cache = join(folder, '..', 'cache')
    const flags = ['--format', 'compact', '--cache', '--cache-location', cache]
    const commands: readonly Command[] = [
      {name: 'warm cache', arguments: [linter, folder, ...flags], mustName: names},
      {
        name: 'reading and hashing',
        arguments: [resolve('bench/read-and-hash.cjs'), folder],
        mustName: names,
      },
    ]
    const measured = measureInTurn(commands, tmpdir(), rounds)
    const about = `${number} reports of 6,000 words that have not changed, ${rounds} runs each, medians. A warm cache is meant to take at most 3 times what reading and hashing the files takes.`
    return section('A warm cache', about, measured)
  })

/** As many as are asked for, each another one. */
function withReports(measure: (folder: string, names: readonly string[]) => string): string {
  const root = mkdtempSync(join(tmpdir(), 'safe-together-bench-'))
  try {
    const generator = ['bench/generate-reports.mjs', root, '--files', String(number)]
    const {status} = spawnSync(process.execPath, generator, {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (status !== 0) throw new Error('Expected the reports to be written')
    const folder = join(root, 'reports')
    return measure(folder, readdirSync(folder))
  } finally {
    rmSync(root, {recursive: true, force: true})
  }
}

function section(title: string, about: string, measured: readonly Measured[]): string {
  const [one, other] = measured
  if (!one || !other) throw new Error('Expected to have measured two commands')
  const rows = measured.map(({name, wall, fastest, slowest, cpu, memory}) => [
    name,
    (wall / 1000).toFixed(3),
    `${(fastest / 1000).toFixed(3)}–${(slowest / 1000).toFixed(3)}`,
    (cpu / 1000).toFixed(3),
    memory.toFixed(0),
  ])
  const head = ['process', 'wall s', 'fastest–slowest', 'cpu s', 'peak MiB']
  const ratio = `${one.name} ÷ ${other.name}: ${(one.wall / other.wall).toFixed(2)}`
  return [`### ${title}`, about, table(head, rows), ratio].join('\n\n')
}
