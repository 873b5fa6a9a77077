import {utf8ToBytes} from '@noble/hashes/utils.js'
import type {SourceDocument} from '../core/types.ts'
import {readHtml, readMarkdown, readText} from '../readers/index.ts'
import {apart} from './generations.ts'
import type {DraftOptions} from './index.ts'

const readers = {html: readHtml, markdown: readMarkdown, text: readText} as const

/**
 * The whole text read as its bytes would be. @throws {ReadError}
 * None of its blocks keeps the whole text alive, since what is found in them is kept for longer.
 */
export function readWhole(
  text: string,
  {name, format, isTemplate = false}: DraftOptions,
): SourceDocument {
  const document = readers[format](utf8ToBytes(text), name, {isTemplate})
  const sections = new Map<readonly string[], readonly string[]>()
  const sectionOf = (section: readonly string[]) => {
    const own = sections.get(section) ?? section.map(apart)
    sections.set(section, own)
    return own
  }
  const blocks = document.blocks.map((block) => ({
    ...block,
    text: apart(block.text),
    section: sectionOf(block.section),
    label: apart(block.label),
  }))
  return {...document, blocks}
}
