import type {Root, Sentence as SentenceNode} from 'nlcst'
import type {VFile} from 'vfile'
import {formsOfWords} from '../patterns/form-set.ts'
import {createSplitter, type Piece, type Vocabulary} from '../patterns/split-word.ts'
import type {Range} from '../types.ts'
import {analysisOf, type Sentence, type Word} from './analysis.ts'

/** One walk over the tree: flat sentences of words, which every later step reads instead of the tree. */
export function listWords({vocabulary}: {readonly vocabulary: Vocabulary}) {
  const split = createSplitter(vocabulary)
  return (tree: Root, file: VFile): undefined => {
    const {block, origin} = analysisOf(file)
    const surroundings = {text: block.text, origin, split}
    analysisOf(file).sentences = sentenceNodes(tree).flatMap((node) =>
      toSentences(node, surroundings),
    )
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
  readonly split: (written: string) => readonly Piece[]
}

/** No sentence of a report is as long; a text without stops comes in pieces, so that its cost stays in proportion. */
const maxWords = 200

function toSentences(node: SentenceNode, surroundings: Surroundings): readonly Sentence[] {
  const range = rangeOf(node, surroundings.origin)
  const words = wordsOf(node, range.start, surroundings)
  if (words.length <= maxWords) return [toSentence(range, words)]
  const sentences: Sentence[] = []
  for (let from = 0; from < words.length; from += maxWords) {
    const some = words.slice(from, from + maxWords)
    const end = words[from + maxWords]?.start ?? range.end
    sentences.push(toSentence({start: some[0]?.start ?? range.start, end}, some))
  }
  return sentences
}

function wordsOf(node: SentenceNode, start: number, surroundings: Surroundings): Word[] {
  const {text, origin, split} = surroundings
  const words: Word[] = []
  let from = start
  for (const child of node.children) {
    if (child.type !== 'WordNode') continue
    const {start, end} = rangeOf(child, origin)
    for (const piece of split(text.slice(start, end))) {
      words.push(toWord(piece, start, from, surroundings))
      from = start + piece.end
    }
  }
  return words
}

/** A sentence as the later steps find it: nothing known yet but its words. */
const toSentence = (range: Range, words: readonly Word[]): Sentence => ({
  ...range,
  words,
  forms: formsOfWords(words.filter(({form, exact}) => form >= 0 || exact >= 0)),
  mentions: [],
  mentionAt: [],
  matches: new Map(),
  tags: () => [],
  verbs: () => [],
  voiceOf: () => 'author',
})

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

function toWord(piece: Piece, base: number, from: number, {text}: Surroundings): Word {
  const start = base + piece.start
  const end = base + piece.end
  return {
    start,
    end,
    text: piece.text,
    norm: piece.norm,
    form: piece.form,
    exact: piece.exact,
    before: separatorOf(text, from, start),
    possessive: piece.possessive || endsInApostrophe(text, end),
    step: piece.step,
    masked: false,
  }
}

/** Marks without white space; a hyphen between spaces is a dash. */
function separatorOf(text: string, from: number, start: number): string {
  if (start === from) return ''
  if (start - from === 1) return text.charCodeAt(from) === 32 ? '' : text.charAt(from).trim()
  return text
    .slice(from, start)
    .replace(/\s-+\s/g, '–')
    .replace(/\s+/g, '')
}

/** "the parents’ conflict": the mark stands outside the word. */
function endsInApostrophe(text: string, end: number): boolean {
  const mark = text.charCodeAt(end)
  return (
    (mark === 0x27 || mark === 0x2019) &&
    text.charAt(end - 1) === 's' &&
    /^\s+\p{Ll}/u.test(text.slice(end + 1, end + 3))
  )
}
