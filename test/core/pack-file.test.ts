import {expect, test} from 'vitest'
import {parsePackFile} from '../../src/core/pack-file.ts'
import {rules} from '../../src/index.ts'

const known = {rules, sources: new Set<string>()}
const exceptIn = (id: string) => () =>
  parsePackFile(
    `title: Ours\nadjustments:\n  ${id}: {reason: We ask., except: [team note]}`,
    'ours/pack.yml',
    known,
  )

test.each(['who-carries-the-tasks', 'private-contact-details'])(
  'an exception that would pass unread is refused: %s',
  (id) => {
    expect(exceptIn(id)).toThrow(
      `ours/pack.yml: adjustments.${id}.except: has no place in a rule about a whole report or about private details. Switch the rule off, everywhere or with “in” under some headings`,
    )
  },
)

test('and one that is read is kept', () => {
  expect(exceptIn('claims')().adjustments).toEqual({
    claims: [{reason: 'We ask.', except: ['team note']}],
  })
})
