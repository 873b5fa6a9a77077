import type {Root, RootContent} from 'mdast'

/** Whether a part of a file may end inside something that goes on after a blank line. In doubt it does. */
export function isOpen({children}: Root, source: string): boolean {
  const last = children.at(-1)
  if (last?.type === 'html') return isOpenHtml(last.value.trimStart())
  return last?.type === 'code' && isOpenFence(sourceOf(last, source))
}

const sourceOf = ({position}: RootContent, source: string) =>
  source.slice(position?.start.offset, position?.end.offset)

/** Comments end where they say so; a tag’s block ends with a blank line, but for those that hold other languages. */
function isOpenHtml(html: string): boolean {
  if (html.startsWith('<!--')) return !html.slice(4).includes('-->')
  return /^<(?:[!?]|(?:script|pre|style|textarea)(?![a-z]))/i.test(html)
}

/** Code that is indented ends before a line that is not. */
function isOpenFence(code: string): boolean {
  const opening = /^ *(`{3,}|~{3,})/.exec(code)?.[1]
  if (opening === undefined) return false
  const closing = /[\r\n] {0,3}(`{3,}|~{3,})[ \t]*$/.exec(code)?.[1]
  return closing === undefined || closing[0] !== opening[0] || closing.length < opening.length
}

/** What links and notes elsewhere in the file may refer to: "the note" for a link, "^1" for a footnote. */
export function definitionsIn({children}: {readonly children: readonly RootContent[]}): string[] {
  return children.flatMap((node) => {
    if (node.type === 'definition') return [node.identifier]
    const own = node.type === 'footnoteDefinition' ? [`^${node.identifier}`] : []
    const isFlow =
      node.type === 'footnoteDefinition' || node.type === 'blockquote' || node.type === 'list'
    if (!isFlow) return own
    const inner = node.type === 'list' ? node.children.flatMap(definitionsIn) : definitionsIn(node)
    return [...own, ...inner]
  })
}
