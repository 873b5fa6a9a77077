import type {Nodes, Paragraph, Root, Sentence, SentenceContent, Word} from 'nlcst'
import {toString as textOf} from 'nlcst-to-string'

/** Before a name or a number these end in a stop that ends no sentence. */
const abbreviations = new Set(
  'mr mrs ms mx dr prof st rev hon cllr insp sgt supt messrs para paras s ss r rr sch art arts reg regs pt p pp no nos v vs cf ref tel ext eg ie approx dept est inc ltd co'.split(
    ' ',
  ),
)
const isAbbreviation = (word: string) =>
  abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word) || /^(?:e\.g|i\.e)$/i.test(word)

/**
 * Sentences where parse-english is wrong about reports: "aged 9. She", "moved back in. The",
 * "EWCA Civ 448. It", "para. 14", "Cllr. Jones". The only step that changes the tree.
 */
export function repairSentences() {
  return (tree: Root): undefined => {
    for (const node of tree.children) if (node.type === 'ParagraphNode') repairParagraph(node)
  }
}

function repairParagraph(paragraph: Paragraph) {
  const joined = paragraph.children.some(
    (node) => node.type === 'SentenceNode' && endsInAbbreviation(node),
  )
    ? joinSentences(paragraph.children)
    : paragraph.children
  paragraph.children = joined.flatMap((node, index) =>
    node.type === 'SentenceNode' && node.children.some(keepsStop)
      ? splitSentence(node, index === 0)
      : [node],
  )
}

/** A word that kept a stop: most sentences have none, and need no look. */
function keepsStop(node: SentenceContent): boolean {
  if (node.type !== 'WordNode') return false
  const last = node.children.at(-1)
  return node.children.length > 1 && last?.type === 'PunctuationNode' && last.value === '.'
}

type ParagraphChild = Paragraph['children'][number]

/** "See para. | 14": the first sentence ends in an abbreviation, so the second belongs to it. */
function joinSentences(children: readonly ParagraphChild[]): ParagraphChild[] {
  const joined: ParagraphChild[] = []
  for (const node of children) {
    const [before, space] = [joined.at(-2), joined.at(-1)]
    if (
      node.type === 'SentenceNode' &&
      before?.type === 'SentenceNode' &&
      space?.type === 'WhiteSpaceNode' &&
      endsInAbbreviation(before)
    ) {
      joined.splice(-2, 2, toSentence([...before.children, space, ...node.children]))
    } else joined.push(node)
  }
  return joined
}

function endsInAbbreviation({children}: Sentence): boolean {
  const [word, stop] = [children.at(-2), children.at(-1)]
  return (
    stop?.type === 'PunctuationNode' &&
    stop.value === '.' &&
    word?.type === 'WordNode' &&
    isAbbreviation(textOf(word))
  )
}

/** "moved back in. | The mother": a word that kept the stop which ends its sentence. */
function splitSentence({children}: Sentence, isFirst: boolean): ParagraphChild[] {
  const parts: ParagraphChild[] = []
  let current: SentenceContent[] = []
  for (const [index, node] of children.entries()) {
    const isParagraphNumber = isFirst && parts.length === 0 && current.length === 0
    if (node.type === 'WordNode' && !isParagraphNumber && endsSentence(node, children, index)) {
      parts.push(toSentence([...current, ...withoutStop(node)]))
      current = []
    } else if (node.type === 'WhiteSpaceNode' && current.length === 0 && parts.length > 0)
      parts.push(node)
    else current.push(node)
  }
  if (current.length > 0) parts.push(toSentence(current))
  return parts
}

function endsSentence(node: Word, children: readonly SentenceContent[], index: number): boolean {
  if (!keepsStop(node)) return false
  const word = textOf(node).slice(0, -1)
  const [space, next] = [children[index + 1], children[index + 2]]
  if (space?.type !== 'WhiteSpaceNode' || !next || !/^[\p{Lu}“‘"[(]/u.test(textOf(next)))
    return false
  return !isAbbreviation(word)
}

/** The stop becomes a node of its own, as it is after any other last word. */
function withoutStop(node: Word): SentenceContent[] {
  const stop = node.children.at(-1)
  const rest = node.children.slice(0, -1)
  if (stop?.type !== 'PunctuationNode') return [node]
  return [withPosition({...node, children: rest}, rest), stop]
}

const toSentence = (children: SentenceContent[]): Sentence =>
  withPosition({type: 'SentenceNode', children}, children)

function withPosition<T extends Nodes>(node: T, children: readonly Nodes[]): T {
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end]
  return start && end ? {...node, position: {start, end}} : node
}
