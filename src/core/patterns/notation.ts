import type {Role} from '../types.ts'

/** Whom a slot accepts: one role, any adult of the case, or any person of the case. */
export type SlotRole = Exclude<Role, 'other'> | 'adult' | 'party'

/** One pattern, parsed. `word` stands for all forms of its word (`tight`: joined to the one before), `exact` for itself. */
export type Item =
  | {readonly kind: 'word'; readonly word: string; readonly tight?: boolean}
  | {readonly kind: 'exact'; readonly word: string}
  | {readonly kind: 'list'; readonly name: string}
  | {readonly kind: 'slot'; readonly role: SlotRole; readonly possessive: boolean}
  | {readonly kind: 'gap'}
  | {readonly kind: 'group'; readonly alternatives: readonly Sequence[]; readonly optional: boolean}
export type Sequence = readonly Item[]

/** Thrown with the problem only; whoever knows the file and the field adds them. */
export class NotationError extends Error {
  override readonly name = 'NotationError'
}

const slotRoles: ReadonlySet<string> = new Set([
  'perpetrator',
  'survivor',
  'child',
  'adult',
  'party',
])
const isSlotRole = (value: string): value is SlotRole => slotRoles.has(value)

const maxDepth = 2
const tokenShape =
  /\.\.\.|…|['’]s(?![\p{L}])|<[^<>\s]*>|\{[^{}]*\}(?:['’]s)?|[()[\]|]|=?[\p{L}\p{N}][\p{L}\p{N}'’‑/&.-]*|\s+|./gu

/** `(fail|failure) ... to protect` → items; a hyphen after a group, as in `(short|hot)-tempered`, reads as a space. Throws NotationError. */
export function parsePattern(pattern: string): Sequence {
  const tokens = [...pattern.matchAll(tokenShape)]
    .map(([token]) => token)
    .filter((token) => token.trim() !== '' && token !== '-')
  const reader = {tokens, at: 0}
  const sequence = readSequence(reader, 0)
  if (reader.at < tokens.length)
    throw new NotationError(`has a “${tokens[reader.at]}” that nothing opens`)
  if (sequence.length === 0) throw new NotationError('is empty')
  if (sequence[0]?.kind === 'gap' || sequence.at(-1)?.kind === 'gap') {
    throw new NotationError('begins or ends with “...”; a gap needs words on both sides')
  }
  if (hasTwoGaps(sequence))
    throw new NotationError('has “... ...”: two gaps side by side; one is enough')
  return sequence
}

const hasTwoGaps = (sequence: Sequence): boolean =>
  sequence.some((item, index) => item.kind === 'gap' && sequence[index + 1]?.kind === 'gap')

interface Reader {
  readonly tokens: readonly string[]
  at: number
}

function readSequence(reader: Reader, depth: number): Sequence {
  const items: Item[] = []
  for (
    let token = reader.tokens[reader.at];
    token !== undefined;
    token = reader.tokens[reader.at]
  ) {
    if (token === '|' || token === ')' || token === ']') break
    reader.at++
    items.push(token === '(' || token === '[' ? readGroup(reader, token, depth + 1) : toItem(token))
  }
  return items
}

function readGroup(reader: Reader, open: '(' | '[', depth: number): Item {
  if (depth > maxDepth)
    throw new NotationError('nests groups deeper than two; make a list of the inner one')
  const close = open === '(' ? ')' : ']'
  const alternatives = [readSequence(reader, depth)]
  while (reader.tokens[reader.at] === '|') {
    reader.at++
    alternatives.push(readSequence(reader, depth))
  }
  if (reader.tokens[reader.at] !== close)
    throw new NotationError(`opens “${open}” and does not close it`)
  reader.at++
  if (alternatives.some((sequence) => sequence.length === 0)) {
    throw new NotationError('has an empty alternative; write [a|b] for words that may be absent')
  }
  const owns = /^['’]s$/.test(reader.tokens[reader.at] ?? '')
  if (owns) reader.at++
  return {
    kind: 'group',
    alternatives: owns ? alternatives.map(asOwner) : alternatives,
    optional: open === '[',
  }
}

/** `(mother|{adult})’s`: the last slot of each alternative is its possessive; a word's own mark does not count. */
function asOwner(sequence: Sequence): Sequence {
  const last = sequence.at(-1)
  return last?.kind === 'slot' ? [...sequence.slice(0, -1), {...last, possessive: true}] : sequence
}

function toItem(token: string): Item {
  if (/^['’]s$/.test(token))
    throw new NotationError('has a possessive mark that follows no word; write {role}’s or (a|b)’s')
  if (token === '...' || token === '…') return {kind: 'gap'}
  if (token.startsWith('<')) return toList(token)
  if (token.startsWith('{')) return toSlot(token)
  if (token.startsWith('=') && token.length > 1) return {kind: 'exact', word: token.slice(1)}
  if (!/[\p{L}\p{N}]/u.test(token))
    throw new NotationError(`has a sign that means nothing here: “${token}”`)
  return {kind: 'word', word: token}
}

function toList(token: string): Item {
  const name = token.slice(1, -1)
  if (name === '') throw new NotationError('has a list without a name: “<>”')
  return {kind: 'list', name}
}

function toSlot(token: string): Item {
  const possessive = /['’]s$/.test(token)
  const role = token.slice(1, token.indexOf('}')).trim()
  if (!isSlotRole(role)) {
    throw new NotationError(
      `has an unknown slot “{${role}}”; known slots: ${[...slotRoles].join(', ')}`,
    )
  }
  return {kind: 'slot', role, possessive}
}
