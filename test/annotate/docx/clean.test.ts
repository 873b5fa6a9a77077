import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {annotate, clean} from '../../../src/annotate/index.ts'
import {en} from '../../../src/core/catalogue/en.ts'
import type {Finding} from '../../../src/core/types.ts'
import {readDocx} from '../../../src/readers/docx.ts'
import {type Files, filesOf, paragraph, run, zip} from '../../readers/docx/make-docx.ts'
import {anchorsOf, commentsOf, partOf} from './anchors.ts'
import {findingOf} from './findings.ts'

const options = {author: en.annotating.author, initials: 'LC', suggest: true}
const mainName = 'word/document.xml'
const offered = {replacements: ['hit']} as const

function annotated(body: string, words: readonly string[], more: Partial<Finding> = {}): Files {
  const bytes = zip(filesOf({body}))
  const document = readDocx(bytes, 'report.docx')
  const findings = words.map((each) => findingOf(document, each, more))
  return unzipSync(annotate(bytes, document, findings, options).bytes)
}

const textOf = (files: Files, name: string): string => {
  const data = files[name] ?? ''
  return typeof data === 'string' ? data : strFromU8(data)
}

/** As another program saves it: with one part written otherwise. */
const saved = (files: Files, name: string, change: (xml: string) => string): Files => ({
  ...files,
  [name]: change(textOf(files, name)),
})

const aside = (xml: string) => `${xml}<!-- saved -->`

const cleanFiles = (files: Files, author?: string) =>
  clean(zip(files), 'report.docx', author === undefined ? {} : {author})

const body = paragraph(run('He was provoked and they argued.'))

describe('after somebody has saved the file', () => {
  test('our comments go, and all that led to the record', () => {
    const cleaned = cleanFiles(saved(annotated(body, ['provoked', 'argued']), mainName, aside))
    expect(cleaned).toMatchObject({removed: 2, kept: 0, isExact: false})
    expect(
      Object.keys(unzipSync(cleaned.bytes)).filter((name) => name.startsWith('custom')),
    ).toEqual([])
    for (const name of [
      mainName,
      'word/comments.xml',
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
    ]) {
      expect(partOf(cleaned.bytes, name)).not.toMatch(
        /comment(?:Range|Reference)|w:comment |customXml/,
      )
    }
  })

  test('a comment into which somebody wrote stays, with its place', () => {
    const files = annotated(body, ['provoked', 'argued'])
    const written = saved(files, 'word/comments.xml', (xml) =>
      xml.replace('Ask: ', 'I asked him. Ask: '),
    )
    const cleaned = cleanFiles(written)
    expect(cleaned).toMatchObject({removed: 1, kept: 1, isExact: false})
    expect([...anchorsOf(partOf(cleaned.bytes, mainName)).values()]).toEqual(['provoked'])
    expect([...commentsOf(partOf(cleaned.bytes, 'word/comments.xml')).values()][0]).toContain(
      'I asked him.',
    )
  })

  test('a comment that somebody answered stays; what programs keep of the others goes', () => {
    const files = annotated(body, ['provoked', 'argued'])
    let number = 0
    const known = saved(files, 'word/comments.xml', (xml) =>
      xml
        .replace('<w:comments ', '<w:comments xmlns:w14="urn:w14" ')
        .replaceAll('<w:p>', () => `<w:p w14:paraId="0000000${(number++).toString(16)}">`),
    )
    const ids = [...textOf(known, 'word/comments.xml').matchAll(/paraId="(\w+)"/g)].map(
      ([, id]) => id,
    )
    const lastOfFirst = ids[ids.length / 2 - 1]
    const lastOfSecond = ids.at(-1)
    const extended = `<x:commentsEx xmlns:x="urn:x"><x:commentEx x:paraId="${lastOfFirst}"/><x:commentEx x:paraId="${lastOfSecond}"></x:commentEx><x:commentEx x:paraId="AAAA" x:paraIdParent="${lastOfFirst}"/></x:commentsEx>`
    const related = (xml: string) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="ex.xml"/></Relationships>',
      )
    const cleaned = cleanFiles({
      ...saved(known, 'word/_rels/document.xml.rels', related),
      'word/ex.xml': extended,
    })
    expect(cleaned).toMatchObject({removed: 1, kept: 1})
    expect([...anchorsOf(partOf(cleaned.bytes, mainName)).values()]).toEqual(['provoked'])
    expect(partOf(cleaned.bytes, 'word/ex.xml')).toBe(
      extended.replace(`<x:commentEx x:paraId="${lastOfSecond}"></x:commentEx>`, ''),
    )
  })

  test('a reference that shares its run with words goes alone', () => {
    const files = annotated(body, ['provoked'])
    const merged = saved(files, mainName, (xml) =>
      xml.replace(/(<w:commentReference [^>]*\/>)<\/w:r>/, '$1<w:t>kept</w:t></w:r>'),
    )
    const cleaned = cleanFiles(merged)
    expect(readDocx(cleaned.bytes, 'x').text).toBe('He was provokedkept and they argued.')
    expect(partOf(cleaned.bytes, mainName)).not.toContain('commentReference')
  })

  test('markers that another comment has, too, stay', () => {
    const files = annotated(body, ['provoked'])
    const doubled = saved(files, 'word/comments.xml', (xml) =>
      xml.replace(
        '</w:comments>',
        '<w:comment w:id="0" w:author="Ann"><w:p/></w:comment></w:comments>',
      ),
    )
    const cleaned = cleanFiles(doubled)
    expect(cleaned).toMatchObject({removed: 1, kept: 0})
    expect([...anchorsOf(partOf(cleaned.bytes, mainName)).values()]).toEqual(['provoked'])
  })
})

