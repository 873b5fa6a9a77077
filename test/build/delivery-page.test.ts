import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {parse, parseAllDocuments} from 'yaml'

// The examples of docs/delivery.md name only what there is.

const page = readFileSync('docs/delivery.md', 'utf8')
const [github, gitlab, preCommit] = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) =>
  parse(text ?? ''),
)
const read = (path: string) =>
  parseAllDocuments(readFileSync(path, 'utf8')).map((one) => one.toJS())

test('the example for GitHub gives inputs of the action', () => {
  const [{inputs}] = read('action.yml')
  const step = github.jobs.wording.steps.at(-1)
  expect(Object.keys(step.with).filter((name) => !(name in inputs))).toEqual([])
  for (const name of Object.keys(inputs)) expect(page).toContain(`\`${name}\``)
})

test('the example for GitLab gives inputs of the component, and the one that has to be given', () => {
  const [{spec}] = read('templates/safe-together-lint.yml')
  const {inputs} = gitlab.include[0]
  expect(Object.keys(inputs).filter((name) => !(name in spec.inputs))).toEqual([])
  const needed = Object.entries<object>(spec.inputs).filter(([, input]) => !('default' in input))
  expect(needed.map(([name]) => name).filter((name) => !(name in inputs))).toEqual([])
})

test('the example for pre-commit names the hook, and ends its arguments as the hook does', () => {
  const [[hook]] = read('.pre-commit-hooks.yaml')
  const [own] = preCommit.repos[0].hooks
  expect(own.id).toBe(hook.id)
  expect([own.args.at(-1), hook.args.at(-1)]).toEqual(['--', '--'])
})
