import {hasOneOf, isIn} from '../patterns/form-set.ts'
import {matchesOf} from '../patterns/match.ts'
import {fitOf} from '../patterns/slots.ts'
import type {PrivateMatch, PrivateShape, RuleOf} from '../rule.ts'
import type {CompiledPrivateRule} from '../rulebook.ts'
import type {RunningRules} from '../running-rules.ts'
import type {Range, Severity} from '../types.ts'
import {overlap, toSign} from '../withheld.ts'
import type {Analysis, Mention, Sentence, Word} from './analysis.ts'

/** A detail that a party may not be meant to see. */
interface PrivateDetail {
  readonly rule: RuleOf<PrivateMatch>
  readonly severity: Severity
  readonly range: Range
  /** Its words, part by part, where they are private wherever they stand. */
  readonly known: readonly string[]
}

/** A detail of some shape, before it is known whose it is. */
interface Shaped extends Range {
  readonly shape: PrivateShape
  readonly sentence: Sentence
}

/** Private details of a block, in every voice, since whoever reads a quotation reads them, too. */
export function privateDetails(running: RunningRules, analysis: Analysis): PrivateDetail[] {
  const rules = rulesHere(running, analysis)
  const found = rules.flatMap((compiled) => detailsOf(running, analysis, compiled))
  const again = rules.flatMap((compiled) => detailsAgain(analysis, compiled))
  return [
    ...found,
    ...again.filter(({range}) => !found.some((detail) => overlap(detail.range, range))),
  ]
}

function detailsOf(
  running: RunningRules,
  analysis: Analysis,
  compiled: CompiledPrivateRule,
): PrivateDetail[] {
  const {rule} = compiled
  const shapes = shapesIn(running, compiled, analysis)
  return joined(shapes).flatMap((detail) => {
    const severity = severityOf(running, compiled, analysis, detail)
    if (!severity) return []
    const range = {start: detail.start, end: detail.end}
    const parts = severity === rule.severity ? shapes.filter((part) => overlap(part, range)) : []
    const known = parts
      .filter(({shape}) => shape !== 'refuge') // The name of a town, which says nothing elsewhere.
      .map(({start, end}) => analysis.block.text.slice(start, end))
    return [{rule, severity, range, known}]
  })
}

/** Words that another block showed to be private: "the police came to 12 Heol y Bryn". */
function detailsAgain(
  {block: {text}, entry}: Analysis,
  {rule}: CompiledPrivateRule,
): PrivateDetail[] {
  const words = entry.details.filter(({ruleId}) => ruleId === rule.id)
  const sign = toSign(words.map((detail) => detail.words))
  if (!sign) return []
  return [...text.matchAll(sign)].map(({0: {length}, index: start}) => ({
    rule,
    severity: rule.severity,
    range: {start, end: start + length},
    known: [],
  }))
}

const rulesHere = ({privateRules, inForce}: RunningRules, {context, block}: Analysis) =>
  privateRules.flatMap((compiled) => inForce(context).ruleIn(compiled, block) ?? [])

/** A mobile number may be an office's, so without a word on whose it is, it is only asked about. */
function severityOf(
  running: RunningRules,
  {rule, personal, public: open}: CompiledPrivateRule,
  {block, sentences}: Analysis,
  {sentence, shape, start, end}: Shaped,
): Severity | undefined {
  const stands = (patterns: readonly number[], within: readonly Sentence[]) =>
    patterns.some((pattern) =>
      within.some((each) => matchesOf(running.matcher(pattern), each).length > 0),
    )
  // A letterhead is one short block, with the office in one line and the number in another.
  const isShort = sentences.reduce((sum, {words}) => sum + words.length, 0) < shortBlock
  if (stands(open, isShort ? sentences : [sentence])) return undefined
  if (stands(personal, [sentence])) return rule.severity
  if (shape === 'refuge') return rule.severity
  if (shape === 'phone' && mentionsSomebody(sentence)) return rule.severity
  return shape === 'phone' && isMobile(block.text.slice(start, end)) ? 'question' : undefined
}

/** In words. */
const shortBlock = 60

