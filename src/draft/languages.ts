import {languageOf} from '../core/language.ts'
import type {Language} from '../core/types.ts'
import {generations} from './generations.ts'

/** The language of each block, asked once for as long as the text has it. */
export function knownLanguages() {
  const known = generations<{readonly language: Language | undefined}>()
  return {
    of: (text: string): Language | undefined => {
      const before = known.get(text)
      if (before) return before.language
      const language = languageOf(text)
      known.set(text, {language})
      return language
    },
    turn: known.turn,
  }
}
