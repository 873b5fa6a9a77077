import {describe, expect, test} from 'vitest'
import {emptyContext, mergeContexts, toReportContext} from '../../src/core/context.ts'
import {checkContext} from '../../src/core/context-check.ts'
import {parseContext, parseFrontMatter} from '../../src/core/context-file.ts'
import {ContextError} from '../../src/core/errors.ts'

function errorOf(action: () => unknown) {
  try {
    action()
  } catch (error) {
    if (error instanceof ContextError) {
      return {where: error.where, problem: error.problem, remedy: error.remedy}
    }
    throw error
  }
  return 'no error'
}

describe('toReportContext', () => {
  test('keeps profile and day', () => {
    const {profile, date} = toReportContext({profile: 'local-authority', date: '2024-10-09'})
    expect({profile, date}).toEqual({profile: 'local-authority', date: '2024-10-09'})
  })

  test.each([
    ['cafcass-wales', 'Profiles: cafcass-cymru, cafcass-england, local-authority.'],
    [
      'local-autority',
      'Perhaps "local-authority" is meant. Profiles: cafcass-cymru, cafcass-england, local-authority.',
    ],
    ['constructor', 'Profiles: cafcass-cymru, cafcass-england, local-authority.'],
  ])('refuses the profile %s', (profile, remedy) => {
    expect(errorOf(() => toReportContext({profile}, 'a.yml'))).toEqual({
      where: 'a.yml: profile',
      problem: `there is no profile "${profile}"`,
      remedy,
    })
  })

  test('repeats no sentence that stands where a profile should', () => {
    const profile = 'She lives at 4 Park Terrace'
    expect(errorOf(() => toReportContext({profile}, 'a.yml'))).toEqual({
      where: 'a.yml: profile',
      problem: 'this is the name of no profile',
      remedy: 'Profiles: cafcass-cymru, cafcass-england, local-authority.',
    })
  })

  test('declares nothing when nothing is declared', () => {
    expect(toReportContext({})).toEqual(emptyContext)
    expect(emptyContext).toEqual({
      parties: [],
      eachAlleges: false,
      status: [],
      mode: 'report',
      profile: 'cafcass-cymru',
    })
  })

  test('reads the names after the first as other names of the same adult', () => {
    const {parties} = toReportContext({
      'behaviour-of': 'Mr Jones,  the  father , Dad',
      'harm-to': '[A]',
      others: ['Mrs Pugh, the aunt', 'PC Lloyd'],
    })
    expect(parties).toEqual([
      {name: 'Mr Jones', aliases: ['the father', 'Dad'], role: 'perpetrator'},
      {name: '[A]', aliases: [], role: 'survivor'},
      {name: 'Mrs Pugh', aliases: ['the aunt'], role: 'other'},
      {name: 'PC Lloyd', aliases: [], role: 'other'},
    ])
  })

  test('reads one line of children as several children, and a list as one child to a line', () => {
    const cai = {name: 'Cai', aliases: [], role: 'child'}
    const seren = {name: 'Seren', aliases: [], role: 'child'}
    expect(toReportContext({children: 'Cai, Seren'}).parties).toEqual([cai, seren])
    expect(toReportContext({children: ['Cai, the boy', 'Seren']}).parties).toEqual([
      {...cai, aliases: ['the boy']},
      seren,
    ])
  })

  test('reads one word of status as said of the whole document', () => {
    expect(toReportContext({status: 'found'}).status).toEqual([
      {applies: 'document', value: 'found'},
    ])
  })

  test('keeps what a status entry says and adds nothing', () => {
    const entry = {applies: 'section', where: 'Injuries', value: 'admitted', date: '3 May'} as const
    expect(toReportContext({status: [entry]}).status).toEqual([entry])
  })

  test('refuses a name with two roles, whatever its letters and apostrophes', () => {
    expect(
      errorOf(() =>
        toReportContext({'behaviour-of': 'Mr O’Neill, Dad', 'harm-to': "mr o'neill"}, 'a.yml'),
      ),
    ).toEqual({
      where: 'a.yml',
      problem: '"mr o\'neill" is declared twice, with different parts in the case',
      remedy:
        'Give each name to one person. Where both adults make allegations, declare each-alleges.',
    })
  })

  test('refuses an entry without a name', () => {
    expect(errorOf(() => toReportContext({children: [',']}, 'a.yml'))).toEqual({
      where: 'a.yml: children',
      problem: 'names nobody',
      remedy: 'Write a name, then any other names the report uses for the same person.',
    })
    expect(errorOf(() => toReportContext({children: ' , '}))).not.toBe('no error')
  })

  test('refuses a status for a section that is not named', () => {
    expect(
      errorOf(() => toReportContext({status: [{applies: 'section', value: 'found'}]}, 'a.yml')),
    ).toEqual({
      where: 'a.yml: status, entry 1',
      problem: 'says that a status applies to a part of the report, and not to which part',
      remedy: 'Add "where": a heading for a section, some words for a passage.',
    })
  })
})

