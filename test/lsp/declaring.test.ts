import {describe, expect, test} from 'vitest'
import {withDeclaration} from '../../src/lsp/declaring.ts'

const jones = {person: 'Mr Jones', role: 'perpetrator'} as const

describe('a declaration is added', () => {
  test.each([
    ['', 'behaviour-of: Mr Jones\n'],
    ['title: A report # of 4 May\n', 'title: A report # of 4 May\nbehaviour-of: Mr Jones\n'],
    ['behaviour-of: Dad\n', 'behaviour-of:\n  - Dad\n  - Mr Jones\n'],
    ['behaviour-of: [Dad, A]\n', 'behaviour-of:\n  - Dad\n  - A\n  - Mr Jones\n'],
    [
      'safe-together:\n  mode: report\n',
      'safe-together:\n  mode: report\n  behaviour-of: Mr Jones\n',
    ],
  ])('to %j', (before, after) => {
    expect(withDeclaration(before, jones)).toBe(after)
  })

  test('of the status, in place of another', () => {
    expect(withDeclaration('status: told\n', {status: 'found'})).toBe('status: found\n')
  })

  test('never to what cannot be read', () => {
    expect(withDeclaration('a: [', jones)).toBeUndefined()
    expect(withDeclaration('- a list\n', jones)).toBeUndefined()
  })
})
