import type {List, Paragraph, PhrasingContent, RootContent} from 'mdast'

/** What pages are made of. Escaping is left to the writer of Markdown. */
export const text = (value: string): PhrasingContent => ({type: 'text', value})
export const strong = (value: string): PhrasingContent => ({
  type: 'strong',
  children: [text(value)],
})
export const emphasis = (value: string): PhrasingContent => ({
  type: 'emphasis',
  children: [text(value)],
})
export const code = (value: string): PhrasingContent => ({type: 'inlineCode', value})
export const link = (value: string, url: string): PhrasingContent => ({
  type: 'link',
  url,
  children: [text(value)],
})

export const comment = (value: string): RootContent => ({type: 'html', value: `<!-- ${value} -->`})

export const heading = (depth: 1 | 2 | 3, value: string): RootContent => ({
  type: 'heading',
  depth,
  children: [text(value)],
})

export const paragraph = (...children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children,
})

/** A list of lines, or nothing where there is none. */
export const list = (items: readonly (readonly PhrasingContent[])[]): readonly List[] =>
  listOfTexts(items.map((children) => [children]))

/** Patterns as they are written, after a line that says what they are for. */
export const patternList = (opening: string, patterns: readonly string[] = []): RootContent[] =>
  patterns.length === 0
    ? []
    : [paragraph(text(opening)), ...list(patterns.map((pattern) => [code(pattern)]))]

/** A list whose items have several paragraphs each. */
export const listOfTexts = (
  items: readonly (readonly (readonly PhrasingContent[])[])[],
): readonly List[] =>
  items.length === 0
    ? []
    : [
        {
          type: 'list',
          spread: items.some((paragraphs) => paragraphs.length > 1),
          children: items.map((paragraphs) => ({
            type: 'listItem',
            spread: paragraphs.length > 1,
            children: paragraphs.map((children) => paragraph(...children)),
          })),
        },
      ]
