import {normalise} from '../patterns/normalise.ts'
import type {Party, Status, StatusEntry} from '../types.ts'
import type {Analysis, Sentence} from './analysis.ts'

/** Somebody with authority, or the person, has said that it happened. What is told or recorded decides nothing. */
const decided: ReadonlySet<Status> = new Set(['found', 'admitted', 'convicted', 'cautioned'])

/** The status in force for a sentence: the narrowest declaration; undeclared means undecided. */
export function statusOf({context, block}: Analysis, sentence: Sentence): Status | undefined {
  const text = plain(block.text.slice(sentence.start, sentence.end))
  const applicable = context.status.filter(
    (entry) => isAbout(entry, context.parties, sentence) && applies(entry, block.section, text),
  )
  for (const scope of ['passage', 'section', 'document'] as const) {
    const entry = applicable.findLast(({applies}) => applies === scope)
    if (entry) return entry.value
  }
  return undefined
}

/** True where the declared status is a decision or an admission; undeclared means undecided. */
export function isDecided(analysis: Analysis, sentence: Sentence): boolean {
  const status = statusOf(analysis, sentence)
  return status !== undefined && decided.has(status)
}

const plain = (text: string) => text.split(/\s+/).map(normalise).join(' ')

function applies(
  {applies, where}: StatusEntry,
  section: readonly string[],
  sentence: string,
): boolean {
  if (applies === 'document' || where === undefined) return true
  const wanted = plain(where)
  return applies === 'section'
    ? section.some((heading) => plain(heading).includes(wanted))
    : sentence.includes(wanted)
}

/** A status of one person's behaviour holds where that person is spoken of, by name or by a pronoun that may be theirs. */
function isAbout({person}: StatusEntry, parties: readonly Party[], {mentions}: Sentence): boolean {
  if (person === undefined) return true
  const party = parties.find(({name, aliases}) =>
    [name, ...aliases].some((known) => normalise(known) === normalise(person)),
  )
  if (party === undefined) return true
  const singles = mentions.flatMap((mention) =>
    mention.members.length > 0 ? mention.members : [mention],
  )
  return singles.some(
    (mention) =>
      mention.party === party ||
      (mention.kind === 'pronoun' && mention.role === 'unknown' && mention.person === 'any'),
  )
}
