import {strFromU8, unzipSync} from 'fflate'

/** The text of a part of a package. */
export const partOf = (bytes: Uint8Array, name: string): string =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#8220;': '“',
  '&#x1F600;': '😀',
}

const decode = (text: string) =>
  text.replaceAll('\r\n', '\n').replace(/&[#\w]+;/g, (whole) => entities[whole] ?? whole)

/**
 * What each comment of a document stands around, by its id, as a reader sees it. A second, simple
 * way of reading, for documents of tests: tags and text one after the other, prefix `w:`.
 */
export function anchorsOf(xml: string): Map<string, string> {
  const open = new Map<string, string>()
  const done = new Map<string, string>()
  const hidden: string[] = []
  let isText = false
  let keepsSpace = false
  let text = ''
  for (const [token] of xml.matchAll(/<!\[CDATA\[[\s\S]*?\]\]>|<[^>]*>|[^<]+/g)) {
    const name = /^<\/?([\w:]+)/.exec(token)?.[1]
    const isClosing = token.startsWith('</')
    if (name && /^(w:del|w:moveFrom|w:txbxContent|mc:Fallback|w:instrText)$/.test(name)) {
      if (isClosing) hidden.pop()
      else if (!token.endsWith('/>')) hidden.push(name)
    }
    let shown = signs[name ?? ''] ?? ''
    if (name === 'w:t' && isClosing) shown = keepsSpace ? text : text.trim()
    if (name === 'w:t') {
      isText = !isClosing && !token.endsWith('/>')
      keepsSpace = token.includes('"preserve"')
      text = ''
    }
    if (isText && !name) text += textOf(token)
    const id = /w:id="(\d+)"/.exec(token)?.[1] ?? ''
    if (name === 'w:commentRangeStart') open.set(id, '')
    if (name === 'w:commentRangeEnd') {
      done.set(id, open.get(id) ?? 'never begun')
      open.delete(id)
    }
    if (hidden.length > 0) continue
    for (const [each, before] of open) open.set(each, before + shown)
  }
  return done
}

const textOf = (token: string) =>
  token.startsWith('<![CDATA[') ? token.slice(9, -3) : token.startsWith('<') ? '' : decode(token)

const signs: Readonly<Record<string, string>> = {'w:tab': '\t', 'w:br': '\n'}

/** The words of each comment, a line for each paragraph, by its id. */
export function commentsOf(xml: string): Map<string, string> {
  const comments = [...xml.matchAll(/<w:comment [^>]*w:id="(\d+)"[^>]*>([\s\S]*?)<\/w:comment>/g)]
  return new Map(
    comments.map(([, id = '', content = '']) => [
      id,
      content
        .replaceAll('</w:p>', '\n')
        .replace(/<[^>]*>/g, '')
        .trim()
        .replace(/[\s\S]*/, decode),
    ]),
  )
}

/** A document with our tracked changes refused. */
export const rejected = (xml: string, author: string): string =>
  xml
    .replace(new RegExp(`<w:ins [^>]*w:author="${author}"[^>]*>.*?</w:ins>`, 'gs'), '')
    .replace(new RegExp(`<w:del [^>]*w:author="${author}"[^>]*>(.*?)</w:del>`, 'gs'), (_, inner) =>
      inner.replaceAll('w:delText', 'w:t'),
    )
