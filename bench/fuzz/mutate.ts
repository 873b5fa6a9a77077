import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import type {Random} from './random.ts'

export interface Input {
  readonly name: string
  readonly bytes: Uint8Array
}

/** One seed, a little broken. A package is broken as an archive or, more often, in one of its parts. */
export function mutate(seed: Input, other: Input, random: Random): Input {
  const isPackage = /\.(?:docx|odt)$/.test(seed.name)
  const bytes =
    isPackage && random.below(4) > 0
      ? mutatePart(seed.bytes, other.bytes, random)
      : isPackage || seed.name.endsWith('.pdf')
        ? mutateBytes(seed.bytes, other.bytes, random)
        : strToU8(mutateText(strFromU8(seed.bytes), strFromU8(other.bytes), random))
  return {name: seed.name, bytes}
}

const times = (random: Random) => 1 + random.below(4)

function mutateBytes(seed: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let bytes = seed
  for (let step = times(random); step > 0; step--) {
    const at = random.below(bytes.length + 1)
    const length = random.below(40)
    const from = random.below(other.length)
    const ways = [
      () => bytes.with(Math.min(at, bytes.length - 1), random.below(256)),
      () => joined(bytes.subarray(0, at), other.subarray(from, from + length), bytes.subarray(at)),
      () => joined(bytes.subarray(0, at), bytes.subarray(at + length)),
      () => bytes.subarray(0, at),
      () => joined(bytes.subarray(0, at), other.subarray(Math.min(at, other.length))),
    ]
    bytes = random.pick(ways)?.() ?? bytes
    if (bytes.length === 0) return bytes
  }
  return bytes
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, {length}) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** So that mutations reach the XML, and not only the checksums. */
function mutatePart(seed: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(seed)
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name))
  const mains = names.filter((name) => /document\.xml$|content\.xml$|comments\.xml$/.test(name))
  const name = random.pick(random.below(2) > 0 && mains.length > 0 ? mains : names)
  if (name === undefined) return mutateBytes(seed, other, random)
  const others = unzipSync(other)
  const theirs = others[name] ?? Object.values(others)[0] ?? new Uint8Array()
  const before = strFromU8(parts[name] ?? new Uint8Array())
  const after =
    random.below(4) > 0
      ? mutateXml(before, strFromU8(theirs), random)
      : mutateText(before, strFromU8(theirs), random)
  return zipSync({...parts, [name]: strToU8(after)}, {level: 1})
}

const boundaries = [
  '',
  '-1',
  '0',
  '1',
  '9999999999',
  '-2147483649',
  'NaN',
  '\u{10ffff}',
  'x'.repeat(500),
]

/** Elements doubled, left out, moved and put inside one another; values at their limits. */
function mutateXml(xml: string, other: string, random: Random): string {
  let text = xml
  for (let step = times(random); step > 0; step--) {
    const element = elementAt(text, random)
    const foreign = elementAt(other, random)
    const {start, end} = element
    const own = text.slice(start, end)
    const place = elementAt(text, random).start
    const ways = [
      () => text.slice(0, end) + own + text.slice(end),
      () => text.slice(0, start) + text.slice(end),
      () => text.slice(0, place) + own + text.slice(place),
      () => text.slice(0, place) + other.slice(foreign.start, foreign.end) + text.slice(place),
      () =>
        text.slice(0, start) +
        own.replace(/="[^"]*"/, `="${random.pick(boundaries)}"`) +
        text.slice(end),
      () => text.slice(0, start) + own.replace(/^(<[^>]*[^/]>)/, `$1${own}`) + text.slice(end),
      () =>
        text.slice(0, start) + own.replace(/>[^<]+</, `>${random.pick(words)}<`) + text.slice(end),
    ]
    text = random.pick(ways)?.() ?? text
  }
  return text
}

/** A whole element, by looking for the tag that closes it; an empty range where there is none. */
function elementAt(xml: string, random: Random) {
  const at = xml.indexOf('<', random.below(xml.length + 1))
  const tag = /^<([\w:]+)[^>]*>/.exec(xml.slice(at, at + 2000))
  const nothing = {start: Math.max(at, 0), end: Math.max(at, 0)}
  if (at < 0 || !tag) return nothing
  const [opening, name = ''] = tag
  if (opening.endsWith('/>')) return {start: at, end: at + opening.length}
  const close = xml.indexOf(`</${name}>`, at)
  return close < 0 || close - at > 20_000 ? nothing : {start: at, end: close + name.length + 3}
}

const words = [
  'Ms Rees failed to protect Cai',
  'domestic violence',
  '“It was a tiff',
  '&amp;&#x1F60A;&#65;',
  '07700 900123',
  '[language check: accept tiff: x]',
  '\u202e\u0301\u00ad',
]
const marks = [
  '#',
  '> ',
  '- ',
  '1. ',
  '|',
  '*',
  '_',
  '`',
  '```',
  '[',
  '](',
  '<!--',
  '-->',
  '<b>',
  '</p>',
  '\n\n',
  '\t',
  '---\n',
  '\\',
  '&',
  '\r',
  '\u0000',
]

function mutateText(seed: string, other: string, random: Random): string {
  let text = seed
  for (let step = times(random); step > 0; step--) {
    const at = random.below(text.length + 1)
    const length = random.below(200)
    const from = random.below(other.length + 1)
    const ways = [
      () => text.slice(0, at) + text.slice(at + length),
      () => text.slice(0, at) + other.slice(from, from + length) + text.slice(at),
      () => text.slice(0, at) + random.pick(marks) + text.slice(at),
      () =>
        text.slice(0, at) + (random.pick(marks) ?? '').repeat(random.below(300)) + text.slice(at),
      () => text.slice(0, at) + random.pick(words) + text.slice(at),
      () =>
        text.slice(0, at) +
        text.slice(at, at + length).repeat(1 + random.below(5)) +
        text.slice(at),
    ]
    text = random.pick(ways)?.() ?? text
  }
  return text
}
