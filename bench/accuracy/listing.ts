import type {Finding, SourceDocument} from '../../src/core/types.ts'
import type {Item} from './items.ts'
import type {Outcome} from './outcomes.ts'

/** The outcomes to show: of the work half alone, whatever it is given. */
export const listedOf = (
  outcomes: readonly Outcome<Item>[],
  isWanted: (outcome: Outcome<Item>) => boolean,
): Outcome<Item>[] => outcomes.filter((each) => each.item.half === 'work' && isWanted(each))

/** The sentence with its label, then what was said about it. */
export const showOutcome = ({item, told, asked}: Outcome): string =>
  [
    item.flag
      ? `${item.category.join(',')} | ${item.text} | ${item.span.join(' ; ')}`
      : `ok | ${item.text} | ${item.why}`,
    ...[...told, ...asked].map(
      ({ruleId, actual, severity}) => `      ${severity} ${ruleId} “${actual}”`,
    ),
  ].join('\n')

/** What a person has to read to judge a finding: from stop to stop, within its block. */
export function sentenceAround({text, blocks}: SourceDocument, {range}: Finding): string {
  const block = blocks.find(
    (each) => each.range.start <= range.start && range.end <= each.range.end,
  )
  const {start, end} = block?.range ?? range
  const before = text.slice(start, range.start).split(stop).at(-1) ?? ''
  const [after = ''] = text.slice(range.end, end).split(stop)
  return `${before}${text.slice(range.start, range.end)}${after}`.replaceAll(/\s+/g, ' ')
}

/** The space after a sentence, and not after a title. */
const stop = /(?<=(?<!\b(?:Mrs?|Ms|Dr|St))[.!?]["”’']?)\s/
