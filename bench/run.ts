import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {readText} from '../src/readers/text.ts'
import {measureTyping} from './draft.ts'
import {measureGrowth} from './growth.ts'
import {measureEditor} from './lsp.ts'
import {measureCache, measureJobs} from './many.ts'
import {writeBetweenMarkers} from './markdown.ts'
import {measureMoreRules} from './more-rules.ts'
import {
  growthSection,
  machineSection,
  raceSection,
  rulesSection,
  typingSection,
  wordSection,
} from './page.ts'
import {type Command, measureInTurn} from './processes.ts'
import {makeWordFile} from './word.ts'

const help = `npm run bench -- [parts] [options]

parts                one, hundred, million, word, rules, growth, draft, lsp, cache, jobs; all of them by default
--rounds <number>    how often each process runs (7); fewer for those that take long
--quick              leaves out the text of a million words, which alex alone takes minutes for
--command <file>     the program to measure (bin/safe-together-lint.js)
--write              puts the results into docs/performance.md, all parts at once
`

// Not in the repository: what git ignores a search of a folder passes over.
const texts = mkdtempSync(join(tmpdir(), 'safe-together-bench-texts-'))
const alex = resolve('bench/peers/node_modules/alex')
const page = 'docs/performance.md'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    rounds: {type: 'string', default: '7'},
    quick: {type: 'boolean', default: false},
    command: {type: 'string', default: 'bin/safe-together-lint.js'},
    write: {type: 'boolean', default: false},
    help: {type: 'boolean', default: false},
  },
})
const rounds = Number(values.rounds)
const linter = resolve(values.command)

/** What is measured, by the name of its part; each gives a section of the page. */
const parts: Readonly<Record<string, () => string | Promise<string>>> = {
  one: () => race('One report of 6,000 words', 'report.txt', 0.45, rounds),
  hundred: () => race('A hundred reports of 6,000 words in one process', 'reports', 0.1, fewer(3)),
  million: () => race('One text of 1,000,000 words', 'words-1m.txt', 0.06, fewer(1), 300),
  word: () => wordRace(fewer(5)),
  rules: () =>
    rulesSection(
      measureMoreRules(readText(readFileSync(join(texts, 'report.txt')), 'report.txt'), rounds),
    ),
  growth: () => growthSection(measureGrowth(texts, fewer(3))),
  lsp: () => measureEditor(texts, linter),
  cache: () => measureCache(linter, rounds),
  jobs: () => measureJobs(linter, fewer(3)),
  draft: () => typingSection(measureTyping(texts, rounds * 100)),
}

const fewer = (most: number) => Math.min(rounds, most)

function race(
  title: string,
  operand: string,
  target: number,
  times: number,
  targetMemory?: number,
): string {
  const mustName = operand.endsWith('.txt') ? [operand] : readdirSync(join(texts, operand))
  const commands: readonly Command[] = [
    {name: 'safe-together-lint', arguments: [linter, operand], mustName},
    {name: 'alex', arguments: [join(alex, 'cli.js'), '--text', operand], mustName},
    {name: 'node', arguments: ['-e', '0'], mustName: []},
  ]
  const [ours, ...peers] = measureInTurn(commands, texts, times)
  if (!ours) throw new Error('Expected to have measured something')
  return raceSection({
    title,
    target,
    rounds: times,
    ours,
    peers,
    ...(targetMemory !== undefined && {targetMemory}),
  })
}

/** Comments written into 300 pages, beside the same report only checked. */
function wordRace(times: number): string {
  const report = makeWordFile(texts, 'words-100k.txt')
  const copy = join(tmpdir(), `safe-together-bench-${process.pid}.docx`)
  const annotate = [linter, 'annotate', report, '--force', '--output', copy]
  const commands: readonly Command[] = [
    {name: 'annotate', arguments: annotate, mustName: [copy]},
    {name: 'check', arguments: [linter, report], mustName: [report]},
  ]
  const [annotated, checked] = measureInTurn(commands, texts, times)
  rmSync(copy, {force: true})
  if (!annotated || !checked) throw new Error('Expected to have measured something')
  return wordSection(times, annotated, checked)
}

/** Texts and peers are not in the repository: made, and installed from a lock file where they are missing. */
function prepare(withPeers: boolean) {
  run(process.execPath, ['bench/generate-reports.mjs', texts])
  if (withPeers && !existsSync(alex))
    run('npm', ['ci', '--prefix', 'bench/peers', '--no-audit', '--no-fund', '--ignore-scripts'])
}

function run(command: string, args: readonly string[]) {
  const {status} = spawnSync(command, args, {stdio: 'inherit', shell: process.platform === 'win32'})
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`)
}

const versionOf = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

/** Parts that measure this program alone. */
const withoutPeers = ['lsp', 'draft', 'cache', 'jobs']

async function main() {
  const wanted =
    positionals.length > 0
      ? positionals
      : Object.keys(parts).filter((part) => !(values.quick && part === 'million'))
  const unknown = wanted.find((part) => !parts[part])
  if (unknown) throw new Error(`There is no part “${unknown}”.\n\n${help}`)
  if (values.write && positionals.length > 0)
    throw new Error('--write takes all parts, for the page would lose the others. Leave them out.')
  prepare(wanted.some((part) => !withoutPeers.includes(part)))
  const sections = [machineSection(existsSync(alex) ? [`alex ${versionOf(alex)}`] : [])]
  console.log(sections[0])
  for (const part of wanted) {
    const section = (await parts[part]?.()) ?? ''
    console.log(`\n${section}`)
    sections.push(section)
  }
  if (values.write) writeBetweenMarkers(page, 'npm run bench -- --write', sections.join('\n\n'))
}

try {
  if (values.help) console.log(help)
  else await main()
} finally {
  rmSync(texts, {recursive: true, force: true})
}
