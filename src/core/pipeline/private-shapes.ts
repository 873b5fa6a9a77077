import {hasOneOf, isIn} from '../patterns/form-set.ts'
import {fitOf} from '../patterns/slots.ts'
import type {PrivateShape} from '../rule.ts'
import type {CompiledPrivateRule} from '../rulebook.ts'
import type {RunningRules} from '../running-rules.ts'
import type {Range} from '../types.ts'
import type {Analysis, Mention, Sentence, Word} from './analysis.ts'

/** A detail of some shape, before it is known whose it is. */
export interface Shaped extends Range {
  readonly shape: PrivateShape
  readonly sentence: Sentence
}

/** Numbers, codes, addresses and names of places in a block, whosever they are. */
export function shapesIn(
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
  // Word puts spaces and hyphens that do not break into numbers, and a line may end in one.
  // Codes of areas and mobiles; 03, 08 and 09 are helplines and offices.
  {
    shape: 'phone',
    hint: /0[127]\d|\+44/,
    sign: /(?<![\w/.+-])(?:\+44[\s‑–-]?(?:\(0\)[\s‑–-]?)?|\(?0)(?!(?:[\s‑–)-]*\d){11})(?:7[1-9]\d(?:[\s‑–-]?\d){7}|(?:1[1-9]|2[03489])\d{0,3}\)?(?:[\s‑–-]?\d){6,8})(?![\d/-])/g,
  },
  {
    shape: 'postcode',
    hint: /[A-Z]\d[A-Z\d]?\s\d[A-Z]/,
    sign: /(?<![\w/-])[A-PR-UWYZ][A-HK-Y]?\d[\dA-HJKMNPR-Y]?\s\d[ABD-HJLNP-UW-Z]{2}(?![\w/])/g,
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
