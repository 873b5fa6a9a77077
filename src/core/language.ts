import {trigramWeights} from './language-trigrams.ts'
import type {Block, Language} from './types.ts'

/** The language of one block; undefined where it is too short to tell. */
export type LanguageOf = (text: string) => Language | undefined

/**
 * Says of each block whether it is English or Welsh. Function words decide, letters break ties;
 * a block too short to tell is taken for the language of the block before it, else of the document.
 * Names say nothing: "Ms Angharad Llywelyn of Ystrad Mynach" stands in an English sentence.
 * @param verdictOf what says of one block; for hosts that remember what it said
 */
export function markLanguages(
  blocks: readonly Omit<Block, 'language'>[],
  verdictOf: LanguageOf = languageOf,
): Block[] {
  const verdicts = blocks.map(({text}) => verdictOf(text))
  let current = majority(blocks, verdicts)
  return blocks.map((block, index) => {
    current = verdicts[index] ?? current
    return {...block, language: current}
  })
}

function majority(
  blocks: readonly {readonly text: string}[],
  verdicts: readonly (Language | undefined)[],
): Language {
  let english = 0
  let welsh = 0
  for (const [index, {text}] of blocks.entries()) {
    if (verdicts[index] === 'en') english += text.length
    if (verdicts[index] === 'cy') welsh += text.length
  }
  return welsh > english ? 'cy' : 'en'
}

// Words of both languages and names are in neither list: a, am, at, be, dan, does, dim, has, her, hi,
// i, is, mai, me, o, pam, pan, to, un.
const englishWords =
  'about after all also an and any are as because been before being both but by can could did do ' +
  'during each for from had have he him his how if in into it its may might more my no not of off ' +
  'on or other our out over own shall she should so some such than that the their them then there ' +
  'these they this those through under until up upon us was we were what when where whether which ' +
  'while who whom whose why will with within without would you your'
const welshWords =
  'ac achos aeth ambell ar arall arno atal ati ato bawb bo bod bu byddai bydd byddant cafodd cael ' +
  'cawsant cyn ddim ddylai ddylid dros drwy dw dydy dydyn dylai dylid dyma dyna ei ein eich ' +
  'eisiau er eraill eto eu felly fod fodd fel fewn fu fy fydd fyddai gael gafodd gall gallai gan ' +
  'ganddi ganddo ganddynt gyda gydag hebddo heb hefyd heno honno hwn hwnnw hyd hyn hynny iawn ' +
  'iddi iddo iddyn iddynt lle llawer mae maen mewn mor mwy nac nad neu nhw nid ni nifer nes ' +
  'nol oedd oeddent oeddwn oedden oes ohoni ohono ohonynt oherwydd ond os pob pryd rhag rhai ' +
  'rhaid rhwng roedd roeddent roeddwn roedden rydw rydym rydyn sut sy sydd sydyn taw tra trwy ' +
  'tu uchod unrhyw wedi wedyn wnaeth wrth wrthi wrtho wrthyf wrthym y ychydig yma ymhlith yn yna ' +
  'yno yntau ynghylch yr ydy ydyw yw ŷch ŷn'

const votes: ReadonlyMap<string, Language> = new Map([
  ...englishWords.split(' ').map((word) => [word, 'en'] as const),
  ...welshWords.split(' ').map((word) => [word, 'cy'] as const),
])

/** What follows an apostrophe: the mother's, she'd; mae'r, i'w. `'m` belongs to both. */
const clitics: ReadonlyMap<string, Language> = new Map([
  ...['s', 't', 'd', 'll', 're', 've'].map((clitic) => [clitic, 'en'] as const),
  ...['r', 'n', 'u', 'w', 'i', 'th', 'ch'].map((clitic) => [clitic, 'cy'] as const),
])

const leastWords = 3

export function languageOf(source: string): Language | undefined {
  if (isPlainlyEnglish(source)) return 'en'
  const text = inNfc(source)
  const words = wordsOf(text)
  if (words.length < leastWords) return undefined
  if (text === text.toUpperCase()) return byFunctionWords(words) ?? byLetters(words)
  return (
    byFunctionWords(words.filter(({place}) => place !== 'name')) ??
    byLetters(words.filter(({place}) => place === 'running'))
  )
}

