import {type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter} from 'parse5'
import {files} from '../../core/catalogue/files.ts'
import {limits} from '../../core/limits.ts'
import {refuse} from '../refuse.ts'

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode

/**
 * The nodes of a page, each with its place in `source`. A ReadError while the tree is still growing:
 * what a tag opens is known to the parser alone, and its time grows with the square of some mistakes.
 */
export function parseHtml(source: string, name: string): readonly HtmlNode[] {
  const treeAdapter = countingAdapter(name)
  return parse(source, {sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter})
    .childNodes
}

/** Siblings and attributes that are looked through to mend misplaced tags. */
const mostSearched = 50_000_000

function countingAdapter(name: string): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  const adapter = defaultTreeAdapter
  let nodes = 0
  let open = 0
  let searched = 0
  const count = () => {
    if (++nodes > limits.maxElements) refuse(name, files.html.tooManyElements(limits.maxElements))
  }
  const search = (items: readonly unknown[] | undefined) => {
    searched += items?.length ?? 0
    if (searched > mostSearched) refuse(name, files.html.tooTangled)
  }
  return {
    ...adapter,
    createElement: (tag, namespace, attributes) => {
      count()
      return adapter.createElement(tag, namespace, attributes)
    },
    createCommentNode: (data) => {
      count()
      return adapter.createCommentNode(data)
    },
    onItemPush: () => {
      if (++open > limits.maxNesting) refuse(name, files.html.tooDeep(limits.maxNesting))
    },
    onItemPop: () => {
      open--
    },
    insertBefore: (parent, node, next) => {
      search(parent.childNodes)
      adapter.insertBefore(parent, node, next)
    },
    insertTextBefore: (parent, text, next) => {
      search(parent.childNodes)
      adapter.insertTextBefore(parent, text, next)
    },
    detachNode: (node) => {
      search('parentNode' in node ? node.parentNode?.childNodes : [])
      adapter.detachNode(node)
    },
    adoptAttributes: (recipient, attributes) => {
      search(recipient.attrs)
      adapter.adoptAttributes(recipient, attributes)
    },
  }
}

export const hasText = (element: HtmlElement): boolean => {
  for (const text of textsIn(element)) if (text.trim() !== '') return true
  return false
}

/** All text inside, read or not. */
export const textOf = (element: HtmlElement): string => [...textsIn(element)].join('')

function* textsIn(element: HtmlElement): Generator<string> {
  for (const node of element.childNodes) {
    if (defaultTreeAdapter.isTextNode(node)) yield node.value
    else if (defaultTreeAdapter.isElementNode(node)) yield* textsIn(node)
  }
}
