import {describe, expect, test} from 'vitest'
import {excerptsIn} from '../../src/reporters/sentence.ts'
import {documentOf} from './results.ts'

function excerptOf(text: string, marked: string) {
  const document = documentOf('a.txt', [
    ['1', [], 'Another paragraph'],
    ['2', [], text],
    ['3', [], 'And one more'],
  ])
  const start = document.text.indexOf(marked)
  const {
    before,
    marked: words,
    after,
  } = excerptsIn({document, withheld: []})({
    start,
    end: start + marked.length,
  })
  return `${before}«${words}»${after}`
}

describe('the sentence around marked words', () => {
  test.each([
    ['in the middle', 'He left. She was hit. He came back.', 'was hit', 'She «was hit».'],
    ['alone in its paragraph', 'She was hit', 'was hit', 'She «was hit»'],
    ['after a question', 'Why? She was hit! Then', 'was hit', 'She «was hit»!'],
    [
      'with a title in it',
      'He left. Mr. Jones was hit by Dr. Lee.',
      'was hit',
      'Mr. Jones «was hit» by Dr. Lee.',
    ],
    [
      'with a reference in it',
      'See para. 14 she was hit.',
      'was hit',
      'See para. 14 she «was hit».',
    ],
    ['in quotation marks', '“He left.” “She was hit.” He did.', 'was hit', '“She «was hit».”'],
    ['that holds its own full stop', 'He left. She was hit. He.', 'was hit.', 'She «was hit.»'],
    [
      'that runs over two sentences',
      'A b. He left. She was. End.',
      'left. She',
      'He «left. She» was.',
    ],
  ])('%s', (_, text, marked, expected) => {
    expect(excerptOf(text, marked)).toBe(expected)
  })

  test('is cut at words on both sides when it is long', () => {
    const long = 'word '.repeat(200)
    const excerpt = excerptOf(`${long}was hit ${long}`, 'was hit')
    expect(excerpt).toMatch(/^… (word ){20,32}«was hit»( word){20,32} …$/)
  })

  test('is cut even where it has no spaces', () => {
    const long = 'x'.repeat(1000)
    expect(excerptOf(`${long}HIT${long}`, 'HIT')).toBe(
      `… ${'x'.repeat(160)}«HIT»${'x'.repeat(160)} …`,
    )
  })
})
