import {expect, test} from 'vitest'
import {readOdt} from '../../../src/readers/odt.ts'
import {heading, hiding, makeFlat, makeOdt, paragraph, style} from './make-odt.ts'

const dropDown = (...labels: readonly string[]) =>
  `<text:drop-down text:name="d">${labels
    .map((label) => `<text:label text:value="${label}"/>`)
    .join('')}${labels[0]}</text:drop-down>`
const list =
  '<loext:content-control loext:showing-place-holder="true"><loext:list-item loext:display-text="Choose" loext:value=""/><loext:list-item loext:display-text="Parental conflict" loext:value="a"/><loext:list-item loext:value="Coercive control"/>Choose</loext:content-control>'
const oldField =
  '<field:fieldmark xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0" field:type="vnd.oasis.opendocument.field.FORMDROPDOWN"><field:param field:name="Dropdown_ListEntry" field:value="Parental conflict"/><field:param field:name="Dropdown_Selected" field:value="0"/></field:fieldmark>'
const form = (content: string) =>
  `<office:forms xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"><form:form form:name="Form">${content}</form:form></office:forms>`
const controls = form(
  '<form:listbox form:id="c1" form:name="Not shown"><form:option form:label="Parental conflict"/><form:option form:label="Other"/></form:listbox><form:checkbox xml:id="c2" form:label="Mother failed to protect"/><form:textarea form:id="c3"><text:p>Typed in.</text:p></form:textarea>',
)
const control = (id: string) => `<draw:control draw:control="${id}"/>`

const read = (body: string, isTemplate = true, automatic = '') =>
  readOdt(makeOdt({body, automatic}), 'form.odt', {isTemplate})
const labelled = (body: string, automatic = '') =>
  read(body, true, automatic).blocks.map(({label, text}) => [label, text])

test.each([
  [
    'a drop-down field',
    dropDown('Parental conflict', 'Coercive control'),
    'Issue: Parental conflict',
  ],
  ['a content control', list, 'Issue: Choose'],
])('what %s of a template offers is read after its paragraph', (_, offer, shown) => {
  expect(labelled(heading('Concerns') + paragraph(`Issue: ${offer}`) + paragraph('Next.'))).toEqual(
    [
      ['heading 1', 'Concerns'],
      ['paragraph 1', shown],
      ['paragraph 1, choice 1', 'Parental conflict'],
      ['paragraph 1, choice 2', 'Coercive control'],
      ['paragraph 2', 'Next.'],
    ],
  )
})

test('so is what an old field of Word offers', () => {
  expect(labelled(paragraph(`Issue: ${oldField}`))).toEqual([
    ['paragraph 1', 'Issue:'],
    ['paragraph 1, choice 1', 'Parental conflict'],
  ])
})

test('labels of the controls of a form stand where the control does, once', () => {
  const shown = paragraph(`Issue: ${control('c1')}`) + paragraph(`Tick: ${control('c2')}`)
  const again = paragraph(`Again: ${control('c1')}${control('c3')}${control('none')}`)
  expect(labelled(controls + shown + again)).toEqual([
    ['paragraph 1', 'Issue:'],
    ['paragraph 1, choice 1', 'Parental conflict'],
    ['paragraph 1, choice 2', 'Other'],
    ['paragraph 2', 'Tick:'],
    ['paragraph 2, choice 1', 'Mother failed to protect'],
    ['paragraph 3', 'Again:'],
  ])
})

test('a control that hangs on no paragraph goes with the next one', () => {
  expect(labelled(controls + control('c2') + paragraph('Risks'))).toEqual([
    ['paragraph 1', 'Risks'],
    ['paragraph 1, choice 1', 'Mother failed to protect'],
  ])
})

test('a report has the entry that was chosen, and no other', () => {
  const body = `${controls}${paragraph(`Issue: ${dropDown('Tiff', 'Other')} ${list} ${control('c1')}`)}`
  expect(read(body, false).blocks.map(({text}) => text)).toEqual(['Issue: Tiff Choose'])
})

test('what is hidden or was deleted offers nothing', () => {
  const deleted = `<text:tracked-changes><text:changed-region text:id="c"><text:deletion>${paragraph(dropDown('Tiff'))}</text:deletion></text:changed-region></text:tracked-changes>`
  const body =
    deleted +
    paragraph(`Seen <text:span text:style-name="H">${dropDown('Row')}</text:span>end`) +
    paragraph('Back: <text:change text:change-id="c"/>')
  const bytes = makeOdt({body, automatic: style('H', '', hiding, 'text')})
  const texts = (tracked: 'accepted' | 'original') =>
    readOdt(bytes, 'form.odt', {isTemplate: true, tracked}).blocks.map(({text}) => text)
  expect(texts('accepted')).toEqual(['Seen end', 'Back:'])
  expect(texts('original')).toEqual(['Seen end', 'Back: Tiff'])
})

test('segments of choices lead to what offers them, also in a flat file', () => {
  const body = paragraph(`Issue: ${dropDown('Parental conflict')}`)
  const flat = makeFlat({body})
  const {segments} = readOdt(new TextEncoder().encode(flat), 'form.fodt', {isTemplate: true})
  const last = segments.at(-1)
  expect(flat.slice(last?.sourceStart, last?.sourceEnd)).toBe(
    '<text:label text:value="Parental conflict"/>',
  )
})

test('what others will replace is marked in a template alone', () => {
  const body = paragraph(
    `For <text:database-display text:column-name="n">Ann Other</text:database-display>, <text:placeholder text:placeholder-type="text">&lt;Court&gt;</text:placeholder> and <loext:content-control loext:showing-place-holder="true"><text:span>Na</text:span>me </loext:content-control>`,
  )
  const marked = (isTemplate: boolean) =>
    read(body, isTemplate).blocks.map(({text, fields}) =>
      fields?.map(({start, end}) => text.slice(start, end)),
    )
  expect(marked(true)).toEqual([['Ann Other', '<Court>', 'Name']])
  expect(marked(false)).toEqual([undefined])
})
