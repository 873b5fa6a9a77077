import {spawnSync} from 'node:child_process'
import {chmodSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import multitool from '@microsoft/sarif-multitool'
import type {Log} from 'sarif'
import {safeParse} from 'valibot'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Folder, folderOf, run} from '../cli/command.ts'
import {hostileName, markedReports} from '../cli/marked-reports.ts'
import {gitlabReport} from '../gitlab-report.ts'
import {program} from './programs.ts'

// What the formats for build servers are is for others to say: SARIF’s own validator, and schemas of the rest. Each
// is tried on a twin of our output with one mistake, which has to be found.

const reports = {
  ...markedReports,
  'word.docx': readFileSync('fixtures/section-7/report.docx'),
  'bad.docx': 'no Word document',
  'x\u202e\u0001\ufffe]]>.md':
    'A ]]> b ##[error] \u202e\u0001 volatile relationship. It was a tiff ]]>.',
  'clean.md': 'Cai is six.',
}

let folder: Folder
beforeAll(async () => {
  folder = await folderOf(reports)
  // Its package makes itself executable in a script, which npm may be told not to run.
  chmodSync(multitool, 0o755)
})
afterAll(() => folder.remove())

async function outputOf(format: string, ...argv: readonly string[]): Promise<string> {
  // SARIF alone has a form for names from the root.
  const more = format === 'sarif' ? [join(folder.path, 'a.md')] : []
  const operands = ['.', 'd.fodt', 'g.pdf', ...more]
  const flags = ['--info', '--headers', '--format', format, ...argv]
  const {code, stdout} = await run([...operands, ...flags], {cwd: folder.path})
  if (code !== 2) throw new Error('Expected one file that cannot be read')
  return stdout
}

const extents = ['none', 'match', 'sentence'] as const

