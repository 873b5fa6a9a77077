import {expect, test} from 'vitest'
import {readSettings, usualSettings} from '../../src/lsp/settings.ts'

test('what nobody has set is as usual', () => {
  expect(readSettings(null)).toEqual({settings: usualSettings, problems: []})
  expect(readSettings({enable: null, debounce: undefined})).toEqual({
    settings: usualSettings,
    problems: [],
  })
  expect(usualSettings).toEqual({
    enable: true,
    mode: 'auto',
    showInfo: false,
    showQuestions: true,
    debounce: 150,
    rulePages: '',
    sectionCounts: 'off',
    profile: '',
    rules: [],
    workspaceDiagnostics: false,
  })
})

test('what is set holds', () => {
  const {settings, problems} = readSettings({mode: 'template', debounce: 0, rules: ['ours']})
  expect(problems).toEqual([])
  expect(settings).toEqual({...usualSettings, mode: 'template', debounce: 0, rules: ['ours']})
})

test('a setting that there is not is told with the nearest, and all others hold', () => {
  const {settings, problems} = readSettings({showInfos: true, showQuestions: false})
  expect(settings).toEqual({...usualSettings, showQuestions: false})
  expect(problems).toEqual([
    'settings: there is no setting “showInfos”. Perhaps “showInfo” is meant.',
  ])
})

test.each(['javascript:alert(1)', 'command:run', 'rules'])(
  'pages of rules never stand at %s',
  (rulePages) => {
    const {settings, problems} = readSettings({rulePages})
    expect([settings.rulePages, problems.length]).toEqual(['', 1])
  },
)

test('a value that cannot be used is told, without the value, and the usual one holds', () => {
  const {settings, problems} = readSettings({debounce: -1, mode: 'Ms Rees', rulePages: 'pages'})
  expect(settings).toEqual(usualSettings)
  expect(problems).toEqual([
    'safeTogetherLint.debounce: the value cannot be used. The usual value, 150, holds.',
    'safeTogetherLint.mode: the value cannot be used. The usual value, "auto", holds.',
    'safeTogetherLint.rulePages: the value cannot be used. The usual value, "", holds.',
  ])
})