test('a later declaration replaces a field whole and leaves the others', () => {
  expect(
    mergeContexts(
      {'behaviour-of': ['Mr Jones', 'Mr Hughes'], status: 'told'},
      {'harm-to': 'Ms Rees'},
      {'behaviour-of': 'Mr Jones'},
    ),
  ).toEqual({'behaviour-of': 'Mr Jones', 'harm-to': 'Ms Rees', status: 'told'})
})

describe('parseContext', () => {
  test('reads every key', () => {
    const text = [
      'behaviour-of: Mr Jones, the father',
      'harm-to: ["Ms Rees", "Mr Rees"]',
      'children:',
      '  - Cai, the boy',
      'others: Mrs Pugh',
      'each-alleges: false',
      'status:',
      '  - {applies: document, value: found, date: 2024-01-03}',
      'mode: template',
      'profile: cafcass-cymru',
      'date: 9th October 2024',
    ].join('\n')
    expect(parseContext(text, 'a.yml')).toEqual({
      'behaviour-of': 'Mr Jones, the father',
      'harm-to': ['Ms Rees', 'Mr Rees'],
      children: ['Cai, the boy'],
      others: 'Mrs Pugh',
      'each-alleges': false,
      status: [{applies: 'document', value: 'found', date: '2024-01-03'}],
      mode: 'template',
      profile: 'cafcass-cymru',
      date: '2024-10-09',
    })
  })

  test('an empty file declares nothing', () => {
    expect(parseContext('# later\n', 'a.yml')).toEqual({})
  })

  test.each([
    [
      'a slip of a key',
      'behavior-of: Mr Jones',
      'a.yml',
      'the key "behavior-of" is not known',
      'Perhaps "behaviour-of" is meant.',
    ],
    [
      'a role by another name',
      'victim: Ms Rees',
      'a.yml',
      'the key "victim" is not known',
      'Perhaps "harm-to" is meant.',
    ],
    [
      'a key near nothing',
      'zzzzzz: 1',
      'a.yml',
      'the key "zzzzzz" is not known',
      'Known keys: behaviour-of, harm-to, children, others, each-alleges, status, mode, profile, date.',
    ],
    [
      'a slip of a status',
      'status: fond',
      'a.yml: status',
      'the value "fond" is not known',
      'Perhaps "found" is meant. Known values: found, admitted,',
    ],
    [
      'a slip in an entry',
      'status:\n  - {applies: document, value: tolled}',
      'a.yml: status, entry 1, value',
      'the value "tolled" is not known',
      'Perhaps "told" is meant.',
    ],
    [
      'a slip of a key in an entry',
      'status:\n  - {applies: document, value: told, form: x}',
      'a.yml: status, entry 1',
      'the key "form" is not known',
      'Known keys: applies, where, person, value, source, date.',
    ],
    [
      'a missing key in an entry',
      'status:\n  - {applies: document}',
      'a.yml: status, entry 1, value',
      'is missing',
      'Add it.',
    ],
    [
      'a number for a name',
      'behaviour-of: 3',
      'a.yml: behaviour-of',
      'is neither a name nor a list of names',
      'Write "Mr Jones, the father"',
    ],
    [
      'a map where a name was meant',
      'harm-to: {Mother}',
      'a.yml: harm-to',
      'is neither a name nor a list of names',
      'Write "Mr Jones, the father"',
    ],
    [
      'a number in a list of names',
      'children: [Cai, 3]',
      'a.yml: children, entry 2',
      'is not a piece of text',
      'Put the value in quotation marks.',
    ],
    [
      'a word for a yes',
      'each-alleges: yes',
      'a.yml: each-alleges',
      'is neither true nor false',
      'Write true or false.',
    ],
    [
      'nothing after a key',
      'harm-to:',
      'a.yml: harm-to',
      'is empty',
      'Write a value, or remove the key.',
    ],
    [
      'spaces for a name',
      'harm-to: "  "',
      'a.yml: harm-to',
      'is empty',
      'Write a value, or remove the key.',
    ],
    [
      'an unknown mode',
      'mode: templat',
      'a.yml: mode',
      'the value "templat" is not known',
      'Perhaps "template" is meant. Known values: report, template.',
    ],
    ['a list', '- Mr Jones', 'a.yml', 'holds no list of keys and values', 'Write lines such as:'],
    ['a word', 'Mr Jones', 'a.yml', 'holds no list of keys and values', 'Write lines such as:'],
    [
      'a key twice',
      'status: told\n\nstatus: found',
      'a.yml: line 3',
      'the same key stands here twice',
      'Keep one;',
    ],
    [
      'two colons',
      'harm-to: Ms: Rees',
      'a.yml: line 1',
      'a value with a colon in it is not in quotation marks',
      'Put the value in quotation marks.',
    ],
    [
      'a tab',
      'children:\n\t- Cai',
      'a.yml: line 2',
      'this line is indented with a tab',
      'Use spaces instead.',
    ],
    [
      'an open quotation mark',
      'harm-to: "Ms Rees',
      'a.yml: line 1',
      'something that was opened is not closed, such as a quotation mark or a bracket',
      'Close it.',
    ],
    [
      'an alias to nothing',
      'harm-to: *x',
      'a.yml',
      'a YAML alias (*name) points at nothing, or at too much',
      'Write the value out.',
    ],
    [
      'two documents',
      'status: told\n---\nstatus: found',
      'a.yml: line 2',
      'the file holds more than one YAML document',
      'Keep one of them',
    ],
  ])('refuses %s', (_, text, where, problem, remedy) => {
    expect(errorOf(() => parseContext(text, 'a.yml'))).toEqual({
      where,
      problem,
      remedy: expect.stringContaining(remedy),
    })
  })

  test('refuses aliases that grow without end', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef']) {
      lines.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`)
    }
    expect(errorOf(() => parseContext(lines.join('\n'), 'a.yml'))).toMatchObject({
      problem: 'a YAML alias (*name) points at nothing, or at too much',
    })
  })
})

describe('parseFrontMatter', () => {
  test('takes the known keys and leaves a title alone', () => {
    expect(parseFrontMatter('title: x\ndate: 2024-05-01\nharm-to: Ms Rees', 'a.md')).toEqual({
      date: '2024-05-01',
      'harm-to': 'Ms Rees',
    })
  })

  test.each(['Spring 2024', '2024', '"31 June 2024"', '[2024-05-01]'])(
    'leaves a date that is no day alone: %s',
    (date) => {
      expect(parseFrontMatter(`date: ${date}`, 'a.md')).toEqual({})
    },
  )

  test('refuses such a date under safe-together, where it can mean nothing else', () => {
    expect(errorOf(() => parseFrontMatter('safe-together: {date: May 2024}', 'a.md'))).toEqual({
      where: 'a.md: safe-together: date',
      problem: 'is no day of the calendar',
      remedy: 'Write it as 2024-10-09 or as 9 October 2024.',
    })
  })

  test('takes the map under safe-together alone, so that other keys may mean other things', () => {
    const text = 'status: draft\nsafe-together:\n  harm-to: Ms Rees'
    expect(parseFrontMatter(text, 'a.md')).toEqual({'harm-to': 'Ms Rees'})
  })

  test('refuses an unknown key under safe-together', () => {
    expect(errorOf(() => parseFrontMatter('safe-together:\n  title: x', 'a.md'))).toMatchObject({
      where: 'a.md: safe-together',
      problem: 'the key "title" is not known',
    })
  })

  test('says how to keep a known key that means something else', () => {
    expect(errorOf(() => parseFrontMatter('status: draft', 'a.md'))).toMatchObject({
      where: 'a.md: status',
      problem: 'the value is not known',
      remedy: expect.stringContaining('put the declarations under the key "safe-together"'),
    })
  })

  test('counts lines as the file does', () => {
    expect(errorOf(() => parseFrontMatter('title: x\ntitle: y', 'a.md'))).toMatchObject({
      where: 'a.md: line 3',
    })
  })

  test('front matter that is no map declares nothing', () => {
    expect(parseFrontMatter('just words', 'a.md')).toEqual({})
    expect(parseFrontMatter('', 'a.md')).toEqual({})
  })
})

test('checkContext checks what flags say', () => {
  expect(checkContext({'harm-to': ['Ms Rees']}, 'flags')).toEqual({'harm-to': ['Ms Rees']})
  expect(errorOf(() => checkContext({status: 'fond'}, 'flags'))).toMatchObject({
    where: 'flags: status',
  })
})
