import {Command} from 'commander'
import {expect, test} from 'vitest'
import {completedCommands} from '../../src/cli/completed.ts'
import {run} from './command.ts'

test('a shell that is not known is refused with the nearest', async () => {
  expect(await run(['completion', 'bsh'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr:
      'completion: "bsh" is not one of its values. Perhaps "bash" is meant. Its values: bash, zsh, fish.\n',
  })
  expect((await run(['completion'])).stderr).toBe(
    'completion: no shell is named. Name bash, zsh or fish.\n',
  )
})

test.each(['bash', 'zsh', 'fish'])(
  'the script for %s knows the rules of a pack that is named with it',
  async (shell) => {
    const {stdout} = await run(['completion', shell, '--rules', 'fixtures/packs/family-team'])
    expect(stdout).toContain('tension-at-home')
    expect((await run(['completion', shell])).stdout).not.toContain('tension-at-home')
  },
)

test('commands are listed with what they take, and options with their values', () => {
  const program = new Command('tool')
    .description('does things')
    .option('--size <size>', 'how large; small is usual')
    .option('-q, --quiet', 'says little (or nothing)')
    .argument('[files...]')
  const outer = program.command('outer').description('holds others')
  outer.command('inner').description('is held').option('--to <place>').argument('<thing>')
  expect(completedCommands(program, {size: ['small', 'large'], files: 'files'})).toEqual({
    name: 'tool',
    root: {
      path: '',
      name: '',
      above: '',
      description: 'does things',
      options: [
        {flags: ['--size'], description: 'how large', values: ['small', 'large']},
        {flags: ['-q', '--quiet'], description: 'says little', values: undefined},
        {flags: ['-h', '--help'], description: '', values: undefined},
      ],
      operands: 'files',
    },
    commands: [
      {
        path: 'outer',
        name: 'outer',
        above: '',
        description: 'holds others',
        options: [],
        operands: undefined,
      },
      {
        path: 'outer inner',
        name: 'inner',
        above: 'outer',
        description: 'is held',
        options: [{flags: ['--to'], description: '', values: 'anything'}],
        operands: 'anything',
      },
    ],
  })
})
