import {lastAtOrBefore} from './sorted.ts'
import type {AcceptedWording, Finding, Range} from './types.ts'

/**
 * Whether a finding is the wording that an entry accepts, wherever in the report it stands by now: its words are
 * among those of the entry, or it has the entry’s fingerprint, and it stands in the entry’s section.
 * @param text that of the whole document
 */
export function wordingMatcher(
  {words, fingerprint, section}: AcceptedWording,
  text: string,
): (finding: Finding) => boolean {
  const spans = words === undefined ? undefined : spansOf(words, text)
  const starts = spans?.map(({start}) => start) ?? []
  return (finding) => {
    if (fingerprint !== undefined && finding.fingerprint !== fingerprint) return false
    if (section !== undefined && !isInSection(finding, section)) return false
    if (!spans) return true
    const span = spans[lastAtOrBefore(starts, finding.range.start)]
    return !!span && isInside(finding.range, span)
  }
}

const isInside = (inner: Range, {start, end}: Range) => inner.start >= start && inner.end <= end

/** Where the words stand, whatever the space, the quotation marks and the capitals between them. */
function spansOf(words: string, text: string): readonly Range[] {
  const parts = words
    .trim()
    .split(/\s+/)
    .map((part) =>
      part
        .replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
        .replaceAll(/['‘’]/g, "['‘’]")
        .replaceAll(/["“”]/g, '["“”]'),
    )
  return Array.from(text.matchAll(new RegExp(parts.join('\\s+'), 'gi')), ({index, 0: found}) => ({
    start: index,
    end: index + found.length,
  }))
}

/** "4.2 Contact" by its whole heading or its number alone; or the label that findings show, "table 2, row 3". */
function isInSection({label, section}: Finding, asked: string): boolean {
  const wanted = plain(asked)
  return [label, ...section].map(plain).some((name) => {
    if (name === wanted) return true
    return (
      isNumber(wanted) && name.startsWith(wanted) && /^[.):]?\s/.test(name.slice(wanted.length))
    )
  })
}

const isNumber = (text: string) => /^\d+(?:\.\d+)*$/.test(text)

const plain = (text: string) =>
  text.trim().replaceAll(/\s+/g, ' ').replaceAll(/[‘’]/g, "'").toLowerCase()
