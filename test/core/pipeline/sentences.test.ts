import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {analyse, sentencesOf} from '../../engine.ts'

describe('two sentences stay two', () => {
  test.each([
    ['The mother is aged 30.', 'She lives in Barry.'],
    ['He was 9.', 'He is now 12.'],
    ['I spoke to Cai on 4 May.', 'He was calm.'],
    ['The score was 14.', 'The threshold is 12.'],
    ['They married in 2014.', 'They separated in 2021.'],
    ['I refer to paragraph 4.2.', 'It is disputed.'],
    ['He moved back in.', 'The mother was told later.'],
    ['She let him back in.', 'The children saw it.'],
    ['He sat.', 'She stood.'],
    ['It took an hour and ten min.', 'The mother left.'],
    ['The child sat in the sun.', 'Her mother rang.'],
    ['The log is for Mon.', 'The next is blank.'],
    ['He shouted at me.', 'I left.'],
    ['She spoke to the man.', 'He left.'],
    ['The visit was at 9 a.m.', 'The mother was out.'],
    ['She rang at 11 p.m.', 'Nobody answered.'],
    ['He said that he was sorry!', 'She did not reply.'],
    ['Was he there?', 'She does not know.'],
    ['He was arrested (the log is at page 40).', 'He was bailed.'],
    ['He earns £400.', 'She earns less.'],
    ['The distance is 3 ft.', 'The door is narrow.'],
    ['He said “I am sorry.”', 'She left.'],
    ['She was 5 ft. tall.', 'He was taller.'],
  ])('%s %s', (first, second) => {
    expect(sentencesOf(`${first} ${second}`)).toEqual([first, second])
  })
})

describe('one sentence stays one', () => {
  test.each([
    'I refer to Re H-N [2021] EWCA Civ 448 and to what follows.',
    'See para. 14 of the statement of Ms Rees.',
    'See paras. 14 to 16 of the statement.',
    'Cllr. Price wrote to the school.',
    'Cllr Price wrote to the school.',
    'Ms. Rees and Mr. Hughes separated in May.',
    'Ms Rees and Mr Hughes separated in May.',
    'Dr. Price saw Mrs. Rees at home.',
    'At 9 a.m. on Monday the mother rang.',
    'At 11 p.m. that night Ms Rees rang the police.',
    'The hearing before J. R. Price was short.',
    'Mr J. Hughes hit Ms A. Rees in May.',
    'The file has no. 14 on it.',
    'Incident No. 4417 was logged.',
    'This is Rees v. Hughes in the list.',
    'The order was made under s. 8 of the Act.',
    'It is at p. 14 and pp. 20 to 22 of the bundle.',
    'He has several jobs, e.g. Monday shifts at the depot.',
    'He was late, i.e. Cai waited an hour.',
    'The mother, the father etc. were invited.',
    'St. Mary’s Primary School wrote to me.',
    'The weight was 4.5 kg in all.',
    '4.2 The mother left in May.',
    '14. The mother left in May.',
    '(a) The mother left in May.',
    'Prof. Price and Sgt. Hill attended.',
    'P.C. Price attended with Sgt. Hill.',
  ])('%s', (text) => {
    expect(sentencesOf(text)).toEqual([text])
  })
})

test('a neutral citation that ends a sentence ends it', () => {
  expect(
    sentencesOf('The leading case is Re H-N [2021] EWCA Civ 448. The mother relies on it.'),
  ).toEqual(['The leading case is Re H-N [2021] EWCA Civ 448.', 'The mother relies on it.'])
})

test('numbered paragraphs run together keep their sentences', () => {
  expect(sentencesOf('4.2 The mother left in May. 4.3 The father stayed.')).toEqual([
    '4.2 The mother left in May.',
    '4.3 The father stayed.',
  ])
})

const wordy = fc.constantFrom(
  'The mother left',
  'aged 30',
  'para. 14',
  'a.m.',
  'Ms Rees',
  '[2021] EWCA Civ 448',
  'moved back in',
  '“',
  '”',
  '‘',
  '’',
  '.',
  '.',
  '!',
  '?',
  ' ',
  ' ',
  '\n',
  '\t',
  '\u00a0',
  '…',
  '(',
  ')',
  '4.2',
  'Cllr.',
  'e.g.',
  'Cafcass',
  '–',
  ';',
  'didn’t',
  '🙂',
  'é',
)
const text = fc.oneof(
  fc.array(wordy, {maxLength: 30}).map((parts) => parts.join('')),
  fc.array(wordy, {maxLength: 30}).map((parts) => parts.join(' ')),
  fc.string({unit: 'grapheme', maxLength: 60}),
)

test('sentences and the white space between them are the whole text', () => {
  fc.assert(
    fc.property(text, (sample) => {
      const {sentences} = analyse(sample)
      let at = 0
      for (const {start, end} of sentences) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(sample.slice(at, start).trim()).toBe('')
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(sample.slice(at).trim()).toBe('')
    }),
    {numRuns: 400},
  )
})

test('every word is the slice of the text where it says it stands', () => {
  fc.assert(
    fc.property(text, (sample) => {
      const words = analyse(sample).sentences.flatMap((sentence) => [...sentence.words])
      expect(words.map(({start, end}) => sample.slice(start, end))).toEqual(
        words.map((word) => word.text),
      )
    }),
    {numRuns: 400},
  )
})

test('words of a sentence stand inside it, in order', () => {
  fc.assert(
    fc.property(text, (sample) => {
      for (const {start, end, words} of analyse(sample).sentences) {
        let at = start
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(at)
          at = word.end
        }
        expect(at).toBeLessThanOrEqual(end)
      }
    }),
    {numRuns: 400},
  )
})
