import {fingerprintOf} from '../core/fingerprint.ts'
import type {Entry} from '../core/pipeline/analysis.ts'
import type {Block, Party, Range} from '../core/types.ts'
import {isSameList} from '../lint/draw-up.ts'
import type {Found, Memory} from '../lint/memory.ts'
import {type Generations, generations} from './generations.ts'
import {rememberingSigns} from './remember-signs.ts'
import {areSameDetails} from './same-details.ts'

/** A memory that goes from run to run, and forgets what the present text no longer has. */
export interface Remembering extends Memory {
  /** Before each run: `blocks` says how many the text has. */
  readonly begin: (blocks: number) => void
  /** After a run that came to its end. */
  readonly end: () => void
}

/** What one block gave on one entry. */
interface Kept {
  readonly block: Block
  readonly entry: Entry
  readonly found: Found
  /** The run that last asked for it. */
  run: number
}

/** For runs of one processor and context. */
export function remembering(): Remembering {
  const blocks = rememberingBlocks()
  const signs = rememberingSigns()
  const looks = generations<readonly Range[]>()
  const hashes = generations<string[]>()
  const all: readonly Pick<Generations<unknown>, 'turn'>[] = [blocks, signs, looks, hashes]
  const turn = () => {
    for (const each of all) each.turn()
  }
  return {
    find: blocks.find,
    keep: blocks.keep,
    ...signs.memory,
    sameRoles: sameAsBefore(areSameRoles),
    look: (block, look) => {
      const known = looks.get(block.text)
      if (known) return known
      const looked = look()
      looks.set(block.text, looked)
      return looked
    },
    fingerprint: (draft, ordinal) => {
      const known = hashes.get(draft) ?? []
      if (known.length === 0) hashes.set(draft, known)
      const hash = known[ordinal] ?? fingerprintOf(draft, ordinal)
      known[ordinal] = hash
      return hash
    },
    begin: (number) => {
      // Runs that were given up leave what they found, but not without end.
      if (blocks.fresh() > 2 * number + 1000) turn()
    },
    end: turn,
  }
}

/** Gives what it gave the last time for as long as that is like what it is given. */
function sameAsBefore<Value>(areAlike: (one: Value, other: Value) => boolean) {
  let last: Value | undefined
  return (value: Value): Value => {
    if (last === undefined || !areAlike(last, value)) last = value
    return last
  }
}

const areSameRoles = (some: readonly Party[], others: readonly Party[]) =>
  some.length === others.length &&
  some.every(({name, role}, index) => name === others[index]?.name && role === others[index].role)

/** What the blocks of one text gave. */
interface Alike {
  readonly all: readonly Kept[]
  /** Where the next search begins: they are asked for in their order, and headings and lines of forms are many. */
  next: number
}

function rememberingBlocks() {
  const texts = generations<Alike>()
  let run = 0
  let fresh = 0
  return {
    find: (block: Block, entry: Entry): Found | undefined => {
      const alike = texts.get(block.text)
      const kept = alike && findFrom(alike, block, entry)
      if (kept) kept.run = run
      return kept?.found
    },
    keep: (block: Block, entry: Entry, found: Found) => {
      const others = texts.get(block.text)?.all ?? []
      const asked = others.filter((each) => each.run >= run - 1)
      texts.set(block.text, {all: [...asked, {block, entry, found, run}], next: 0})
      fresh++
    },
    turn: () => {
      texts.turn()
      run++
      fresh = 0
    },
    fresh: () => fresh,
  }
}

function findFrom(alike: Alike, block: Block, entry: Entry): Kept | undefined {
  const {all, next} = alike
  for (let tried = 0; tried < all.length; tried++) {
    const index = (next + tried) % all.length
    const kept = all[index]
    if (!kept || !isSameBlock(kept.block, block) || !isSameEntry(kept.entry, entry)) continue
    alike.next = index + 1
    return kept
  }
  return undefined
}

/** Alike in all that a check looks at. The label is only shown, and put there anew. */
function isSameBlock(one: Block, other: Block): boolean {
  return (
    one.kind === other.kind &&
    one.language === other.language &&
    one.continues === other.continues &&
    isSameList(one.section, other.section) &&
    areSameRanges(one.fields ?? [], other.fields ?? [])
  )
}

const areSameRanges = (some: readonly Range[], others: readonly Range[]) =>
  some.length === others.length &&
  some.every(({start, end}, index) => start === others[index]?.start && end === others[index].end)

function isSameEntry(one: Entry, other: Entry): boolean {
  return (
    one.abuseRaised === other.abuseRaised &&
    one.openQuotation === other.openQuotation &&
    one.actor === other.actor &&
    one.isWhole === other.isWhole &&
    areSameDetails(one.details, other.details)
  )
}
