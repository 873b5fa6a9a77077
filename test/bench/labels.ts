import type {Item, Label} from '../../bench/accuracy/items.ts'
import type {Outcome} from '../../bench/accuracy/outcomes.ts'
import type {Finding} from '../../src/core/types.ts'

/** An invented label; its text is “A flagged text.” or “An innocent text.” unless given. */
export const labelOf = (flag: boolean, more: Partial<Label> = {}): Label => ({
  text: flag ? 'A flagged text.' : 'An innocent text.',
  flag,
  category: flag ? ['VB'] : [],
  span: flag ? ['flagged'] : [],
  why: '',
  ...more,
})

export const itemOf = (label: Label, more: Partial<Item> = {}): Item => ({
  ...label,
  file: 'p1',
  register: 'plain',
  half: 'work',
  ...more,
})

/** A finding of a rule about some words of a text. */
export function findingOf(
  text: string,
  actual: string,
  {ruleId = 'one', category = 'victim-blaming'}: Partial<Finding> = {},
): Finding {
  const start = text.indexOf(actual)
  if (start < 0) throw new Error(`Expected “${actual}” in “${text}”`)
  return {
    ruleId,
    category,
    severity: 'warning',
    range: {start, end: start + actual.length},
    actual,
    message: '',
    why: '',
    ask: '',
    frames: [],
    replacements: [],
    lenses: [],
    sources: [],
    voice: 'author',
    label: 'paragraph 1',
    section: [],
    fingerprint: '',
  }
}

/** A label about whose words these things are told and asked. */
export const saidOf = (
  item: Label,
  told: readonly string[],
  asked: readonly string[] = [],
  more: Partial<Finding> = {},
): Outcome => ({
  item,
  told: told.map((words) => findingOf(item.text, words, more)),
  asked: asked.map((words) => findingOf(item.text, words, more)),
})
