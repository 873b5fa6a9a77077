import type {Root} from 'nlcst'
import type {VFile} from 'vfile'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import {analysisOf, type Mention, type Sentence, type Tag, type Word} from './analysis.ts'

/** Parts of speech for the sentences that ask for them. */
export function tagWords() {
  return (_tree: Root, file: VFile): undefined => {
    for (const sentence of analysisOf(file).sentences) {
      let tags: readonly Tag[] | undefined
      sentence.tags = () => {
        tags ??= tagSentence(sentence)
        return tags
      }
    }
  }
}

/** Loading takes about 0.1 s, so it waits for the first sentence that needs it. */
let loaded: ((text: string) => readonly string[]) | undefined

function tagger() {
  if (loaded) return loaded
  const nlp = winkNLP(model, ['sbd', 'pos'])
  loaded = (text) => nlp.readDoc(text).tokens().out(nlp.its.pos)
  return loaded
}

/**
 * Each mention goes to the tagger as one pronoun, or "Cai" becomes *can* and "Ms Rees claims" a noun;
 * every other word goes as one plain token, so that the answer maps back by counting.
 */
function tagSentence({words, mentions}: Sentence): readonly Tag[] {
  const sent: string[] = []
  const tokenOf: number[] = []
  const mentionAt = new Map(mentions.map((mention) => [mention.start, mention]))
  for (let at = 0; at < words.length; ) {
    const mention = mentionAt.get(at)
    if (/[,;:()–—]/.test(words[at]?.before ?? '') && sent.length > 0) sent.push(',')
    const end = mention && mention.end > at ? mention.end : at + 1
    for (let word = at; word < end; word++) tokenOf[word] = sent.length
    sent.push(mention ? standIn(mention) : plainToken(words[at]))
    at = end
  }
  sent.push('.')
  const together = tagger()(sent.join(' '))
  // Should the tagger cut a word in two, counting fails: then word by word.
  const tags = together.length === sent.length ? together : sent.map((token) => tagger()(token)[0])
  return words.map((_, at) => toTag(tags[tokenOf[at] ?? 0]))
}

function standIn({possessive, plural, kind}: Mention): string {
  if (kind === 'relative-pronoun') return 'who'
  if (possessive) return 'their'
  return plural ? 'they' : 'she'
}

/** One token whatever the tagger's own rules for hyphens, numbers and clitics. */
function plainToken(word: Word | undefined): string {
  if (!word) return 'it'
  if (word.norm === "'s" || word.norm === "'re" || word.norm === "'m") return 'is'
  if (word.norm === "'d") return 'would'
  if (word.norm === "'ll") return 'will'
  if (word.norm === "'ve") return 'have'
  if (/^(?:a|i|[a-z]{2,})$/.test(word.norm)) return word.norm
  return /\d/.test(word.norm) ? '5' : 'it'
}

const known: ReadonlySet<string> = new Set([
  'NOUN',
  'PROPN',
  'VERB',
  'AUX',
  'ADJ',
  'ADV',
  'PRON',
  'DET',
  'ADP',
  'CCONJ',
  'SCONJ',
  'PART',
  'NUM',
  'INTJ',
])
const isTag = (value: string | undefined): value is Tag => value !== undefined && known.has(value)
const toTag = (value: string | undefined): Tag => (isTag(value) ? value : 'OTHER')
