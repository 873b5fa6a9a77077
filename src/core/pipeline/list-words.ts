import type {Root, Sentence as SentenceNode} from 'nlcst'
import type {VFile} from 'vfile'
import {hyphens, normalise} from '../patterns/normalise.ts'
import {stepOf} from '../patterns/stepping.ts'
import type {Range} from '../types.ts'
import {analysisOf, type Sentence, type Word} from './analysis.ts'

/** Ids of the forms that some pattern names. */
export type Vocabulary = ReadonlyMap<string, number>

/** One walk over the tree: flat sentences of words, which every later step reads instead of the tree. */
export function listWords({vocabulary}: {readonly vocabulary: Vocabulary}) {
  return (tree: Root, file: VFile): undefined => {
    const analysis = analysisOf(file)
    const at = {
      text: analysis.block.text,
      origin: analysis.origin,
      masks: analysis.masks,
      vocabulary,
    }
    analysis.sentences = sentenceNodes(tree).map((node) => toSentence(node, at))
  }
}

const sentenceNodes = (tree: Root): SentenceNode[] =>
  tree.children.flatMap((node) => {
    if (node.type === 'SentenceNode') return [node]
    return node.type === 'ParagraphNode'
      ? node.children.filter((child) => child.type === 'SentenceNode')
      : []
  })

interface Surroundings {
  readonly text: string
  readonly origin: number
  readonly masks: readonly Range[]
  readonly vocabulary: Vocabulary
}

function toSentence(node: SentenceNode, surroundings: Surroundings): Sentence {
  const {text, origin} = surroundings
  const range = rangeOf(node, origin)
  const words: Word[] = []
  let from = range.start
  for (const child of node.children) {
    if (child.type !== 'WordNode') continue
    for (const piece of pieces(text, rangeOf(child, origin))) {
      words.push(toWord(piece, from, surroundings))
      from = piece.end
    }
  }
  return {...range, words, mentions: [], tags: () => [], verbs: () => [], voiceOf: () => 'author'}
}

interface Positioned {
  readonly position?:
    | {
        readonly start: {readonly offset?: number | undefined}
        readonly end: {readonly offset?: number | undefined}
      }
    | undefined
}
const rangeOf = ({position}: Positioned, origin: number): Range => ({
  start: (position?.start.offset ?? origin) - origin,
  end: (position?.end.offset ?? origin) - origin,
})

/** How a word counts: the part of it that is compared, and what it is compared as. */
interface Piece extends Range {
  readonly norm: string
  readonly possessive: boolean
}

/** Marks without white space; a hyphen between spaces is a dash. */
const separatorOf = (between: string) => between.replace(/\s-+\s/g, '–').replace(/\s+/g, '')

const plainWord = /^[\p{L}\p{M}\p{N}]+$/u

function pieces(text: string, range: Range): readonly Piece[] {
  const word = text.slice(range.start, range.end)
  if (word.length > 2 && word.endsWith('.'))
    return pieces(text, {start: range.start, end: range.end - 1})
  if (plainWord.test(word) && word.toLowerCase() !== 'cannot')
    return [{...range, norm: normalise(word), possessive: endsInApostrophe(text, range)}]
  return splitAt(word, range.start, hyphens).flatMap((part) => contraction(text, part))
}

/** "the parents’ conflict": the mark stands outside the word. */
const endsInApostrophe = (text: string, {end}: Range) =>
  /^s['’](?=\s+\p{Ll})/u.test(text.slice(end - 1, end + 3))

function splitAt(word: string, offset: number, separator: RegExp): Range[] {
  const parts: Range[] = []
  let start = 0
  for (let at = 0; at <= word.length; at++) {
    if (at < word.length && !separator.test(word.charAt(at))) continue
    if (at > start) parts.push({start: offset + start, end: offset + at})
    start = at + 1
  }
  return parts
}

const afterPronoun = /^(?:i|you|he|she|it|we|they|that|there|here|who|what|where|how|this|let)$/
const unshortened: Readonly<Record<string, string>> = {
  ca: 'can',
  wo: 'will',
  sha: 'shall',
  ai: 'be',
}

/** "didn’t" is did + not, "she’s" she + is; "mother’s" stays one word and a possessive. */
function contraction(text: string, part: Range): readonly Piece[] {
  const norm = normalise(text.slice(part.start, part.end)).replace(/\.$/, '')
  const piece = (start: number, end: number, form: string, possessive = false): Piece => ({
    start,
    end,
    norm: form,
    possessive,
  })
  if (norm === 'cannot')
    return [piece(part.start, part.start + 3, 'can'), piece(part.start + 3, part.end, 'not')]
  const negated = /^(.+)n't$/.exec(norm)
  if (negated?.[1] !== undefined) {
    const cut = part.start + negated[1].length
    return [
      piece(part.start, cut, unshortened[negated[1]] ?? negated[1]),
      piece(cut, part.end, 'not'),
    ]
  }
  const [, head, tail] = /^(.+)('s|'d|'ll|'ve|'re|'m)$/.exec(norm) ?? []
  if (head === undefined || tail === undefined)
    return [piece(part.start, part.end, norm, endsInApostrophe(text, part))]
  if (tail === "'s" && !afterPronoun.test(head)) return [piece(part.start, part.end, head, true)]
  const cut = part.end - tail.length
  return [piece(part.start, cut, head), piece(cut, part.end, tail)]
}

function toWord(
  {start, end, norm, possessive}: Piece,
  from: number,
  {text, masks, vocabulary}: Surroundings,
): Word {
  const written = text.slice(start, end)
  const isCapitals =
    written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase()
  return {
    start,
    end,
    text: written,
    norm,
    form: vocabulary.get(norm) ?? -1,
    exact: isCapitals ? (vocabulary.get(written) ?? -1) : -1,
    before: start - from === 1 ? (text[from] ?? '').trim() : separatorOf(text.slice(from, start)),
    possessive,
    step: stepOf(norm),
    masked: masks.some((mask) => mask.start < end && start < mask.end),
  }
}