describe('tracked changes after somebody has saved the file', () => {
  test('ours are undone, also where a program moved the comment into them', () => {
    const files = annotated(body, ['was provoked'], offered)
    const moved = saved(files, mainName, (xml) =>
      xml.replace(/(<w:commentRangeStart [^>]*\/>)(<w:del [^>]*>)/, '$2$1'),
    )
    for (const each of [saved(files, mainName, aside), moved]) {
      const cleaned = cleanFiles(each)
      expect(cleaned).toMatchObject({removed: 1, isExact: false})
      expect(readDocx(cleaned.bytes, 'x').text).toBe('He was provoked and they argued.')
      expect(partOf(cleaned.bytes, mainName)).not.toMatch(/w:(?:ins|del|delText)\b/)
    }
  })

  test('others’ stay, and so do those of the same name that no comment of ours offered', () => {
    const change = (author: string) =>
      `<w:ins w:id="90" w:author="${author}">${run('more')}</w:ins><w:del w:id="91" w:author="${author}"><w:r><w:delText>less</w:delText></w:r></w:del>`
    const files = annotated(paragraph(run('He was provoked ') + change('Ann') + run(' here')), [
      'was provoked more',
    ])
    const cleaned = cleanFiles(saved(files, mainName, aside), 'Ann')
    expect(partOf(cleaned.bytes, mainName)).toContain(change('Ann'))
  })

  test('one whose comment somebody wrote into stays with it', () => {
    const files = annotated(body, ['was provoked'], offered)
    const written = saved(files, 'word/comments.xml', (xml) => xml.replace('Ask: ', 'Yes. Ask: '))
    const cleaned = cleanFiles(written)
    expect(cleaned).toMatchObject({removed: 0, kept: 1})
    expect(partOf(cleaned.bytes, mainName)).toMatch(/<w:del [\s\S]*<w:ins /)
  })

  test('somebody’s comment on words we put in stays when those go', () => {
    const files = annotated(body, ['was provoked'], offered)
    const inside =
      '<w:commentRangeStart w:id="50"/><w:r><w:t>hit</w:t></w:r><w:commentRangeEnd w:id="50"/><w:r><w:commentReference w:id="50"/></w:r>'
    const commented = saved(
      saved(files, mainName, (xml) =>
        xml.replace(/(<w:ins [^>]*>).*?(?=<\/w:ins>)/s, `$1${inside}`),
      ),
      'word/comments.xml',
      (xml) =>
        xml.replace(
          '</w:comments>',
          `<w:comment w:id="50" w:author="Ann">${paragraph('Is it so?')}</w:comment></w:comments>`,
        ),
    )
    const cleaned = cleanFiles(commented)
    const xml = partOf(cleaned.bytes, mainName)
    expect(readDocx(cleaned.bytes, 'x').text).toBe('He was provoked and they argued.')
    expect(anchorsOf(xml)).toEqual(new Map([['50', '']]))
    expect(xml).toContain('<w:commentReference w:id="50"/>')
  })
})

describe('a record', () => {
  test('that was made on top of another is undone with it', () => {
    const bytes = zip(filesOf({body}))
    const once = zip(annotated(body, ['provoked']))
    const document = readDocx(once, 'report.docx')
    const twice = annotate(once, document, [findingOf(document, 'argued')], options).bytes
    const cleaned = clean(twice, 'report.docx')
    expect(cleaned).toMatchObject({removed: 2, isExact: true})
    expect(unzipSync(cleaned.bytes)).toEqual(unzipSync(bytes))
  })

  test('that would take the report itself away is not followed', () => {
    const files = annotated(body, ['provoked'])
    const record = textOf(files, 'customXml/item1.xml')
    const [, hash = ''] = new RegExp(`name="${mainName}" sha256="(\\w+)"`).exec(record) ?? []
    const lying = saved(
      files,
      'customXml/item1.xml',
      () =>
        `<annotation xmlns="urn:safe-together-lint:annotation"><added name="${mainName}" sha256="${hash}"/></annotation>`,
    )
    const cleaned = cleanFiles(lying)
    expect(cleaned).toMatchObject({removed: 1, isExact: false})
    expect(readDocx(cleaned.bytes, 'x').text).toBe('He was provoked and they argued.')
  })

  test('of somebody else is theirs', () => {
    const files = {
      ...filesOf({body}),
      'customXml/item1.xml': '<!DOCTYPE a><a>urn:other</a>',
    }
    const related = textOf(files, 'word/_rels/document.xml.rels').replace(
      '</Relationships>',
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>',
    )
    const bytes = zip({...files, 'word/_rels/document.xml.rels': related})
    expect(clean(bytes, 'report.docx')).toEqual({bytes, removed: 0, kept: 0, isExact: true})
  })
})
