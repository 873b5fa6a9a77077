import type {Root, Sentence as SentenceNode} from 'nlcst'
import type {VFile} from 'vfile'
import {formsOfWords} from '../patterns/form-set.ts'
import {createSplitter, type Piece, type Vocabulary} from '../patterns/split-word.ts'
import type {Range} from '../types.ts'
import {analysisOf, type Sentence, type Word} from './analysis.ts'
import {type Field, fieldsIn, nounOf} from './fields.ts'

/** One walk over the tree: flat sentences of words, which every later step reads instead of the tree. */
export function listWords({vocabulary}: {readonly vocabulary: Vocabulary}) {
  const split = createSplitter(vocabulary)
  return (tree: Root, file: VFile): undefined => {
    const {block, origin, context} = analysisOf(file)
    const fields = context.mode === 'template' ? fieldsIn(block.text, block.fields) : []
    const surroundings = {text: block.text, origin, split, fields}
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
  /** What a template leaves to be filled in; in a report there are none. */
  readonly fields: readonly Field[]
}

/** No sentence of a report is as long; a text without stops comes in pieces, so that its cost stays in proportion. */
const maxWords = 200

function toSentences(node: SentenceNode, surroundings: Surroundings): readonly Sentence[] {
  const range = rangeOf(node, surroundings.origin)
  const plain = wordsOf(node, range.start, surroundings)
  const words = surroundings.fields.length === 0 ? plain : withFields(plain, range, surroundings)
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

/** Each field of a sentence is one word, whatever stands in it; those that only steer the template are none. */
function withFields(words: readonly Word[], range: Range, surroundings: Surroundings): Word[] {
  const {text, fields} = surroundings
  const own = fields.filter(({start}) => start >= range.start && start < range.end)
  const isInside = (word: Word) => own.some(({start, end}) => word.start < end && start < word.end)
  const all = [
    ...words.filter((word) => !isInside(word) && !isEndingOf(own, word, text)),
    ...own.map((field) => toFieldWord(field, surroundings)),
  ].toSorted((a, b) => a.start - b.start)
  let from = range.start
  return all.flatMap((word) => {
    const before = outside(own, text, from, word.start)
    from = word.end
    return word.field === 'control' ? [] : [{...word, before}]
  })
}

/** The "s" of "[Mother]’s". */
const isEndingOf = (fields: readonly Field[], {start, norm}: Word, text: string) =>
  /^['’]?s$/.test(norm) &&
  fields.some(
    ({end}) => end <= start && start <= end + 1 && /^['’]s/.test(text.slice(end, end + 2)),
  )

function toFieldWord(field: Field, {text, split}: Surroundings): Word {
  const {start, end, holds} = field
  const noun = nounOf(field)
  return {
    start,
    end,
    text: text.slice(start, end),
    norm: noun,
    form: split(noun)[0]?.form ?? -1,
    exact: -1,
    before: '',
    possessive: /^['’](?:s|(?=\s))/.test(text.slice(end, end + 2)),
    step: undefined,
    masked: holds === 'thing',
    field: holds,
  }
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

/** What separates two words, without what steers the template between them. */
function outside(fields: readonly Field[], text: string, from: number, to: number): string {
  const control = fields.find(({start, end}) => start >= from && end <= to)
  return control
    ? separatorOf(text, from, control.start) + outside(fields, text, control.end, to)
    : separatorOf(text, from, to)
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
