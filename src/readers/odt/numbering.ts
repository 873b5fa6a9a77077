import {toLetters, toRoman} from '../package/ordinals.ts'

/** One level of a list style, or of the outline. */
export interface Level {
  /** "1", "a", "I"; empty where no number is shown. */
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  /** "%1%.%2%." as LibreOffice writes it; it says more than prefix, suffix and levels. */
  readonly pattern: string | undefined
  /** After z comes aa, then bb; else aa, then ab. */
  readonly repeatsLetters: boolean
  readonly shownLevels: number
  readonly start: number
}

/** By depth, from 0. */
export type Levels = Map<number, Level>

/** How far one list has counted, by depth; undefined where a level starts again. */
export type Counts = (number | undefined)[]

const deepestLevel = 9

/**
 * Counts one item and gives its number as it is displayed, without the full stop at its end:
 * "4.2", "(a)". Undefined for bullets. `start` begins the level again.
 */
export function nextNumber(
  levels: Levels,
  counts: Counts,
  depth: number,
  start: number | undefined,
): string | undefined {
  const current = Math.min(depth, deepestLevel)
  const before = counts[current]
  counts[current] = start ?? (before === undefined ? (levels.get(current)?.start ?? 1) : before + 1)
  for (let deeper = current + 1; deeper < counts.length; deeper++) counts[deeper] = undefined
  return display(levels, counts, current)
}

/** No list shows more; a longer pattern would be repeated for every paragraph. */
const longestPattern = 255

function display(levels: Levels, counts: Counts, current: number): string | undefined {
  const level = levels.get(current)
  if (!level || level.format === '') return undefined
  const pattern = (level.pattern ?? patternOf(level, levels, current)).slice(0, longestPattern)
  const text = pattern.replaceAll(/%(\d{1,2})%/g, (_, digits: string) => {
    const shown = levels.get(Number(digits) - 1)
    return shown ? formatNumber(counts[Number(digits) - 1] ?? shown.start, shown) : ''
  })
  const label = text.trim().replace(/\.$/, '')
  // A dash typed as the "number" is a bullet in all but name.
  return /[\p{L}\p{N}]/u.test(label) ? label : undefined
}

/** Levels without a number of their own are passed over. */
function patternOf({prefix, suffix, shownLevels}: Level, levels: Levels, current: number): string {
  const first = Math.max(0, current + 1 - shownLevels)
  const shown: string[] = []
  for (let index = first; index <= current; index++) {
    if ((levels.get(index)?.format ?? '') !== '') shown.push(`%${index + 1}%`)
  }
  return `${prefix}${shown.join('.')}${suffix}`
}

/** Beyond these digits are shorter and cannot grow without end. */
const highestLetter = 780
const highestRoman = 3_999

function formatNumber(value: number, {format, repeatsLetters}: Level): string {
  const kind = format.toLowerCase()
  const isUpper = format !== kind
  const asText = textOf(value, kind, repeatsLetters)
  return isUpper ? asText.toUpperCase() : asText
}

function textOf(value: number, kind: string, repeatsLetters: boolean): string {
  if (kind === '') return ''
  if (kind === 'a' && value >= 1 && value <= highestLetter)
    return repeatsLetters ? toLetters(value) : toLetterDigits(value)
  if (kind === 'i' && value >= 1 && value <= highestRoman) return toRoman(value)
  return kind.startsWith('01') ? String(value).padStart(2, '0') : String(value)
}

/** After z comes aa, then ab. */
function toLetterDigits(value: number): string {
  let rest = value
  let letters = ''
  while (rest > 0) {
    const digit = (rest - 1) % 26
    letters = String.fromCharCode(97 + digit) + letters
    rest = (rest - 1 - digit) / 26
  }
  return letters
}
