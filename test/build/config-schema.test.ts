import {readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {configSchema, schemaFile} from '../../src/build/config-schema.ts'
import {readRules} from '../../src/build/read-rules.ts'
import {checkConfig} from '../../src/core/config-shape.ts'
import {rules} from '../../src/index.ts'

const text = configSchema(readRules('rules'))
const schema = JSON.parse(text)
const isValid = new Ajv({strict: true, allowUnionTypes: true}).compile(schema)

const isAccepted = (value: unknown): boolean => {
  try {
    checkConfig(value, 'a.yml')
    return true
  } catch {
    return false
  }
}
const judgements = (value: unknown) => ({schema: isValid(value), program: isAccepted(value)})

test('the published schema is what the build makes of the rules', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(text)
})

test('every setting is explained, and every rule can be completed', () => {
  const {properties} = schema
  const {rules: shared, ...inner} = properties.overrides.items.properties
  expect(shared).toEqual({$ref: '#/properties/rules'})
  const all = [...Object.values(properties), ...Object.values(inner)]
  expect(all.filter((each) => !(Object(each).description?.length > 10))).toEqual([])
  expect(Object.keys(properties.rules.properties)).toEqual(rules.map(({id}) => id))
})

describe('the schema and the program', () => {
  test.each<readonly [unknown]>([
    [{}],
    [{$schema: 'x', extends: './a.yml', profile: 'cafcass-england', salt: 'a'}],
    [{extends: ['./a.yml', 'our-house'], packs: [], ignore: ['a/'], baseline: 'b.json'}],
    [{rules: {access: 'off', 'rule-of-a-pack': 'question'}, 'fail-on': 'never'}],
    [{'max-warnings': 0, tracked: 'both', headers: true, mode: 'template'}],
    [{date: '2024-10-09'}],
    [{date: ' 9th october 2024 '}],
    [{'behaviour-of': 'Mr Jones, Dad', children: ['Cai', 'Seren'], 'each-alleges': false}],
    [{status: [{applies: 'section', where: 'Background', value: 'told'}]}],
    [{overrides: [{files: ['a', 'b/**'], rules: {access: 'error'}, status: 'found'}]}],
  ])('both accept %j', (value) => {
    expect(judgements(value)).toEqual({schema: true, program: true})
  })

  test.each<readonly [unknown]>([
    [[]],
    ['profile'],
    [null],
    [{profil: 'cafcass-england'}],
    [{rules: []}],
    [{rules: null}],
    [{rules: {access: 'loud'}}],
    [{rules: {' ': 'off'}}],
    [{packs: 'our-rules'}],
    [{packs: ['']}],
    [{salt: '  '}],
    [{'fail-on': 'question'}],
    [{'max-warnings': -1}],
    [{'max-warnings': 1.5}],
    [{'max-warnings': '3'}],
    [{headers: 'yes'}],
    [{date: '2024-13-01'}],
    [{date: 'yesterday'}],
    [{date: 20241009}],
    [{status: 'decided'}],
    [{status: [{applies: 'document'}]}],
    [{status: [{applies: 'document', value: 'told', who: 'x'}]}],
    [{children: [['Cai']]}],
    [{overrides: {files: 'a'}}],
    [{overrides: [{mode: 'template'}]}],
    [{overrides: [{files: 'a', baseline: 'b'}]}],
    [{overrides: [{files: 'a', overrides: []}]}],
  ])('both refuse %j', (value) => {
    expect(judgements(value)).toEqual({schema: false, program: false})
  })

  test('judge alike whatever stands under whichever key', () => {
    const keys = [...Object.keys(schema.properties), 'files', 'other']
    const word = fc.constantFrom('off', 'told', 'template', 'error', 'a', '', ' ', '2024-10-09')
    const leaf = fc.oneof(word, fc.boolean(), fc.integer({min: -1, max: 3}), fc.constant(null))
    const {value} = fc.letrec((tie) => ({
      value: fc.oneof({maxDepth: 3}, leaf, fc.array(tie('value'), {maxLength: 2}), tie('map')),
      map: fc.dictionary(fc.constantFrom(...keys, 'applies', 'value'), tie('value'), {maxKeys: 2}),
    }))
    const config = fc.dictionary(fc.constantFrom(...keys), value, {maxKeys: 2})
    fc.assert(
      fc.property(config, (data) => {
        // Which profiles there are the schema says, and the program when a configuration is found.
        fc.pre(!JSON.stringify(data).includes('"profile"'))
        const {schema: bySchema, program} = judgements(data)
        expect(bySchema).toBe(program)
      }),
      {numRuns: 3000},
    )
  })

  test('know the same profiles', () => {
    expect(schema.properties.profile.enum).toEqual([
      'cafcass-cymru',
      'cafcass-england',
      'local-authority',
    ])
  })
})
