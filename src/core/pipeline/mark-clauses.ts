import type {Root} from 'nlcst'
import type {VFile} from 'vfile'
import {analysisOf, type Mention, type Sentence, type VerbGroup} from './analysis.ts'
import type {HarmWords} from './doer.ts'
import {findSubjects} from './subjects.ts'
import {findGroups, type Grammar, grammarOf, isClauseBreak} from './verb-groups.ts'

/** Who does what to whom; negated? passive? by whom? Worked out for the sentences that ask. */
export function markClauses({harm}: {readonly harm: HarmWords}) {
  return (_tree: Root, file: VFile): undefined => {
    for (const sentence of analysisOf(file).sentences) {
      let verbs: readonly VerbGroup[] | undefined
      sentence.verbs = () => {
        verbs ??= verbsOf(sentence, harm.verbs)
        return verbs
      }
    }
  }
}

function verbsOf(sentence: Sentence, harmForms: ReadonlySet<string>): VerbGroup[] {
  const grammar = grammarOf(sentence, harmForms)
  const groups = findGroups(grammar)
  const subjects = findSubjects(grammar, groups)
  return groups.map(({start, head, passive, negated, finite}, index) => ({
    start,
    head,
    passive,
    negated,
    finite,
    subject: subjects[index],
    agent: passive ? agentAfter(grammar, head) : undefined,
  }))
}

/** Nouns after *by* that say where or when, not who: "by the throat", "by June", "by then". */
const noDoer =
  /^(?:throat|neck|hair|arm|arms|wrist|wrists|collar|hand|hands|ankle|ear|shoulder|shoulders|scruff|leg|legs|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|then|now|way|means|virtue|text|phone|email|letter|telephone|message|reason|\d.*)$/

/** The by-phrase: a person, or a thing that did it. Coordinated participles share the last one's. */
function agentAfter(
  {words, mentionOf, tags}: Pick<Grammar, 'words' | 'mentionOf' | 'tags'>,
  head: number,
): Mention | 'thing' | undefined {
  for (let at = head + 1; at < words.length && at <= head + 14; at++) {
    const word = words[at]
    if (!word || isClauseBreak(word)) return undefined
    if (word.norm !== 'by') continue
    const next = at + 1
    // "by Mr Hughes", "by the father", "by a bigger boy"
    const mention =
      mentionOf(next) ??
      mentionOf(next + 1) ??
      (tags[next + 1] === 'ADJ' ? mentionOf(next + 2) : undefined)
    if (mention && !mention.possessive) return mention
    if (mention?.possessive && words[mention.end] && !noDoer.test(words[mention.end]?.norm ?? ''))
      return mention
    const noun = words
      .slice(next, next + 4)
      .find((_, offset) => tags[next + offset] === 'NOUN' || tags[next + offset] === 'PROPN')
    if (noun && !noDoer.test(noun.norm) && !words[next]?.norm.endsWith('ing')) return 'thing'
  }
  return undefined
}
