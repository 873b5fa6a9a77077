import {expect, test} from 'vitest'
import {statusValues} from '../../../src/core/types.ts'
import {lint, readText, toReportContext} from '../../../src/index.ts'

const idsUnder = (text: string, status: Parameters<typeof toReportContext>[0]['status']) =>
  lint(readText(new TextEncoder().encode(text), 'report.txt'), {
    context: toReportContext({
      'behaviour-of': 'Mr Jones, the father',
      'harm-to': 'Ms Rees, the mother',
      status,
    }),
  }).findings.map(({ruleId}) => ruleId)

test('an act that somebody disclosed has a source, and only the verb is asked about', () => {
  expect(idsUnder('Ms Rees disclosed that Mr Jones strangled her.', undefined)).toEqual([
    'disclosed',
  ])
  expect(idsUnder('Mr Jones strangled Ms Rees.', undefined)).toEqual(['act-without-source'])
})

const named = 'Mr Jones is the perpetrator.'

test('only a decision or an admission makes a label the report’s own', () => {
  const silent = statusValues.filter(
    (status) => !idsUnder(named, status).includes('the-perpetrator'),
  )
  expect(silent).toEqual(['found', 'admitted', 'convicted', 'cautioned'])
})

test('the narrowest declaration counts', () => {
  const status = [
    {applies: 'document' as const, value: 'found' as const},
    {applies: 'passage' as const, where: 'is the perpetrator', value: 'told' as const},
  ]
  expect(idsUnder(named, status)).toContain('the-perpetrator')
  expect(idsUnder('I call Mr Jones the perpetrator.', status)).not.toContain('the-perpetrator')
})
