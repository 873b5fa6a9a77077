import {toLetters, toRoman} from '../package/ordinals.ts'

/** Word's own highest number in letters; above it digits are shorter and cannot grow without end. */
const highestLetter = 780
const highestRoman = 3_999

type Format = (value: number) => string | undefined

const letters: Format = (value) =>
  value >= 1 && value <= highestLetter ? toLetters(value) : undefined
const roman: Format = (value) => (value >= 1 && value <= highestRoman ? toRoman(value) : undefined)

/** By `w:numFmt`, in the English of the reports. What is not here is shown in digits. */
const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['none', () => ''],
  ['lowerLetter', letters],
  ['upperLetter', (value) => letters(value)?.toUpperCase()],
  ['lowerRoman', roman],
  ['upperRoman', (value) => roman(value)?.toUpperCase()],
  ['decimalZero', (value) => padded(value, 2)],
  ['decimalEnclosedParen', (value) => `(${value})`],
  ['numberInDash', (value) => `- ${value} -`],
  ['ordinal', (value) => `${value}${endingOf(value)}`],
  ['cardinalText', (value) => capitalised(inWords(value)?.cardinal)],
  ['ordinalText', (value) => capitalised(inWords(value)?.ordinal)],
])

export const formatNumber = (value: number, format: string): string =>
  formats.get(format)?.(value) ?? String(value)

export const padded = (value: number, digits: number): string => String(value).padStart(digits, '0')

const endings = ['th', 'st', 'nd', 'rd']

function endingOf(value: number): string {
  const isTeen = value % 100 >= 11 && value % 100 <= 13
  return (isTeen ? undefined : endings[value % 10]) ?? 'th'
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const irregular: ReadonlyMap<string, string> = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
])

/** Up to ninety-nine: no report has a hundred parts that are counted in words. */
function inWords(value: number): {cardinal: string; ordinal: string} | undefined {
  if (value < 1 || value > 99) return undefined
  const one = value < 20 ? ones[value] : ones[value % 10]
  const ten = value < 20 ? '' : (tens[Math.floor(value / 10)] ?? '')
  const hasOne = value < 20 || value % 10 > 0
  const last = (hasOne ? one : ten) ?? ''
  const start = hasOne && ten !== '' ? `${ten}-` : ''
  const ordinal = irregular.get(last) ?? `${last.replace(/y$/, 'ie')}th`
  return {cardinal: start + last, ordinal: start + ordinal}
}

const capitalised = (word: string | undefined) =>
  word && word.charAt(0).toUpperCase() + word.slice(1)
