import {describe, expect, test} from 'vitest'
import {readRules} from '../../src/build/read-rules.ts'
import {emptyContext} from '../../src/core/context.ts'
import {extendRulebook} from '../../src/core/extend-rulebook.ts'
import type {Pack} from '../../src/core/pack.ts'
import type {RuleEntry} from '../../src/core/rule.ts'
import {compileRulebook, type RulebookData} from '../../src/core/rulebook.ts'
import type {Finding} from '../../src/core/types.ts'
import {lintWith} from '../../src/lint.ts'
import {createProcessor} from '../../src/processor.ts'
import {readText} from '../../src/readers/index.ts'

const sources = readRules('rules')
/** Detectors, roles, facts, lists and gaps are among them. */
const some = sources.rules.filter(({category}) =>
  ['credibility', 'perpetrator-invisible', 'legal-terms'].includes(category),
)
const packOf = (rules: readonly RuleEntry[], more: Partial<Pack> = {}): Pack => ({
  name: 'ours',
  title: 'Ours',
  rules,
  sources: {},
  replaces: [],
  adjustments: {},
  names: [],
  legalFrames: [],
  ...more,
})

const report = readText(
  new TextEncoder().encode(
    some
      .flatMap(({examples}) => examples.flatMap((each) => ('bad' in each ? [each.bad] : [])))
      .join('\n\n')
      .replaceAll(/\[\[|\]\]/g, ''),
  ),
  'report.txt',
)
const findingsOf = (rulebook: RulebookData, profile = 'none'): readonly Finding[] =>
  lintWith(createProcessor(rulebook), report, {...emptyContext, profile}).findings

const compile = (rules: readonly RuleEntry[]) => compileRulebook({...sources, rules})

describe('a rulebook with a pack', () => {
  test('finds what it would if its rules had been built in, in one order', () => {
    const whole = findingsOf(compile(some))
    const built = compile(some.filter((_, index) => index % 2 === 0))
    const added = packOf(some.filter((_, index) => index % 2 === 1))
    expect(whole.length).toBeGreaterThan(60)
    expect(findingsOf(extendRulebook(built, sources.lexicon, [added]))).toEqual(whole)
  })

  test('leaves the rulebook that it extends as it was', () => {
    const built = compile(some.slice(0, 5))
    const before = JSON.stringify(built)
    extendRulebook(built, sources.lexicon, [packOf(some.slice(5))])
    expect(JSON.stringify(built)).toBe(before)
  })

  test('has a rule in place of the built-in one that it replaces', () => {
    const [claims] = some.filter(({id}) => id === 'claims')
    if (!claims) throw new Error('Expected the rule "claims"')
    const own = {...claims, message: 'Ours.'}
    const pack = packOf([own], {replaces: ['claims']})
    const messages = findingsOf(extendRulebook(compile(some), sources.lexicon, [pack]))
      .filter(({ruleId}) => ruleId === 'claims')
      .map(({message}) => message)
    expect([...new Set(messages)]).toEqual(['Ours.'])
  })

  test('refuses a pattern that names no list, and says in which file', () => {
    const [rule] = some
    if (!rule) throw new Error('Expected a rule')
    const pack = packOf([{...rule, id: 'new', category: 'words', match: {patterns: ['<nowhere>']}}])
    expect(() => extendRulebook(compile([]), sources.lexicon, [pack])).toThrow(
      /^ours\/words\/new\.yml: match\.patterns\[0\] “<nowhere>”: names the list <nowhere>/,
    )
  })

  test('refuses a legal frame that cannot be read', () => {
    const pack = packOf([], {legalFrames: ['(open']})
    expect(() => extendRulebook(compile([]), sources.lexicon, [pack])).toThrow(
      /^ours\/pack\.yml: legal-frames\[0\] “\(open”: /,
    )
  })

  test('refuses two packs with a rule of one name', () => {
    const packs = [packOf(some.slice(0, 1)), packOf(some.slice(0, 1), {name: 'theirs'})]
    expect(() => extendRulebook(compile([]), sources.lexicon, packs)).toThrow(
      /^theirs\/.*: has the same name as ours\//,
    )
  })
})
