import {expect, test} from 'vitest'
import {walkXml} from '../../../src/readers/package/xml.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

test.each([
  ['a declaration', declaration],
  ['a declaration and a line break', `${declaration}\r\n`],
  ['a declaration, a comment and an instruction', `${declaration}<!-- > --><?x y?>`],
  ['nothing', ''],
])('the first element begins after %s', (_, before) => {
  const xml = `${before}<a b="1"><c/></a>`
  const opened: string[] = []
  walkXml(
    {file: 'a.docx', part: 'a.xml', xml},
    {
      open: ({start, end}) => opened.push(xml.slice(start, end)),
    },
  )
  expect(opened).toEqual(['<a b="1">', '<c/>'])
})