const isMobile = (number: string) => /^(?:\+44\D*(?:\(0\)\D*)?|\(?0)7/.test(number)

const mentionsSomebody = ({mentions}: Sentence) =>
  mentions.some((mention) => mention.kind !== 'pronoun' && fitOf(mention, 'party') !== 'no')

function shapesIn(
  running: RunningRules,
  compiled: CompiledPrivateRule,
  {block, sentences}: Analysis,
): Shaped[] {
  const {shapes} = compiled.rule.match
  const numbers = numberShapes
    .filter(({shape, hint}) => shapes.includes(shape) && hint.test(block.text))
    .flatMap(({shape, sign}) =>
      [...block.text.matchAll(sign)].flatMap(({0: {length}, index: start}): Shaped[] => {
        const sentence = sentences.find((one) => one.start <= start && start < one.end)
        return sentence ? [{shape, sentence, start, end: start + length}] : []
      }),
    )
  const words = running.set(compiled.words)
  const isWordy = !shapes.includes('street') || /\d/.test(block.text)
  const places = sentences.flatMap((sentence) =>
    isWordy && hasOneOf(sentence.forms, words) ? placesIn(running, compiled, sentence) : [],
  )
  return [...numbers, ...places]
}

interface NumberShape {
  readonly shape: PrivateShape
  /** A cheap look: most blocks have none. */
  readonly hint: RegExp
  readonly sign: RegExp
}

const numberShapes = [
  // Codes of areas and mobiles; 03, 08 and 09 are helplines and offices.
  {
    shape: 'phone',
    hint: /0[127]\d|\+44/,
    sign: /(?<![\w/.+-])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)(?!(?:[ )-]*\d){11})(?:7[1-9]\d(?:[ -]?\d){7}|(?:1[1-9]|2[03489])\d{0,3}\)?(?:[ -]?\d){6,8})(?![\d/-])/g,
  },
  {
    shape: 'postcode',
    hint: /[A-Z]\d[A-Z\d]? \d[A-Z]/,
    sign: /(?<![\w/-])[A-PR-UWYZ][A-HK-Y]?\d[\dA-HJKMNPR-Y]? \d[ABD-HJLNP-UW-Z]{2}(?![\w/])/g,
  },
] as const satisfies readonly NumberShape[]

/** Words with a capital that one of the rule's words makes a place. */
function placesIn(
  {set}: RunningRules,
  {rule: {match}, words, notPlaces}: CompiledPrivateRule,
  sentence: Sentence,
): Shaped[] {
  const isPlaceWord = (word: Word) => isIn(set(words), word)
  const isNoPlace = (word: Word) => isIn(set(notPlaces), word)
  return match.shapes.flatMap((shape) => {
    const find = finders[shape]
    const found = find ? find(sentence.words, isPlaceWord, isNoPlace, sentence.mentions) : []
    return found.map(([first, last]) => ({
      shape,
      sentence,
      start: sentence.words[first]?.start ?? 0,
      end: sentence.words[last]?.end ?? 0,
    }))
  })
}

type Is = (word: Word) => boolean
/** Finds the first and last word of each. */
type Finder = (
  words: readonly Word[],
  isPlaceWord: Is,
  isNoPlace: Is,
  mentions: readonly Mention[],
) => (readonly [first: number, last: number])[]

const isCapital = (word: Word | undefined) => word !== undefined && /^\p{Lu}/u.test(word.text)
const isParticle = (word: Word | undefined) =>
  word !== undefined && /^(?:y|yr|of|the|and|uchaf|isaf)$/.test(word.norm)

/** The last of the words with a capital that begin at `from`, small words between them allowed. */
function endOfName(words: readonly Word[], from: number): number {
  let last = from - 1
  for (let at = from; at < words.length && at < from + 6; at++) {
    if (at > from && /[,;:()]/.test(words[at]?.before ?? '')) break
    if (isCapital(words[at])) last = at
    else if (!isParticle(words[at])) break
  }
  return last
}

const finders: Partial<Readonly<Record<PrivateShape, Finder>>> = {
  street: (words, isStreet) =>
    words.flatMap(({text}, at) => {
      if (!/^\d{1,4}[a-z]?$/i.test(text) || words[at + 1]?.before.includes('.')) return []
      const last = endOfName(words, at + 1)
      const name = words.slice(at + 1, last + 1)
      return name.some((word) => isCapital(word) && isStreet(word)) && last > at + 1
        ? [[at, last] as const]
        : []
    }),
  refuge: (words, isRefuge, isNoPlace) =>
    words.flatMap((word, at) => {
      const place = words[at + 2]
      const isNamed =
        isRefuge(word) &&
        /^(?:in|at|near|outside)$/.test(words[at + 1]?.norm ?? '') &&
        place !== undefined &&
        isCapital(place) &&
        !isNoPlace(place)
      const isVerb = /^(?:take|took|taken|takes|taking|seek|sought|find|found|finds)$/.test(
        words[at - 1]?.norm ?? '',
      )
      return isNamed && !isVerb ? [[at + 2, endOfName(words, at + 2)] as const] : []
    }),
  school: (words, isSchool, isNoPlace, mentions) => {
    if (
      !mentions.some((mention) => mention.kind !== 'pronoun' && fitOf(mention, 'child') === 'yes')
    )
      return []
    const names: (readonly [number, number])[] = []
    for (let at = 0; at < words.length; at++) {
      if (!isCapital(words[at])) continue
      const last = endOfName(words, at)
      const name = words.slice(at, last + 1)
      const own = name.filter((word) => isCapital(word) && !isSchool(word) && !isNoPlace(word))
      if (name.some((word) => isCapital(word) && isSchool(word)) && own.length > 0)
        names.push([at, last])
      at = last
    }
    return names
  },
}

/** "12 Heol y Bryn, Newport NP20 9ZZ" is one detail, the town with it. */
function joined(details: readonly Shaped[]): Shaped[] {
  const all: Shaped[] = []
  for (const detail of details.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1)
    const isNear =
      last?.sentence === detail.sentence &&
      (detail.start < last.end ||
        (last.shape === 'street' && detail.shape === 'postcode' && detail.start < last.end + 40))
    if (last && isNear) all[all.length - 1] = {...last, end: Math.max(last.end, detail.end)}
    else all.push(detail)
  }
  return all
}
