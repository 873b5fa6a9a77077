import {expect, test} from 'vitest'
import type {PatternMatchData} from '../../../src/core/rule.ts'
import {gradedIn} from '../../engine.ts'

const match: PatternMatchData = {patterns: ['perpetrator and his'], when: 'template'}

test('what only a template gets wrong is looked for in a template alone', () => {
  const text = 'Describe the perpetrator and his family.'
  expect(gradedIn(match, text, {mode: 'template'})).toEqual(['warning: perpetrator and his'])
  expect(gradedIn(match, text, {mode: 'report'})).toEqual([])
  expect(gradedIn(match, text)).toEqual([])
})

test('what a template asks its author to consider is not left open', () => {
  const asked: PatternMatchData = {patterns: ['poor choice']}
  const text = 'Consider whether this was a poor choice.'
  expect(gradedIn(asked, text, {mode: 'template'})).toEqual(['warning: poor choice'])
  expect(gradedIn(asked, text, {mode: 'report'})).toEqual([])
})

test('guidance against a wording is left alone, up to where it turns', () => {
  const named: PatternMatchData = {patterns: ['volatile relationship']}
  const template = {mode: 'template'} as const
  for (const text of [
    'Avoid calling abuse a volatile relationship.',
    'Never say that they had a volatile relationship.',
    'Do not write that this was a volatile relationship.',
    'Please avoid the words volatile relationship.',
  ])
    expect(gradedIn(named, text, template), text).toEqual([])
  for (const text of [
    'Avoid delay: describe the volatile relationship.',
    'Do not use names but describe the volatile relationship.',
    'Describe the volatile relationship.',
  ])
    expect(gradedIn(named, text, template), text).toEqual(['warning: volatile relationship'])
})
