import {expect, test} from 'vitest'
import {ConfigError} from '../../src/core/errors.ts'
import {atLevels, checkLevels} from '../../src/core/levels.ts'
import {documentOf, findingOf} from '../reporters/results.ts'

const document = documentOf('a.txt', [['1', [], 'It was a tiff, and she failed to protect Cai.']])
const tiff = findingOf(document, 'tiff', {ruleId: 'tiff', severity: 'warning'})
const failed = findingOf(document, 'failed to protect')
const asked = {...failed, severity: 'question'} as const

test('a rule is as loud as it is wanted, or silent; what only asks goes on asking', () => {
  expect(atLevels([tiff, failed, asked], {tiff: 'off', 'failure-to-protect': 'info'})).toEqual([
    {...failed, severity: 'info'},
    asked,
  ])
})

test('a rule that there is not is refused, with the one that was meant', () => {
  const check = (id: string) => () => checkLevels({[id]: 'off'}, 'a.yml: rules', new Set(['tiff']))
  expect(check('tiff')).not.toThrow()
  expect(check('tif')).toThrow(ConfigError)
  expect(check('tif')).toThrow('a.yml: rules: there is no rule "tif". Perhaps "tiff" is meant.')
})
