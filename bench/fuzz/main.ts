import {spawn} from 'node:child_process'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {parseArgs} from 'node:util'
import {type Input, mutate} from './mutate.ts'
import {randomFrom} from './random.ts'
import {readSeeds} from './seeds.ts'
import {tryInput} from './try.ts'

const help = `npm run fuzz -- [options]

--count <number>   how many inputs (20000)
--seed <number>    of the first; the same seeds give the same inputs (1)
--only <ending>    docx, odt, md, html, txt or pdf; all of them by default
--replay <file>    tries one file, as written by an earlier run

Every input is a fixture with a few mistakes. It is read, checked, annotated and cleaned: anything but a result or a
named error is a crash, and so is more than half a minute. What crashes is written to dist/fuzz.
`

const {values} = parseArgs({
  options: {
    count: {type: 'string', default: '20000'},
    seed: {type: 'string', default: '1'},
    only: {type: 'string'},
    replay: {type: 'string'},
    child: {type: 'boolean', default: false},
    help: {type: 'boolean', default: false},
  },
})
const count = Number(values.count)
const first = Number(values.seed)

/** Rules take longest, so every so many inputs meet them; the others get findings of no rule. */
const wholeEvery = 20

const seeds = readSeeds(values.only)
const endings = [...seeds.keys()]

function inputOf(seed: number): Input {
  const random = randomFrom(seed)
  // Word documents most, since they have most to get wrong.
  const ending =
    (random.below(2) > 0 && endings.includes('docx') ? 'docx' : random.pick(endings)) ?? ''
  const same = seeds.get(ending) ?? []
  const [one, other] = [random.pick(same), random.pick(same)]
  if (!one || !other) throw new Error(`There is no fixture of the format ${ending}`)
  return mutate(one, other, random)
}

/** In a process of its own: tries the inputs in order, and says of each that it begins, and what came of it. */
async function runChild() {
  // As the command does.
  process.on('unhandledRejection', (reason) => {
    if (!(reason instanceof Error && /pdfjs/.test(reason.stack ?? ''))) throw reason
  })
  for (let seed = first; seed < first + count; seed++) {
    process.stdout.write(`begin ${seed}\n`)
    try {
      process.stdout.write(`${await tryInput(inputOf(seed), seed % wholeEvery === 0)} ${seed}\n`)
    } catch (error) {
      const trace = error instanceof Error ? error.stack : String(error)
      process.stdout.write(`crashed ${seed} ${JSON.stringify(trace)}\n`)
    }
  }
}

interface Counts {
  read: number
  refused: number
  crashed: number
}

/** Half a minute without a word is a hang. */
const patience = 30_000

/** Runs the child until all inputs are tried; where it hangs or dies it goes on after that input. */
async function runAll(): Promise<Counts> {
  const counts: Counts = {read: 0, refused: 0, crashed: 0}
  for (let seed = first; seed < first + count; ) seed = await runFrom(seed, counts)
  return counts
}

function runFrom(seed: number, counts: Counts): Promise<number> {
  const left = first + count - seed
  const only = values.only === undefined ? [] : ['--only', values.only]
  const args = [
    process.argv[1] ?? '',
    '--child',
    '--seed',
    `${seed}`,
    '--count',
    `${left}`,
    ...only,
  ]
  const child = spawn(process.execPath, ['--max-old-space-size=1024', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let current = seed
  let isDone = true
  let timer = setTimeout(() => child.kill('SIGKILL'), patience)
  createInterface({input: child.stdout}).on('line', (line) => {
    clearTimeout(timer)
    timer = setTimeout(() => child.kill('SIGKILL'), patience)
    const [what = '', number = '', ...rest] = line.split(' ')
    current = Number(number)
    isDone = what !== 'begin'
    if (what === 'read' || what === 'refused') counts[what]++
    if (what === 'crashed') keep(current, counts, JSON.parse(rest.join(' ')))
    if (isDone && current % 1000 === 0) process.stderr.write(`${current - first + 1} of ${count}\n`)
  })
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(timer)
      if (!isDone) keep(current, counts, 'It hung, or the process died.')
      resolve(current + 1)
    })
  })
}

function keep(seed: number, counts: Counts, trace: string) {
  counts.crashed++
  const folder = join('dist', 'fuzz')
  mkdirSync(folder, {recursive: true})
  const {name, bytes} = inputOf(seed)
  const path = join(folder, `${seed}.${name}`)
  writeFileSync(path, bytes)
  console.log(`Crashed: ${path}\n${trace}\n`)
}

const number = (value: number) => value.toLocaleString('en-GB')

async function main() {
  if (values.help) return console.log(help)
  if (values.child) return runChild()
  if (values.replay !== undefined) {
    const input = {name: values.replay, bytes: new Uint8Array(readFileSync(values.replay))}
    return console.log(await tryInput(input, true))
  }
  const {read, refused, crashed} = await runAll()
  console.log(
    `${number(read + refused + crashed)} inputs: ${number(read)} read, ${number(refused)} refused, ${number(crashed)} crashed.`,
  )
  process.exitCode = crashed > 0 ? 1 : 0
}

await main()