const commonWelsh = /\b(?:y|yr|yn|ac|ei|eu|mae|oedd|roedd|wedi|fod|gan|cyn|wrth)\b|['’‘ʼ][rnwu]\b/i
const commonEnglish = /\b(?:the|and|of|was|that|she|his|had|with|for|they|were)\b/gi
const plainlyEnough = 3

/** Most blocks of an English report end here, which halves the time and more. */
function isPlainlyEnglish(text: string): boolean {
  if (commonWelsh.test(text)) return false
  let seen = 0
  for (const _ of text.matchAll(commonEnglish)) if (++seen === plainlyEnough) return true
  return false
}

/** Only decomposed text costs a copy: nearly every report is composed already. */
const inNfc = (text: string) => (/[\u0300-\u036f]/.test(text) ? text.normalize('NFC') : text)

interface Word {
  /** Lower case, without what follows an apostrophe. */
  readonly value: string
  readonly vote: Language | undefined
  /** A capital that opens a sentence may be a name: it votes, but its letters are not counted. */
  readonly place: 'running' | 'opening' | 'name'
}

const wordPattern = /[a-zÀ-ɏḀ-ỿ]+(?:['’‘ʼ-][a-zÀ-ɏḀ-ỿ]+)*/gi

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let previous = ''
  for (const {0: surface, index} of text.matchAll(wordPattern)) {
    const value = surface.toLowerCase()
    const apostrophe = value.search(/['’‘ʼ]/)
    const isWhole = apostrophe < 0
    words.push({
      value: isWhole ? value : value.slice(0, apostrophe),
      vote: isWhole ? votes.get(value) : clitics.get(value.slice(apostrophe + 1)),
      place: placeOf(surface, index, previous, text),
    })
    previous = surface
  }
  return words
}

function placeOf(surface: string, start: number, previous: string, text: string): Word['place'] {
  const isCapital = startsWithCapital(surface)
  if (isCapital) return opensSentence(text, start) ? 'opening' : 'name'
  const joinsNames = nameParticles.has(surface) && startsWithCapital(previous)
  return joinsNames && startsWithCapital(text.slice(start + surface.length + 1))
    ? 'name'
    : 'running'
}

/** Inside names: Heol y Felin, Rhys ap Dafydd, Pen-y-bont ar Ogwr. */
const nameParticles = new Set(['y', 'yr', 'ap', 'ab', 'ar', 'ferch'])

const startsWithCapital = (text: string) => /^[A-ZÀ-ÖØ-ÞŴŶ]/.test(text)

const opensSentence = (text: string, start: number) =>
  /(?:^|[.!?:;"“‘(\d])\s*$/.test(text.slice(Math.max(0, start - 4), start))

/** The larger vote, if it leads by two and the smaller is not more than half of it. */
function byFunctionWords(words: readonly Word[]): Language | undefined {
  let english = 0
  let welsh = 0
  for (const {vote} of words) {
    if (vote === 'en') english++
    if (vote === 'cy') welsh++
  }
  if (Math.abs(english - welsh) < 2) return undefined
  if (english >= welsh * 2) return 'en'
  return welsh >= english * 2 ? 'cy' : undefined
}

const weights: ReadonlyMap<string, number> = new Map(
  trigramWeights.flatMap(([weight, trigrams]) =>
    Array.from({length: trigrams.length / 3}, (_, index) => {
      return [trigrams.slice(index * 3, index * 3 + 3), weight] as const
    }),
  ),
)

/** A function word weighs as much as a few strong trigrams: "Mae kicked Cai" stays English. */
const voteWeight = 12

/** A letter that Welsh spells no word with. */
const foreignLetter = /[kqvxz]/
const foreignWeight = 8

/** Mean weight of a trigram below which nothing is decided. */
const leastMargin = 0.4

function byLetters(words: readonly Word[]): Language | undefined {
  let sum = 0
  let count = 0
  for (const {value, vote} of words) {
    if (vote !== undefined) sum += vote === 'cy' ? voteWeight : -voteWeight
    if (foreignLetter.test(value)) sum -= foreignWeight
    const padded = ` ${value} `
    for (let start = 0; start + 3 <= padded.length; start++) {
      sum += weights.get(padded.slice(start, start + 3)) ?? 0
      count++
    }
  }
  if (Math.abs(sum) < leastMargin * count) return undefined
  // "What [B] does": one word is too little to leave a passage unchecked.
  if (sum > 0) return words.length > 1 ? 'cy' : undefined
  return 'en'
}
