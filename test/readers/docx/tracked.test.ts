import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {readDocx} from '../../../src/readers/docx.ts'
import {
  cell,
  element,
  list,
  makeDocx,
  type Parts,
  paragraph,
  row,
  run,
  style,
  table,
} from './make-docx.ts'

const read = (parts: Parts, tracked: 'accepted' | 'original') =>
  readDocx(makeDocx(parts), 'report.docx', {tracked})

const both = (body: string) => {
  const texts = (tracked: 'accepted' | 'original') =>
    read({body}, tracked).blocks.map(({text}) => text)
  return {accepted: texts('accepted'), original: texts('original')}
}

const inserted = (content: string) => element('w:ins', content, 'w:id="1"')
const gone = (text: string) => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`
const deleted = (content: string) => element('w:del', content, 'w:id="2"')
const end = (change: string) => `<w:rPr><w:${change} w:id="3"/></w:rPr>`

describe('each reading has its own text', () => {
  test('insertions and deletions', () => {
    const body = paragraph(
      `${run('He ')}${deleted(gone('hit'))}${inserted(run('pushed'))}${run(' her.')}`,
    )
    expect(both(body)).toEqual({accepted: ['He pushed her.'], original: ['He hit her.']})
  })

  test('moved text stands where it was, or where it went', () => {
    const moved = (name: string) => element(`w:${name}`, run('It stopped. '), 'w:id="1"')
    const body =
      paragraph(`${moved('moveFrom')}${run('One.')}`) +
      paragraph(`${moved('moveTo')}${run('Two.')}`)
    expect(both(body)).toEqual({
      accepted: ['One.', 'It stopped. Two.'],
      original: ['It stopped. One.', 'Two.'],
    })
  })

  test('what one person inserted and another deleted is in neither', () => {
    const body = paragraph(
      `${run('a')}${inserted(deleted(gone('x')))}${deleted(inserted(run('y')))}${run('b')}`,
    )
    expect(both(body)).toEqual({accepted: ['ab'], original: ['ab']})
  })

  test('an inserted end of a paragraph parts it in the one, a deleted end in the other', () => {
    const body =
      paragraph(run('She '), end('ins')) +
      paragraph(run('left. '), end('del')) +
      paragraph(run('He stayed.'))
    expect(both(body)).toEqual({
      accepted: ['She ', 'left. He stayed.'],
      original: ['She left. ', 'He stayed.'],
    })
  })

  test('a paragraph that was moved with its end', () => {
    const moved = (name: string, text: string) =>
      paragraph(element(`w:${name}`, run(text), 'w:id="1"'), end(name))
    const body =
      moved('moveFrom', 'It stopped.') + paragraph('Then.') + moved('moveTo', 'It stopped.')
    expect(both(body)).toEqual({
      accepted: ['Then.', 'It stopped.'],
      original: ['It stopped.', 'Then.'],
    })
  })

  test('an inserted end before a table goes on into nothing', () => {
    const body = paragraph(run('Before'), end('ins')) + table(row(cell(paragraph('In'))))
    expect(both(body).original).toEqual(['Before', 'In'])
  })

  test('fields inserted and deleted', () => {
    const field = (text: string, name: 'instrText' | 'delInstrText', content: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:${name}>${text}</w:${name}></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${content}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const body = paragraph(
      `${deleted(field('REF a', 'delInstrText', gone('old')))}${inserted(field('REF b', 'instrText', run('new')))}`,
    )
    expect(both(body)).toEqual({accepted: ['new'], original: ['old']})
  })

  test('equations', () => {
    const math = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
    const body = paragraph(`<m:oMath>${deleted(math('x'))}${inserted(math('y'))}</m:oMath>`)
    expect(both(body)).toEqual({accepted: ['y'], original: ['x']})
  })

  test('deleted text leads back to its own XML', () => {
    const bytes = makeDocx({body: paragraph(`${run('He ')}${deleted(gone('hit &amp; ran'))}`)})
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    const {segments} = readDocx(bytes, 'report.docx', {tracked: 'original'})
    expect(segments.map(({sourceStart, sourceEnd}) => xml.slice(sourceStart, sourceEnd))).toEqual([
      'He ',
      'hit ',
      '&amp;',
      ' ran',
    ])
  })

  test('headers too', () => {
    const header = paragraph(`${deleted(gone('Old'))}${inserted(run('New'))}`)
    const options = {tracked: 'original', margins: true} as const
    expect(readDocx(makeDocx({body: '', header}), 'report.docx', options).text).toBe('Old')
  })
})

describe('tables', () => {
  const changedRow = (change: string, text: string) =>
    element('w:tr', `<w:trPr><w:${change} w:id="1"/></w:trPr>${cell(paragraph(text))}`)
  const labels = (body: string, tracked: 'accepted' | 'original') =>
    read({body}, tracked).blocks.map(({label, text}) => `${label}: ${text}`)

  test('rows are counted as each reading has them', () => {
    const body = table(
      changedRow('del', 'Old'),
      row(cell(paragraph('Kept'))),
      changedRow('ins', 'New'),
      row(cell(paragraph('Last'))),
    )
    expect(labels(body, 'accepted')).toEqual([
      'table 1, row 1: Kept',
      'table 1, row 2: New',
      'table 1, row 3: Last',
    ])
    expect(labels(body, 'original')).toEqual([
      'table 1, row 1: Old',
      'table 1, row 2: Kept',
      'table 1, row 3: Last',
    ])
  })

  test('a table that is not there is not counted', () => {
    const body = table(changedRow('ins', 'New')) + table(row(cell(paragraph('Kept'))))
    expect(labels(body, 'original')).toEqual(['table 1, row 1: Kept'])
  })

  test('cells', () => {
    const body = table(
      row(
        cell(paragraph('Old'), '<w:cellDel w:id="1"/>'),
        cell(paragraph('Kept')),
        cell(paragraph('New'), '<w:cellIns w:id="2"/>'),
      ),
    )
    expect(both(body + paragraph('After'))).toEqual({
      accepted: ['Kept', 'New', 'After'],
      original: ['Old', 'Kept', 'After'],
    })
  })
})

describe('what was formatted otherwise', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
  const styles =
    '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
  const was = (properties: string) =>
    `<w:pPrChange w:id="1"><w:pPr>${properties}</w:pPr></w:pPrChange>`

  test('is a heading where it was one', () => {
    const body =
      paragraph(run('Contact'), was(style('H'))) +
      paragraph(run('It stopped.'), style('H') + was(''))
    const kinds = (tracked: 'accepted' | 'original') =>
      read({body, styles}, tracked).blocks.map(({kind}) => kind)
    expect(kinds('accepted')).toEqual(['paragraph', 'heading'])
    expect(kinds('original')).toEqual(['heading', 'paragraph'])
  })

  test('has the number it had', () => {
    const numberInserted =
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="9"/></w:numPr>'
    const body =
      paragraph(run('a'), was(list(1))) +
      paragraph(run('b'), list(1) + was('')) +
      paragraph(run('c'), numberInserted) +
      paragraph(run('d'), list(1))
    const labels = (tracked: 'accepted' | 'original') =>
      read({body, numbering}, tracked).blocks.map(({label}) => label)
    expect(labels('accepted')).toEqual(['paragraph 1', '1', '2', '3'])
    expect(labels('original')).toEqual(['1', 'paragraph 2', 'paragraph 3', '2'])
  })

  test('shows the number where it showed one', () => {
    const formatted = '<w:rPr><w:vanish/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr>'
    const body = paragraph(run('a'), list(1) + formatted)
    const labels = (tracked: 'accepted' | 'original') =>
      read({body, numbering}, tracked).blocks.map(({label}) => label)
    expect(labels('accepted')).toEqual(['paragraph 1'])
    expect(labels('original')).toEqual(['1'])
  })

  test('is hidden where it was hidden', () => {
    const formatted = (now: string, then: string) =>
      run('x', `${now}<w:rPrChange w:id="1"><w:rPr>${then}</w:rPr></w:rPrChange>`)
    const body =
      paragraph(`${run('a')}${formatted('<w:vanish/>', '')}`) +
      paragraph(`${run('b')}${formatted('', '<w:vanish/>')}`)
    expect(both(body)).toEqual({accepted: ['a', 'bx'], original: ['ax', 'b']})
  })
})

describe('what is said of them', () => {
  const facts = (body: string, tracked: 'accepted' | 'original' = 'accepted') => {
    const {unread, hasTrackedChanges} = read({body}, tracked)
    return {unread, hasTrackedChanges}
  }

  test('each reading counts what the other has', () => {
    const moved = element('w:moveFrom', run('m'), 'w:id="1"')
    const body = paragraph(
      `${deleted(gone('a'))}${inserted(run('b'))}${inserted(run('c'))}${inserted('')}${moved}`,
    )
    expect(facts(body)).toEqual({
      unread: [{kind: 'deletions', count: 1}],
      hasTrackedChanges: true,
    })
    expect(facts(body, 'original')).toEqual({
      unread: [{kind: 'insertions', count: 2}],
      hasTrackedChanges: true,
    })
  })

  test('a deleted row and a deleted note count as deletions', () => {
    const note = deleted('<w:r><w:footnoteReference w:id="4"/></w:r>')
    const gone =
      '<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>'
    expect(facts(paragraph(note) + table(gone)).unread).toEqual([{kind: 'deletions', count: 2}])
  })

  test.each([
    ['an insertion', paragraph(inserted(run('a')))],
    ['a deletion', paragraph(deleted(gone('a')))],
    ['text that moved away', paragraph(element('w:moveFrom', run('a'), 'w:id="1"'))],
    ['text that moved here', paragraph(element('w:moveTo', run('a'), 'w:id="1"'))],
    ['an inserted end', paragraph(run('a'), end('ins'))],
    ['a deleted end', paragraph(run('a'), end('del'))],
    ['an inserted row', table('<w:tr><w:trPr><w:ins w:id="1"/></w:trPr></w:tr>')],
    ['a deleted cell', table(row(cell(paragraph('a'), '<w:cellDel w:id="1"/>')))],
  ])('%s is a change in both readings', (_, body) => {
    expect(facts(body).hasTrackedChanges).toBe(true)
    expect(facts(body, 'original').hasTrackedChanges).toBe(true)
  })

  test.each([
    ['nothing at all', paragraph('a')],
    ['an empty insertion', paragraph(`${inserted('')}${run('a')}`)],
    ['a new format', paragraph(run('a', '<w:rPrChange w:id="1"><w:rPr/></w:rPrChange>'))],
    ['a new number', paragraph(run('a'), '<w:numPr><w:ins w:id="1"/></w:numPr>')],
  ])('%s is none', (_, body) => {
    expect(facts(body).hasTrackedChanges).toBeUndefined()
    expect(facts(body, 'original').hasTrackedChanges).toBeUndefined()
  })
})
