import type {Finding, Range, SourceDocument} from '../../../src/core/types.ts'

/** What a rule might say of the words at a range. */
export function findingAt(
  document: SourceDocument,
  range: Range,
  more: Partial<Finding> = {},
): Finding {
  const block = document.blocks.find(
    ({range: own}) => own.start <= range.start && range.end <= own.end,
  )
  return {
    range,
    actual: document.text.slice(range.start, range.end),
    label: block?.label ?? '',
    section: [],
    fingerprint: '0123456789abcdef',
    ruleId: 'no-owner',
    category: 'agent-hiding',
    severity: 'warning',
    message: 'Leaves out who did it.',
    why: 'The reader cannot tell.',
    ask: 'Who did what?',
    frames: [],
    replacements: [],
    lenses: [],
    sources: [],
    voice: 'author',
    ...more,
  }
}

/** The first place of words in a document. */
export function findingOf(document: SourceDocument, words: string, more: Partial<Finding> = {}) {
  const start = document.text.indexOf(words)
  if (start < 0) throw new Error(`Expected “${words}” in the document`)
  return findingAt(document, {start, end: start + words.length}, more)
}
