import type {PhrasingContent, Root} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {toMarkdown} from 'mdast-util-to-markdown'
import {loggable, printable} from './printable.ts'

/** Markdown in which no text of a tree is markup, nor a command to a build server that shows it. */
export const toGfm = (root: Root): string =>
  toMarkdown(root, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    extensions: [gfmToMarkdown({tablePipeAlign: false})],
    unsafe: [{character: ':', after: ':', inConstruct: 'phrasing'}],
  })

/** One line of text that stays text. */
export const textNode = (value: string): PhrasingContent => ({
  type: 'text',
  value: unlinked(printable(value)),
})

/** One line as it stands: sites look for nothing in it. */
export const codeNode = (value: string): PhrasingContent => ({
  type: 'inlineCode',
  value: loggable(value),
})

// Sites look for addresses, mentions and numbers of issues in text that is rendered already, where no escape can hold
// them back; a word joiner, which nobody sees, can.
const unlinked = (text: string): string =>
  text.replace(
    /(?<=www)(?=\.)|(?<=:)(?=\/\/)|(?<=@)(?=[\p{L}\p{N}])|(?<=[#!])(?=\d)|(?<=\bGH)(?=-\d)/giu,
    '\u2060',
  )
