import {expect, test} from 'vitest'
import {UserError} from '../../../src/core/errors.ts'
import {createCheckstyle} from '../../../src/reporters/ci/checkstyle.ts'
import {createGithub} from '../../../src/reporters/ci/github.ts'
import {createGitlab} from '../../../src/reporters/ci/gitlab.ts'
import {createJunit} from '../../../src/reporters/ci/junit.ts'
import {createSarif} from '../../../src/reporters/ci/sarif.ts'
import {
  type Checked,
  noColors,
  type Reporter,
  type ReportOptions,
} from '../../../src/reporters/reporter.ts'
import {documentOf, findingOf, resultOf} from '../results.ts'

const options: ReportOptions = {colors: noColors, width: 80, quiet: false, showInfo: false}

const document = documentOf('templates/draft.txt', [
  ['1', [], 'Zqheading'],
  ['1.1', ['Zqheading'], 'Zqmother works.'],
  ['1.2', ['Zqheading'], 'She failed to protect Zqchild. It was a tiff.'],
])
const [heading, ...others] = document.blocks
const titled = {
  ...document,
  blocks: heading ? [{...heading, kind: 'heading' as const}, ...others] : [],
}
const findings = [
  findingOf(titled, 'failed to protect', {ask: 'What did the person do?'}),
  findingOf(titled, 'tiff', {
    ruleId: 'tiff',
    severity: 'question',
    category: 'minimising',
    message: 'Makes little of it.',
    ask: '',
    fingerprint: 'fedcba9876543210',
  }),
]
const checked: Checked = {result: resultOf(titled, findings), partiesDeclared: true}
const gone = new UserError('gone.docx', 'there is no such file', 'Check the name.')

const render = (reporter: Reporter, each: Checked = checked) =>
  reporter.start() +
  reporter.add(reporter.render(each)) +
  (reporter.failed?.('gone.docx', gone) ?? '') +
  reporter.end()

const creators = {
  github: createGithub,
  gitlab: createGitlab,
  checkstyle: createCheckstyle,
  junit: createJunit,
  sarif: createSarif,
}

test('GitHub gets a line for each place, and one for a file that could not be read', () => {
  expect(render(createGithub(options))).toBe(
    [
      '::error file=templates/draft.txt,line=3,col=5,title=worth changing (failure-to-protect)::section 1, 1.2: Makes one parent answerable for what the other did. What did the person do?',
      '::notice file=templates/draft.txt,line=3,col=41,title=a question (tiff)::section 1, 1.2: Makes little of it.',
      '::error file=gone.docx,title=could not be checked::there is no such file. Check the name.',
      '',
    ].join('\n'),
  )
})

test('GitLab gets one array', () => {
  const entries = JSON.parse(render(createGitlab({...options, salt: 'a'})))
  expect(entries).toEqual([
    {
      description:
        'section 1, 1.2: Makes one parent answerable for what the other did. What did the person do?',
      check_name: 'failure-to-protect',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      severity: 'major',
      location: {path: 'templates/draft.txt', lines: {begin: 3}},
    },
    expect.objectContaining({check_name: 'tiff', severity: 'info'}),
    expect.objectContaining({
      description: 'could not be checked: there is no such file. Check the name.',
      severity: 'blocker',
      location: {path: 'gone.docx', lines: {begin: 1}},
    }),
  ])
})

test('a fingerprint is that of one repository', () => {
  const fingerprintsOf = (salt: string) =>
    JSON.parse(render(createGitlab({...options, salt}))).map(
      ({fingerprint}: {fingerprint: string}) => fingerprint,
    )
  expect(fingerprintsOf('a')).toEqual(fingerprintsOf('a'))
  expect(fingerprintsOf('a')).not.toEqual(fingerprintsOf('b'))
  expect(fingerprintsOf('a')).not.toContain('0123456789abcdef')
})

test('Checkstyle and JUnit get their XML', () => {
  expect(render(createCheckstyle(options))).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
<file name="templates/draft.txt"><error line="3" column="5" severity="error" message="section 1, 1.2: Makes one parent answerable for what the other did. What did the person do?" source="safe-together.failure-to-protect"/><error line="3" column="41" severity="info" message="section 1, 1.2: Makes little of it." source="safe-together.tiff"/></file>
<file name="gone.docx"><error severity="error" message="there is no such file. Check the name." source="safe-together"/></file>
</checkstyle>
`,
  )
  expect(render(createJunit(options))).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="safe-together-lint">
<testsuite name="templates/draft.txt" tests="1" failures="1" errors="0"><testcase name="failure-to-protect (section 1, 1.2)" classname="templates/draft.txt"><failure message="section 1, 1.2: Makes one parent answerable for what the other did. What did the person do?" type="error"/></testcase><system-out>tiff: section 1, 1.2: Makes little of it.
</system-out></testsuite>
<testsuite name="gone.docx" tests="1" failures="0" errors="1"><testcase name="can be read" classname="gone.docx"><error message="there is no such file. Check the name." type="ReadError"/></testcase></testsuite>
</testsuites>
`,
  )
})

