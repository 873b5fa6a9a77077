import {readFileSync} from 'node:fs'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {noticesOf} from '../../../src/build/licences/notices.ts'
import {licencesPage} from '../../../src/build/licences/page.ts'
import {productionTree} from '../../../src/build/licences/tree.ts'
import {UserError} from '../../../src/core/errors.ts'
import {type Folder, folderOf} from '../../cli/command.ts'

const today = productionTree('.')

test('docs/licences.md lists what is installed today (if not: npm run build:pages)', () => {
  expect(licencesPage(today)).toBe(readFileSync('docs/licences.md', 'utf8'))
})

test('every direct dependency is in the tree as it is asked for, and no tool of development is', () => {
  const manifest: {dependencies: Record<string, string>; devDependencies: Record<string, string>} =
    JSON.parse(readFileSync('package.json', 'utf8'))
  const rangesByName = new Map(today.map(({name, ranges}) => [name, ranges]))
  for (const [name, range] of Object.entries(manifest.dependencies))
    expect({name, ranges: rangesByName.get(name)}).toEqual({
      name,
      ranges: expect.arrayContaining([range]),
    })
  for (const name of ['typescript', 'vitest', 'esbuild', 'docx', 'gitlab-ci-local'])
    expect(rangesByName.has(name)).toBe(false)
})

test('nobody in the tree has a licence that is not one of those a house may take without asking', () => {
  const licences = new Set(today.map(({licence}) => licence))
  const taken = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'CC0-1.0']
  expect([...licences].filter((licence) => ![...taken, 'BlueOak-1.0.0'].includes(licence))).toEqual(
    [],
  )
})

describe('a licence', () => {
  const item = (name: string, licence: string) => ({
    ...{name, licence, version: '1.0.0', ranges: ['^1.0.0'], path: `node_modules/${name}`},
  })
  const accepted = {MIT: 'is fine.', 'Apache-2.0': 'is fine, too.'}

  test('that nobody has accepted stops the page, and so does none', () => {
    expect(() => licencesPage([item('left', 'MIT'), item('right', 'AGPL-3.0')], accepted)).toThrow(
      new UserError(
        'right',
        'has the licence AGPL-3.0, which nobody has accepted',
        'Do without it, or read the licence and add it with a reason to src/build/licences/accepted.ts.',
      ),
    )
    expect(() => licencesPage([item('right', '')], accepted)).toThrow('right: names no licence.')
  })

  test('that is accepted for nothing is taken out again', () => {
    expect(() => licencesPage([item('left', 'MIT')], {...accepted, ISC: 'is fine.'})).toThrow(
      'ISC: is accepted, and no package has it.',
    )
  })

  test('is counted, with what packages carry inside of them', () => {
    const page = licencesPage([item('left', 'MIT'), item('right', 'MIT')], accepted)
    expect(page).toContain(
      '- **MIT** (2 packages) is fine.\n- **Apache-2.0** (1 package) is fine, too.',
    )
    expect(page).toContain('| left | ^1.0.0 | MIT |\n| right | ^1.0.0 | MIT |\n')
  })
})

describe('of a project', () => {
  const manifest = (name: string, version: string, rest: object = {}) =>
    JSON.stringify({name, version, license: 'MIT', ...rest})

  let folder: Folder
  beforeAll(async () => {
    folder = await folderOf({
      'package-lock.json': JSON.stringify({
        packages: {
          '': {dependencies: {left: '^2.0.0', right: '~1.1.0'}},
          'node_modules/left': {},
          'node_modules/right': {dependencies: {left: '^1.0.0', old: '*'}},
          'node_modules/right/node_modules/left': {},
          'node_modules/old': {dependencies: {left: '>=2'}},
          'node_modules/tool': {dev: true, dependencies: {left: '^2.9.0'}},
        },
      }),
      'node_modules/left/package.json': manifest('left', '2.3.0'),
      'node_modules/left/LICENSE.md': 'The terms of left, which are kind.\n',
      'node_modules/right/package.json': manifest('right', '1.1.4', {author: {name: 'R. Ight'}}),
      'node_modules/right/node_modules/left/package.json': manifest('left', '1.9.0'),
      'node_modules/right/node_modules/left/license': 'The terms of the older left.',
      'node_modules/old/package.json': manifest('old', '0.2.2', {
        license: undefined,
        licenses: [{type: 'ISC', url: 'https://example.org'}],
      }),
      'node_modules/tool/package.json': manifest('tool', '3.0.0', {license: 'GPL-3.0'}),
    })
  })
  afterAll(() => folder.remove())

  test('two versions of a package are two lines, each with what is asked of it', () => {
    const lines = productionTree(folder.path).map(
      ({name, version, ranges, licence}) => `${name} ${version} (${ranges}) ${licence}`,
    )
    expect(lines).toEqual([
      'left 1.9.0 (^1.0.0) MIT',
      'left 2.3.0 (>=2,^2.0.0) MIT',
      'old 0.2.2 (*) ISC',
      'right 1.1.4 (~1.1.0) MIT',
    ])
  })

  test('the notices are those of the packages, or the standard text with the name of the author', () => {
    const notices = noticesOf(folder.path, productionTree(folder.path))
    const own = notices.split(/^─+$/m)
    expect(own[2]?.trim()).toBe('The terms of the older left.')
    expect(own[4]?.trim()).toBe('The terms of left, which are kind.')
    expect(own[7]?.trim()).toBe('right 1.1.4: MIT')
    expect(own[8]).toContain('Its author is R. Ight;')
    expect(own[8]).toContain('Permission is hereby granted, free of charge')
    expect(own[9]?.trim()).toBe('PDF.js (unpdf): Apache-2.0, © Mozilla Foundation')
    expect(own[10]).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION')
  })
})
