import {expect, test} from 'vitest'
import {statusText} from '../../../editors/vscode/src/status-text.ts'

const none = {error: 0, warning: 0, info: 0, question: 0}
const local = 'Checked on this machine. Nothing is sent.'
const table = {kind: 'code', count: 1, words: 'one passage of code'}
const images = {kind: 'images', count: 3, words: '3 images'}

test.each([
  [
    'places of each kind are counted together, and apart beneath',
    {counts: {error: 1, warning: 2, info: 0, question: 1}, unread: []},
    '4 places',
    ['1 place worth changing', '2 places usually worth changing', '1 question', local],
  ],
  [
    'one part that was not read is named',
    {counts: {...none, info: 1, question: 2}, unread: [table]},
    '3 places · one passage of code not read',
    [
      '1 place where it depends on the case',
      '2 questions',
      'Not read: one passage of code.',
      local,
    ],
  ],
  [
    'several are counted, and named beneath; nothing found says so',
    {counts: none, unread: [table, images]},
    '0 places · 4 parts not read',
    [
      'These rules found nothing to point at. That says little about what a report leaves out.',
      'Not read: one passage of code, 3 images.',
      local,
    ],
  ],
] as const)('%s', (_name, checked, text, tooltip) => {
  expect(statusText({is: 'checked', checked})).toEqual({text, tooltip})
})

test('a text that could not be checked is not said to be', () => {
  const problem = 'report.md: the front matter cannot be used. Mend it.'
  expect(statusText({is: 'checked', checked: {counts: none, unread: [], problem}})).toEqual({
    text: 'not checked',
    tooltip: ['This text could not be checked.', problem],
  })
})

test.each([
  ['waiting', 'checking …', 'This text is being checked.'],
  [
    'stopped',
    'not checked',
    'The check is not running, so this text is not checked. Select to start it again.',
  ],
  [
    'off',
    'not checked',
    'The check is turned off here, so this text is not checked. Select to open its settings.',
  ],
] as const)('where the check is %s', (is, text, tooltip) => {
  expect(statusText({is})).toEqual({text, tooltip: [tooltip]})
})
