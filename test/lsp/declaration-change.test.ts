import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parse, stringify} from 'yaml'
import {type Declaration, declarationIn} from '../../src/lsp/declaration-change.ts'

const jones = {person: 'Mr Jones', role: 'perpetrator'} as const
const mali = {person: 'Mali', role: 'child'} as const
const found = {status: 'found'} as const

function declared(yaml: string, declaration: Declaration): string | undefined {
  const change = declarationIn(yaml, declaration)
  return change && yaml.slice(0, change.start) + change.text + yaml.slice(change.end)
}

describe('a declaration is added', () => {
  test.each<readonly [string, Declaration, string]>([
    ['', jones, 'behaviour-of: Mr Jones\n'],
    ['# Who is who\n', jones, '# Who is who\nbehaviour-of: Mr Jones\n'],
    [
      'title: "A  report" # of 4 May',
      jones,
      'title: "A  report" # of 4 May\nbehaviour-of: Mr Jones\n',
    ],
    ['behaviour-of: Dad # he\n', jones, 'behaviour-of: [Dad, Mr Jones] # he\n'],
    ['behaviour-of:\ntitle: A\n', jones, 'behaviour-of: Mr Jones\ntitle: A\n'],
    ['behaviour-of: Mr Bell, Dad\n', jones, 'behaviour-of: ["Mr Bell, Dad", Mr Jones]\n'],
    ['behaviour-of: [Dad,  A] # both\n', jones, 'behaviour-of: [Dad,  A, Mr Jones] # both\n'],
    ['behaviour-of: []\n', jones, 'behaviour-of: [Mr Jones]\n'],
    ['children: Cai, Seren\n', mali, 'children: [Cai, Seren, Mali]\n'],
    [
      'children: # two\n  - Cai # 4\n  # the younger\n  - Seren\n\nmode: report\n',
      mali,
      'children: # two\n  - Cai # 4\n  # the younger\n  - Seren\n  - Mali\n\nmode: report\n',
    ],
    [
      'safe-together:\n    mode: report\ntitle: A\n',
      jones,
      'safe-together:\n    mode: report\n    behaviour-of: Mr Jones\ntitle: A\n',
    ],
    ['{mode: report}', jones, '{mode: report, behaviour-of: Mr Jones}'],
    [
      'title: A\r\nmode: report\r\n',
      jones,
      'title: A\r\nmode: report\r\nbehaviour-of: Mr Jones\r\n',
    ],
    ['', {person: 'Mr "Jo" Bell: [1]', role: 'other'}, 'others: \'Mr "Jo" Bell: [1]\'\n'],
    ['status: told # yet\n', found, 'status: found # yet\n'],
    [
      'status:\n  - applies: document\n    value: told # by her\n  - {applies: person, person: Mr Bell, value: denied}\n',
      found,
      'status:\n  - applies: document\n    value: found # by her\n  - {applies: person, person: Mr Bell, value: denied}\n',
    ],
    [
      'status:\n- {applies: section, where: Police, value: told}\n',
      found,
      'status:\n- {applies: section, where: Police, value: told}\n- {applies: document, value: found}\n',
    ],
  ])('to %j', (before, declaration, after) => {
    expect(declared(before, declaration)).toBe(after)
  })

  test.each([
    'a: [',
    '- a list\n',
    'behaviour-of: &him Dad\nothers: *him\n',
    'all: &all {}\nbehaviour-of: *all\n',
  ])('never to %j', (yaml) => {
    expect(declarationIn(yaml, jones)).toBeUndefined()
  })

  test('and all that was declared before stays', () => {
    const name = fc.constantFrom(
      'Dad',
      'Mr Bell',
      "Mr O'Dea",
      'yes',
      '4.10',
      'Ms Rees: A',
      '#1',
      '- x',
    )
    const people = fc.oneof(name, fc.array(name, {minLength: 1, maxLength: 3}))
    const data = fc.record(
      {title: name, 'behaviour-of': people, 'harm-to': people, mode: fc.constant('report')},
      {requiredKeys: []},
    )
    const style = fc.record({
      collectionStyle: fc.constantFrom('any', 'block', 'flow'),
      indent: fc.constantFrom(2, 4),
      indentSeq: fc.boolean(),
    })
    fc.assert(
      fc.property(data, style, fc.boolean(), (before, options, isNested) => {
        const yaml = stringify(isNested ? {'safe-together': before} : before, options)
        const after: unknown = parse(declared(yaml, jones) ?? '')
        const {'behaviour-of': people = []} = before
        const all = [...[people].flat(), 'Mr Jones']
        const expected = {...before, 'behaviour-of': all.length === 1 ? 'Mr Jones' : all}
        expect(after).toEqual(isNested ? {'safe-together': expected} : expected)
      }),
    )
  })
})
