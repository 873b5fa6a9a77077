import type {BlockFacts, Mention, Sentence} from './analysis.ts'
import type {HarmWords} from './doer.ts'

const isNamed = ({kind, person, members}: Mention) =>
  (kind === 'name' || kind === 'placeholder') && members.length === 0 && person !== 'professional'

/** Who is said, by name, to do harm to whom: what proposed roles rest on. */
export function harmFacts(sentences: readonly Sentence[], harm: HarmWords): BlockFacts['harm'] {
  return sentences
    .filter(
      ({words, mentions}) =>
        mentions.filter(isNamed).length > 1 && words.some(({norm}) => harm.verbs.has(norm)),
    )
    .flatMap((sentence) => harmPairs(sentence, harm))
}

function harmPairs(sentence: Sentence, harm: HarmWords) {
  const {words, mentions} = sentence
  const nameOf = ({start, end}: Mention) =>
    words
      .slice(start, end)
      .map(({text, possessive}) => (possessive ? text.replace(/['’]s?$/, '') : text))
      .join(' ')
  return sentence.verbs().flatMap((verb) => {
    if (verb.negated || !harm.verbs.has(words[verb.head]?.norm ?? '')) return []
    const by = verb.passive ? verb.agent : verb.subject
    const object = mentions.find(({start, possessive}) => start === verb.head + 1 && !possessive)
    const to = verb.passive ? verb.subject : object
    if (
      typeof by !== 'object' ||
      typeof to !== 'object' ||
      !isNamed(by) ||
      !isNamed(to) ||
      by === to
    )
      return []
    return [{by: nameOf(by), to: nameOf(to)}]
  })
}

/** The name of the person last said to do harm in the last sentence, for a list that goes on in the next block. */
export function findActor(sentences: readonly Sentence[], harm: HarmWords): string | undefined {
  const last = sentences.at(-1)
  if (!last?.words.some(({norm}) => harm.verbs.has(norm) || harm.nouns.has(norm))) return undefined
  const actor = last
    .verbs()
    .findLast(
      ({head, passive, subject}) =>
        !passive && typeof subject === 'object' && harm.verbs.has(last.words[head]?.norm ?? ''),
    )?.subject
  return typeof actor === 'object'
    ? last.words
        .slice(actor.start, actor.end)
        .map(({text}) => text)
        .join(' ')
    : undefined
}
