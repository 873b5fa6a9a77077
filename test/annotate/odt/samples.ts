import {escapeText} from '../../../src/annotate/package/escape.ts'
import type {Finding, Range, SourceDocument} from '../../../src/core/types.ts'

/** A finding of a made-up rule at a range. */
export function findingAt({text, blocks}: SourceDocument, range: Range): Finding {
  const block = blocks.find((one) => one.range.start <= range.start && range.end <= one.range.end)
  return {
    ruleId: 'unnamed-doer',
    category: 'hidden-responsibility',
    severity: 'warning',
    message: 'Says what was done & not who did it.',
    why: 'Nobody who reads “it” can tell.',
    ask: 'Who did it?',
    frames: [{status: 'told', text: '___ told me that ___ <did> it.'}],
    replacements: [],
    lenses: ['perpetrator-pattern'],
    sources: [],
    voice: 'author',
    range,
    actual: text.slice(range.start, range.end),
    label: block?.label ?? '',
    section: [],
    fingerprint: '0123456789abcdef',
  }
}

/** Findings at the words, each where it first stands. */
export const findingsAt = (document: SourceDocument, ...words: readonly string[]): Finding[] =>
  words.map((word) => {
    const start = document.text.indexOf(word)
    if (start < 0) throw new Error(`Expected the text to hold “${word}”`)
    return findingAt(document, {start, end: start + word.length})
  })

export const options = {
  author: 'Language check (draft)',
  initials: 'LC',
  date: '2026-02-01T09:00:00Z',
} as const

/** What the comments of a content.xml are about, as its XML has it, without tags. */
export function commentedWords(xml: string): {readonly words: string; readonly comment: string}[] {
  const plain = (part: string) =>
    part
      .replaceAll(/<!\[CDATA\[(.*?)\]\]>/gs, (_, data: string) => escapeText(data))
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
  const asText = (part: string) =>
    plain(
      part
        .replaceAll(/<office:annotation[ >].*?<\/office:annotation>/gs, '')
        .replaceAll(/<text:note .*?<\/text:note>/gs, '')
        .replaceAll(/<text:s\/>/g, ' ')
        .replaceAll(/<text:tab\/>/g, '\t')
        .replaceAll(/<text:line-break\/>/g, '\n'),
    )
  return Array.from(
    xml.matchAll(/<office:annotation[ >](?:(?!<dc:creator>).)*.*?<\/office:annotation>/gs),
    (match) => {
      const name = /office:name="([^"]*)"/.exec(match[0].slice(0, match[0].indexOf('>')))?.[1]
      const from = match.index + match[0].length
      const to =
        name === undefined
          ? from
          : xml.indexOf(`<office:annotation-end office:name="${name}"/>`, from)
      const comment = Array.from(match[0].matchAll(/<text:p[ >].*?<\/text:p>/gs), ([line]) =>
        plain(line),
      )
      return {words: asText(xml.slice(from, Math.max(from, to))), comment: comment.join('\n')}
    },
  )
}
