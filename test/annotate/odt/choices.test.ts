import fc from 'fast-check'
import {unzipSync} from 'fflate'
import {expect, test} from 'vitest'
import {annotate, clean} from '../../../src/annotate/index.ts'
import {readOdt} from '../../../src/readers/odt.ts'
import {walkXml} from '../../../src/readers/package/xml.ts'
import {makeOdt, paragraph} from '../../readers/odt/make-odt.ts'
import {findingAt, findingsAt, options} from './samples.ts'

const dropDown =
  '<text:drop-down text:name="d"><text:label text:value="Parental conflict"/><text:label text:value="Tiff"/>Tiff</text:drop-down>'
const control =
  '<loext:content-control><text:s/><loext:list-item loext:display-text="Parental conflict" loext:value="a"/>Choose</loext:content-control>'
const forms =
  '<office:forms xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"><form:form><form:checkbox form:id="c" form:label="Parental conflict"/></form:form></office:forms>'
const shape = '<draw:control draw:control="c"/>'

/** The paragraphs of the copy, with comments by their first signs alone. */
function copyOf(bytes: Uint8Array) {
  const document = readOdt(bytes, 'form.odt', {isTemplate: true})
  const findings = findingsAt(document, 'Parental conflict')
  const {bytes: copy, leftOut} = annotate(bytes, document, findings, {...options, suggest: false})
  const xml = new TextDecoder().decode(unzipSync(copy)['content.xml'])
  const marked = xml
    .replaceAll(/<office:annotation[ >].*?<\/office:annotation>/gs, '[')
    .replaceAll(/<office:annotation-end[^>]*>/g, ']')
  return {
    copy,
    leftOut,
    marked,
    comment: /<office:annotation[ >].*?<\/office:annotation>/s.exec(xml),
  }
}

test.each([
  ['a drop-down field', paragraph(`Issue: ${dropDown} end.`), `Issue: [${dropDown}] end.`],
  ['a content control', paragraph(`Issue: ${control} end.`), `Issue: [${control}] end.`],
  // LibreOffice keeps no comment in a shape.
  ['a control of a form', `${forms}${paragraph(`Issue: ${shape} end.`)}`, `Issue: [${shape} end.`],
])('a comment on an entry of %s leaves it whole, and goes out again', (_, body, expected) => {
  const bytes = makeOdt({body})
  const {copy, leftOut, marked} = copyOf(bytes)
  expect(leftOut).toBe(0)
  expect(marked).toContain(expected)
  expect(clean(copy, 'form.odt').bytes).toEqual(bytes)
})

test('the comment on a control of a form quotes the words, which stand elsewhere', () => {
  const {comment} = copyOf(makeOdt({body: forms + paragraph(`Issue: ${shape}`)}))
  expect(comment?.[0]).toContain('Parental conflict')
})

/** What stands directly in controls that offer a list, in the XML of a copy. */
function insideLists(xml: string): Set<string> {
  const found = new Set<string>()
  const open: {isList: boolean; readonly names: string[]}[] = []
  walkXml(
    {part: 'content.xml', file: 'form.odt', xml},
    {
      open({name}, path) {
        if (path.at(-2) === 'loext:content-control') open.at(-1)?.names.push(name)
        if (name === 'loext:content-control') open.push({isList: false, names: []})
        const control = open.at(-1)
        if (control && name === 'loext:list-item') control.isList = true
      },
      close(name) {
        const control = name === 'loext:content-control' ? open.pop() : undefined
        if (control?.isList) for (const each of control.names) found.add(each)
      },
    },
  )
  return found
}

const piece = fc.constantFrom(
  ...['Issue: ', 'x', ' and ', dropDown, control, shape],
  '<loext:content-control>words</loext:content-control>',
  '<loext:content-control><loext:list-item loext:value="Row"/><text:span>Row</text:span></loext:content-control>',
  `<text:span>a${dropDown}</text:span>`,
  '<text:note text:id="n"><text:note-body><text:p>In a note.</text:p></text:note-body></text:note>',
)

test('comments on everything in any template leave its lists whole, and go out again', () => {
  fc.assert(
    fc.property(fc.array(fc.array(piece, {minLength: 1}), {minLength: 1}), (paragraphs) => {
      const body = forms + paragraphs.map((pieces) => paragraph(pieces.join(''))).join('')
      const bytes = makeOdt({body})
      const document = readOdt(bytes, 'form.odt', {isTemplate: true})
      const findings = document.blocks.map(({range}) => findingAt(document, range))
      const {bytes: copy} = annotate(bytes, document, findings, {...options, suggest: true})
      const xml = new TextDecoder().decode(unzipSync(copy)['content.xml'])
      const allowed = ['text:s', 'loext:list-item', 'text:span']
      expect([...insideLists(xml)].filter((name) => !allowed.includes(name))).toEqual([])
      expect(clean(copy, 'form.odt').bytes).toEqual(bytes)
    }),
  )
})