describe('SARIF', () => {
  /** What the validator writes into its own log: rule, level and where, of errors and warnings. */
  function faultsOf(text: string): readonly string[] {
    const [input, output] = [join(folder.path, 'in.sarif'), join(folder.path, 'out.sarif')]
    writeFileSync(input, text)
    const {status, stderr} = spawnSync(
      multitool,
      [
        'validate',
        input,
        '--output',
        output,
        '--log',
        'ForceOverwrite',
        '--rule-kind',
        'Sarif;Ghas',
      ],
      {
        encoding: 'utf8',
        timeout: 120_000,
        // The languages of Debian’s libraries are not needed, and may be missing.
        env: {...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1'},
      },
    )
    if (status === null) throw new Error(`The validator did not run: ${stderr}`)
    const log: Log = JSON.parse(readFileSync(output, 'utf8'))
    const [first] = log.runs
    if (!first?.invocations?.[0]?.executionSuccessful) throw new Error('The validator gave up')
    // It says nothing of a log that it cannot take in; of every other it misses an address.
    if ((first.results ?? []).length === 0) return ['unread error']
    return (first.results ?? []).map(({ruleId, level = 'warning', message}) =>
      [ruleId, level, ...(message.arguments ?? []).slice(0, 1)].join(' '),
    )
  }

  // The project has no address of its own yet, so the log can name none.
  const noAddress = 'SARIF2005 warning runs[0].tool.driver'

  test.each(extents)(
    'is what its validator and GitHub’s rules ask for, with excerpts: %s',
    async (extent) => {
      const text = await outputOf('sarif', '--excerpts', extent)
      expect(JSON.parse(text).runs[0].results.length).toBeGreaterThan(30)
      expect(faultsOf(text)).toEqual([noAddress])
    },
  )

  test('of nothing at all is valid, too', async () => {
    const {stdout} = await run(['clean.md', '--format', 'sarif'], {cwd: folder.path})
    expect(faultsOf(stdout)).toEqual([noAddress])
  })

  test.each([
    ['a URI that is none', /"uri":"templates[^"]*"/, '"uri":"a b#1#.md"', 'SARIF1002'],
    ['an index without a rule', /"ruleIndex":\d+/, '"ruleIndex":9999', 'SARIF1009'],
    ['a level that there is not', /"level":"error"/, '"level":"severe"', 'unread'],
    [
      'a rule that is named by its id',
      /"name":"Failure to protect"/,
      '"name":"failure-to-protect"',
      'SARIF1001',
    ],
    ['a field that there is not', '"columnKind":', '"columnKinds":', 'JSON1'],
    ['a region that ends before it begins', /"endLine":\d+/, '"endLine":0', 'JSON1'],
    ['a result without a place', /"locations":\[/, '"relatedLocations":[', 'GH1'],
  ])('with %s is found to be wrong', async (_, from, to, rule) => {
    const text = await outputOf('sarif')
    const twin = text.replace(from, to)
    expect(twin).not.toBe(text)
    expect(faultsOf(twin).join('\n')).toMatch(new RegExp(`^${rule}\\S* (?:error|warning)`, 'm'))
  })

  test('says of each rule what it is for, of each result where it stands, and keeps what is accepted', async () => {
    const log: Log = JSON.parse(await outputOf('sarif'))
    const [{results = [], tool} = {tool: {driver: {name: ''}}}] = log.runs
    const rules = tool.driver.rules ?? []
    for (const {id, shortDescription, fullDescription, help, defaultConfiguration} of rules) {
      const texts = [shortDescription?.text, fullDescription?.text, help?.text]
      expect([id, ...texts.map((text) => (text ?? '').length > 3)]).toEqual([
        id,
        ...Array(3).fill(true),
      ])
      expect(['error', 'warning', 'note']).toContain(defaultConfiguration?.level)
    }
    for (const {ruleId, ruleIndex = -1, partialFingerprints, locations} of results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId)
      expect(Object.values(partialFingerprints ?? {})).toEqual([
        expect.stringMatching(/^[0-9a-f]{16}$/),
      ])
      expect(locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName).toMatch(/./)
    }
    const inWord = results.flatMap(({locations}) => {
      const [place] = locations ?? []
      const uri = place?.physicalLocation?.artifactLocation?.uri
      return uri === 'word.docx' ? (place?.logicalLocations?.[0]?.name ?? '') : []
    })
    expect(inWord).toContainEqual(expect.stringMatching(/^\d+(\.\d+)?$/))
    const kept = results.flatMap(({suppressions = []}) => suppressions)
    expect(kept.length).toBeGreaterThan(1)
    expect(new Set(kept.map(({justification}) => justification))).toEqual(
      new Set(['Accepted by the author, with a reason that the file gives.']),
    )
  })
})

/** What xmllint says of a file under a schema; "" where it is valid. */
function faultsUnder(schema: string, xml: string): string {
  const path = join(folder.path, 'in.xml')
  writeFileSync(path, xml)
  const {status, stderr} = spawnSync(
    program('xmllint'),
    ['--nonet', '--noout', '--schema', `test/clients/schemas/${schema}.xsd`, path],
    {encoding: 'utf8', timeout: 60_000},
  )
  if (status === 0) return ''
  // 3 and 4 are of the file; anything else is of the schema or of the program.
  if (status !== 3 && status !== 4 && status !== 1) throw new Error(stderr)
  return stderr
}

type Twin = readonly [what: string, from: RegExp | string, to: string, said: string]

const twins: Readonly<Record<'junit' | 'checkstyle', Twin[]>> = {
  junit: [
    ['a count that is none', /failures="\d+"/, 'failures="some"', 'failures'],
    ['a suite without a name', /<testsuite name="[^"]*"/, '<testsuite', 'name'],
    ['an element that there is not', '</testsuites>', '<finding/></testsuites>', 'finding'],
    ['a case that fails twice', /(<failure [^>]*\/>)/, '$1$1', 'failure'],
    ['a bare "<"', /message="/, 'message="<', 'parser error'],
  ],
  checkstyle: [
    ['a severity that there is not', /severity="error"/, 'severity="severe"', 'severity'],
    ['line 0', / line="\d+"/, ' line="0"', 'line'],
    ['an error without a source', / source="[^"]*"/, '', 'source'],
    ['a file in a file', '</file>', '<file name="a"/></file>', 'file'],
    ['a control character', 'message="', 'message="\u0001', 'parser error'],
  ],
}

describe.each(['junit', 'checkstyle'] as const)('%s', (format) => {
  test.each(extents)('is valid under its schema, with excerpts: %s', async (extent) => {
    const xml = await outputOf(format, '--excerpts', extent)
    expect(xml).toContain('bad.docx')
    expect(xml).toContain('word.docx')
    expect(faultsUnder(format, xml)).toBe('')
  })

  test.each(twins[format])('with %s is found to be wrong', async (_, from, to, said) => {
    const xml = await outputOf(format)
    const twin = xml.replace(from, to)
    expect(twin).not.toBe(xml)
    expect(faultsUnder(format, twin)).toContain(said)
  })
})

test('JUnit counts what it holds', async () => {
  const xml = await outputOf('junit')
  for (const [, tests, failures, errors, suite = ''] of xml.matchAll(
    /<testsuite [^>]*tests="(\d+)" failures="(\d+)" errors="(\d+)"[^>]*>(.*?)<\/testsuite>/gs,
  )) {
    const count = (name: string) => suite.split(`<${name} `).length - 1
    expect([count('testcase'), count('failure'), count('error')].map(String)).toEqual([
      tests,
      failures,
      errors,
    ])
  }
})

test('GitLab gets the shape that it documents', async () => {
  const result = safeParse(gitlabReport, JSON.parse(await outputOf('gitlab')))
  expect(result.issues).toBeUndefined()
  expect(JSON.stringify(result.output)).toContain(JSON.stringify(hostileName))
})
