import type {CommentDraft} from './comment-text.ts'

/**
 * What a rule that does not only ask offers to write in place of the author's own words; nobody
 * else's are ever changed.
 * @param words as they stand at this place of the finding
 */
export function replacementOf({finding}: CommentDraft, words: string): string | undefined {
  const {severity, voice, replacements, actual} = finding
  const [replacement = ''] = replacements
  if (severity === 'question' || voice !== 'author' || replacement === '' || replacement === words)
    return undefined
  if (startsLarge(words)) return replacement.charAt(0).toUpperCase() + replacement.slice(1)
  // At another place the words began a sentence: nobody can tell a name from that.
  return startsLarge(actual) ? undefined : replacement
}

const startsLarge = (text: string) => /^\p{Lu}/u.test(text)
