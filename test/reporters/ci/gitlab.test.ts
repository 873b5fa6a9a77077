import {safeParse} from 'valibot'
import {expect, test} from 'vitest'
import {UserError} from '../../../src/core/errors.ts'
import {createGitlab} from '../../../src/reporters/ci/gitlab.ts'
import {noColors} from '../../../src/reporters/reporter.ts'
import {gitlabReport} from '../../gitlab-report.ts'
import {documentOf, findingOf, resultOf} from '../results.ts'

const options = {colors: noColors, width: 80, quiet: false, showInfo: true}

/** The same template under two names, as copies of it lie in a repository. */
function entriesOf(...names: readonly string[]) {
  const reporter = createGitlab(options)
  const documents = names.map((name) => {
    const document = documentOf(name, [['1', [], 'It was a tiff.']])
    const result = resultOf(document, [findingOf(document, 'tiff')])
    return reporter.add(reporter.render({result, partiesDeclared: true}))
  })
  const failed =
    reporter.failed?.('./gone.md', new UserError('gone.md', 'it is gone', 'Look.')) ?? ''
  return JSON.parse([reporter.start(), ...documents, failed, reporter.end()].join(''))
}

test('the same words in two files are two entries, under the names that GitLab knows them by', () => {
  const entries = entriesOf('./a/x.md', 'b/x.md')
  expect(safeParse(gitlabReport, entries).issues).toBeUndefined()
  expect(entries.map(({location}: {location: {path: string}}) => location.path)).toEqual([
    'a/x.md',
    'b/x.md',
    'gone.md',
  ])
})

test('a fingerprint stays the same from run to run', () => {
  expect(entriesOf('a.md')).toEqual(entriesOf('a.md'))
})

test.each([
  ['a severity that there is not', {severity: 'error'}],
  ['no description', {description: undefined}],
  ['a line 0', {location: {path: 'a.md', lines: {begin: 0}}}],
  ['a path that begins with "./"', {location: {path: './a.md', lines: {begin: 1}}}],
  ['a fingerprint that stands there already', {fingerprint: entriesOf('a.md')[0].fingerprint}],
])('a twin with %s is found to be wrong', (_, change) => {
  const [first, second] = entriesOf('a.md', 'b.md')
  expect(safeParse(gitlabReport, [first, second]).success).toBe(true)
  expect(safeParse(gitlabReport, [first, {...second, ...change}]).success).toBe(false)
})
