import {cpus, release, totalmem, type} from 'node:os'
import type {Typing} from './draft.ts'
import type {Speed} from './growth.ts'
import {table} from './markdown.ts'
import type {RulebookTime} from './more-rules.ts'
import type {Measured} from './processes.ts'

/** How the processes of one text did beside each other. */
export interface Race {
  readonly title: string
  /** What the engine is meant to take, as a part of alex’s time. */
  readonly target: number
  readonly rounds: number
  /** MiB, where there is a limit. */
  readonly targetMemory?: number
  readonly ours: Measured
  readonly peers: readonly Measured[]
}

const seconds = (milliseconds: number) =>
  (milliseconds / 1000).toFixed(milliseconds < 10_000 ? 3 : 1)
const ratio = (value: number) => (Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 1) : '–')
const ratioTo = (value: number, base: number | undefined) => ratio(value / (base ?? Number.NaN))
const count = (value: number) => Math.round(value).toLocaleString('en-GB')

/** Processes of one text, with their ratios to alex and to a Node that does nothing. */
export function raceSection({title, target, targetMemory, rounds, ours, peers}: Race): string {
  const [alex, node] = ['alex', 'node'].map((name) => peers.find((peer) => peer.name === name))
  const rows = [ours, ...peers].map(({name, wall, fastest, slowest, cpu, memory}) => [
    name,
    seconds(wall),
    `${seconds(fastest)}–${seconds(slowest)}`,
    seconds(cpu),
    count(memory),
    ratioTo(wall, alex?.wall),
    ratioTo(cpu, alex?.cpu),
    ratioTo(wall, node?.wall),
  ])
  const limits = `${rounds === 1 ? 'One run each.' : `${rounds} runs each, medians.`} Meant to be at most ${target} × alex${targetMemory ? ` and ${targetMemory} MiB` : ''}.`
  const head = [
    'process',
    'wall s',
    'fastest–slowest',
    'cpu s',
    'peak MiB',
    '× alex',
    'cpu × alex',
    '× node',
  ]
  return [`### ${title}`, limits, table(head, rows)].join('\n\n')
}

/** Comments written into a long Word document, beside the same document only checked. */
export function wordSection(rounds: number, annotate: Measured, check: Measured): string {
  const rows = [annotate, check].map(({name, wall, fastest, slowest, cpu, memory}) => [
    name,
    seconds(wall),
    `${seconds(fastest)}–${seconds(slowest)}`,
    seconds(cpu),
    count(memory),
    ratioTo(wall, check.wall),
  ])
  const head = ['command', 'wall s', 'fastest–slowest', 'cpu s', 'peak MiB', '× check']
  const limits = `${rounds} runs each, medians. Annotating is meant to take at most 3 × checking, and 400 MiB.`
  return [
    '### A Word document of 100,000 words, annotated with some 2,800 comments',
    limits,
    table(head, rows),
  ].join('\n\n')
}

/** What more rules cost. */
export function rulesSection(times: readonly RulebookTime[]): string {
  const base = times[0]?.time ?? Number.NaN
  const rows = times.map(({name, rules, patterns, findings, time}) => [
    name,
    count(rules),
    count(patterns),
    count(findings),
    time.toFixed(1),
    ratio(time / base),
  ])
  const head = ['rulebook', 'rules', 'patterns', 'findings', 'cpu ms', '× ours']
  return [
    '### More rules',
    'One report of 6,000 words in a warm process. Meant to be at most 1.3 ×.',
    table(head, rows),
  ].join('\n\n')
}

/** Whether time grows with the words and not faster. */
export function growthSection(speeds: readonly Speed[]): string {
  const first = speeds[0]?.wordsPerSecond ?? Number.NaN
  const rows = speeds.map(({words, wordsPerSecond}) => [
    count(words),
    count(wordsPerSecond),
    ratio(first / wordsPerSecond),
  ])
  const head = ['words', 'words per second of cpu', 'time per word, × the first row']
  return [
    '### Longer texts',
    'In a warm process, one text after the other.',
    table(head, rows),
  ].join('\n\n')
}

/** How soon after a keystroke the findings are there. */
export function typingSection(typings: readonly Typing[]): string {
  const rows = typings.map((typing) => [
    typing.name,
    count(typing.words),
    count(typing.findings),
    count(typing.keystrokes),
    typing.median.toFixed(1),
    typing.ninetyNinth.toFixed(1),
    typing.slowest.toFixed(1),
    typing.whole.toFixed(0),
    ratio(typing.whole / typing.median),
  ])
  const head = [
    'text',
    'words',
    'findings',
    'keystrokes',
    'median ms',
    '99 in 100 ms',
    'slowest ms',
    'fresh run ms',
    'fresh ÷ median',
  ]
  return [
    '### While somebody writes',
    'From a keystroke to the findings of the whole text, in a warm process: letters, new lines, deletions and pasted paragraphs at the start, in the middle and at the end. Meant to be at most 20 ms at the median and 60 ms in 99 of 100 for 6,000 words, and twice that for 100,000.',
    table(head, rows),
  ].join('\n\n')
}

/** Where and when this was measured. */
export function machineSection(peers: readonly string[]): string {
  const [processor] = cpus()
  const machine = `${type()} ${release()}, ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 1024 ** 3)} GiB`
  const day = new Date().toISOString().slice(0, 10)
  return `Measured on ${day}: ${machine}, Node ${process.versions.node}, ${peers.join(', ')}.`
}