test('JUnit fails what fails the run, and passes a report in which nothing does', () => {
  const xml = render(createJunit({...options, failing: []}))
  expect(xml).toContain(
    'tests="1" failures="0" errors="0"><testcase name="nothing that fails the run"',
  )
})

test('SARIF says where, what and by which rule, and that a file could not be read', () => {
  const log = JSON.parse(render(createSarif({...options, version: '1.2.3'})))
  const [{results, tool, invocations, columnKind}] = log.runs
  expect(log.version).toBe('2.1.0')
  expect(columnKind).toBe('utf16CodeUnits')
  expect(results[0]).toEqual({
    ruleId: 'failure-to-protect',
    ruleIndex: 0,
    level: 'error',
    message: {
      text: 'section 1, 1.2: Makes one parent answerable for what the other did. What did the person do?',
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {uri: 'templates/draft.txt'},
          region: {
            startLine: 3,
            startColumn: 5,
            endLine: 3,
            endColumn: 22,
            charOffset: 30,
            charLength: 17,
          },
        },
        logicalLocations: [{name: '1.2', fullyQualifiedName: 'section 1, 1.2', kind: 'element'}],
      },
    ],
    partialFingerprints: {'safeTogether/v1': expect.stringMatching(/^[0-9a-f]{16}$/)},
    properties: {severity: 'error', category: 'victim-blaming'},
  })
  expect(results[1]).toMatchObject({ruleId: 'tiff', ruleIndex: 1, level: 'note'})
  expect(tool.driver).toMatchObject({
    name: 'safe-together-lint',
    semanticVersion: '1.2.3',
    rules: [{id: 'failure-to-protect'}, {id: 'tiff'}],
  })
  expect(invocations[0]).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [{level: 'error', message: {text: gone.message}}],
  })
})

test('a Word document has no lines; SARIF gives the place in the text that was read from it', () => {
  const word = {...checked, result: resultOf({...titled, format: 'docx'}, findings)}
  expect(render(createGithub(options), word)).toMatch(/^::error file=templates\/draft\.txt,title=/)
  const [{results}] = JSON.parse(render(createSarif(options), word)).runs
  expect(results[0].locations[0].physicalLocation.region).toEqual({
    startLine: 3,
    startColumn: 5,
    endLine: 3,
    endColumn: 22,
    charOffset: 30,
    charLength: 17,
  })
  expect(results[0].locations[0].logicalLocations).toEqual([
    {name: '1.2', fullyQualifiedName: 'section 1, 1.2', kind: 'element'},
  ])
})

test.each(Object.entries(creators))(
  '%s holds no text of the report unless it is asked for',
  (_, create) => {
    expect(render(create(options))).not.toMatch(/zq/i)
    expect(render(create({...options, excerpts: 'match'}))).toMatch(/«failed to protect»/)
    expect(render(create({...options, excerpts: 'match'}))).not.toMatch(/zq/i)
    expect(render(create({...options, excerpts: 'sentence'}))).toContain(
      'She «failed to protect» Zqchild.',
    )
  },
)

const evil = 'x\r\n::error::y%0A<b a="1">&amp;]]>\u202e\u0007\u0085\ud800{z}'
const hostile = documentOf(`${evil}.txt`, [['1', [], `A ${evil} b.`]])
const attack: Checked = {
  result: resultOf(hostile, [
    findingOf(hostile, evil, {message: evil, ask: evil, label: evil, ruleId: 'a-b'}),
  ]),
  partiesDeclared: true,
}

test.each(Object.entries(creators))(
  '%s cannot be broken by what a text or a name holds',
  (name, create) => {
    const output = render(create({...options, excerpts: 'sentence'}), attack)
    expect(output).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
    )
    if (name === 'junit' || name === 'checkstyle') expect(output).not.toContain('<b a=')
  },
)

test('GitHub reads as many commands from a hostile text as there are places', () => {
  const output = render(createGithub({...options, excerpts: 'sentence'}), attack)
  expect(
    output
      .trimEnd()
      .split('\n')
      .map((line) => /^::(\w+) /.exec(line)?.[1]),
  ).toEqual(['error', 'error'])
})
