import type {KnownDetail} from '../core/pipeline/analysis.ts'
import type {Range} from '../core/types.ts'
import {placesOf, toSign} from '../core/withheld.ts'
import {isSameList} from '../lint/draw-up.ts'
import {hider, type Memory} from '../lint/memory.ts'
import {generations} from './generations.ts'
import {findingAgain} from './places-again.ts'
import {areSameDetails} from './same-details.ts'

/** What is known of the words of private details, for as long as they stay the same. */
export function rememberingSigns() {
  const known = keptSign()
  const all = keptSign()
  const holding = generations<readonly Range[]>()
  const hidden = generations<string>()
  const placesIn = findingAgain()
  let kept: readonly KnownDetail[] = []
  const memory: Pick<Memory, 'sameDetails' | 'finder' | 'signs'> = {
    sameDetails: (details) => {
      if (!areSameDetails(kept, details)) kept = details
      return kept
    },
    finder: (words) => {
      const {sign, isNew} = known(words)
      if (isNew) holding.clear()
      return sign && ((text) => remembered(holding, text, () => placesOf(sign, text)))
    },
    signs: (text, words) => {
      const {sign, isNew} = all(words)
      if (isNew) hidden.clear()
      const hide = hider(sign)
      return {
        places: sign ? placesIn(sign, text, words) : [],
        hide: (other) => (sign ? remembered(hidden, other, () => hide(other)) : other),
      }
    },
  }
  return {
    memory,
    turn: () => {
      holding.turn()
      hidden.turn()
    },
  }
}

/** The same expression for the same words. */
function keptSign() {
  let last: {readonly words: readonly string[]; readonly sign: RegExp | undefined} | undefined
  return (words: readonly string[]) => {
    if (last && isSameList(last.words, words)) return {sign: last.sign, isNew: false}
    last = {words, sign: toSign(words)}
    return {sign: last.sign, isNew: true}
  }
}

function remembered<Value>(
  {get, set}: Pick<ReturnType<typeof generations<Value>>, 'get' | 'set'>,
  key: string,
  make: () => Value,
): Value {
  const known = get(key)
  if (known !== undefined) return known
  const made = make()
  set(key, made)
  return made
}
