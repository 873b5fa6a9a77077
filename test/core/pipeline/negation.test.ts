import {describe, expect, test} from 'vitest'
import {family, findingsOf, matched, unmark} from '../../engine.ts'

const match = {
  patterns: [
    '<volatile> ... <relationship>',
    '<failed-to> protect',
    '(choose|choice) to stay',
    'lack of insight',
    'domestic (dispute|argument)',
    'parental conflict',
    'provoke {perpetrator}',
    'mutual violence',
  ],
}

const found = (text: string) => findingsOf(match, text, family).map(({actual}) => actual)

describe('denied, doubted or left open: silent', () => {
  test.each([
    // denied
    'I do not think that Ms Rees chose to stay.',
    'I do not regard this as a volatile relationship.',
    'This was not a volatile relationship.',
    'This was never mutual violence.',
    'It is not a case of parental conflict.',
    'At no point did Ms Rees provoke Mr Hughes.',
    'Neither parent described a volatile relationship.',
    'It would be wrong to call this parental conflict.',
    'It would be misleading to speak of mutual violence.',
    'It is unfair to say that Ms Rees failed to protect Cai.',
    'It is inaccurate to call it a domestic dispute.',
    'There is nothing to suggest that Ms Rees provoked Mr Hughes.',
    'I reject the suggestion that Ms Rees failed to protect Cai.',
    'I would caution against reading this as parental conflict.',
    'Far from failing to protect Cai, Ms Rees took him to her sister.',
    'This was anything but a domestic dispute.',
    'There is no evidence that Ms Rees failed to protect Cai.',
    'Nothing I have read shows that Ms Rees failed to protect Cai.',
    'Nobody has suggested that Ms Rees provoked Mr Hughes.',
    'Nor did the mother provoke Mr Hughes.',
    'The evidence does not support mutual violence.',
    'None of this means that Ms Rees chose to stay.',
    // doubted
    'I am wary of any suggestion that Ms Rees chose to stay.',
    'I doubt that Ms Rees failed to protect Cai.',
    'I do not accept the disputed claim that Ms Rees failed to protect Cai.',
    'This could hardly be called parental conflict.',
    'I am not persuaded that Ms Rees failed to protect Cai.',
    'It is doubtful that this was mutual violence.',
    // left open
    'The question is whether Ms Rees failed to protect Cai.',
    'If Ms Rees failed to protect Cai, the court will say so.',
    'It is for the court to decide whether this was parental conflict.',
    'It remains unclear whether Ms Rees chose to stay.',
    // the words as words
    'I avoid the words “parental conflict” and the term domestic dispute.',
    'The phrase parental conflict hides who did what.',
    'I describe his behaviour as a pattern rather than a volatile relationship.',
    'Instead of parental conflict I write of what Mr Hughes did.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('it looks like a denial and is none: found', () => {
  test.each([
    'There is no doubt that Ms Rees [[failed to protect]] Cai.',
    'I do not doubt that Ms Rees [[chose to stay]].',
    'There is little doubt that Ms Rees [[failed to protect]] Cai.',
    'It is beyond dispute that Ms Rees [[chose to stay]].',
    'It can hardly be doubted that Ms Rees [[provoked Mr Hughes]].',
    'It cannot be denied that Ms Rees [[failed to protect]] Cai.',
    'It is not disputed that this was a [[volatile relationship]].',
    'This was not only [[parental conflict]] but a [[volatile relationship]].',
    'Not surprisingly, it became a [[volatile relationship]].',
    'Ms Rees not only left late but [[provoked Mr Hughes]].',
    'Ms Rees did not ring the police and [[chose to stay]].',
    'Mr Hughes did not work, and it was a [[volatile relationship]].',
    'Cai is not at school because of [[parental conflict]].',
    'No child should live with [[parental conflict]].',
    'I am not surprised that it was a [[volatile relationship]].',
    'Nobody can deny that Ms Rees [[failed to protect]] Cai.',
    'Without question Ms Rees [[failed to protect]] Cai.',
    'Her words show a [[lack of insight]].',
    'Cai was asked whether he was hungry; it was a [[volatile relationship]].',
    'Ms Rees does not work. She [[chose to stay]].',
    'Ms Rees, who does not drive, [[chose to stay]].',
    'Not for the first time, Ms Rees [[chose to stay]].',
    'Ms Rees could not explain why she [[failed to protect]] Cai.',
    'It was a [[volatile relationship]] and not a happy one.',
    'Ms Rees has not accepted that she [[failed to protect]] Cai.',
    'The harm done by [[parental conflict]] should not be ignored.',
    'Ms Rees shows a [[lack of insight]] and does not attend.',
    'If anything, the [[lack of insight]] has grown.',
    'Even if he was late, Ms Rees [[provoked Mr Hughes]].',
    'Ms Rees had no money and [[chose to stay]].',
    'It is not right that Cai lives with [[parental conflict]].',
  ])('%s', (marked) => {
    const {text, marks} = unmark(marked)
    expect(found(text)).toEqual(marks)
  })
})

describe('a pattern that holds its own negation is not denied by it', () => {
  test.each([
    ['<failed-to> protect', 'Ms Rees did [[not protect]] Cai.'],
    ['<failed-to> protect', 'Ms Rees was [[not able to protect]] Cai.'],
    ['no insight', 'Ms Rees has [[no insight]].'],
    ['never report', 'Ms Rees [[never reported]] it.'],
  ])('“%s”: %s', (pattern, marked) => {
    const {text, marks} = unmark(marked)
    expect(matched(pattern, text, family)).toEqual(marks)
  })

  test.each([
    ['Ms Rees could not have protected Cai from what Mr Hughes did.', []],
    ['Ms Rees did not protect Cai.', ['not protect']],
  ])('“could not have protected” frees of blame, where a rule excepts it: %s', (text, expected) => {
    const excepting = {patterns: ['<failed-to> ... protect'], except: ['could not have protected']}
    expect(findingsOf(excepting, text, family).map(({actual}) => actual)).toEqual(expected)
  })

  test('but a second one before it does deny it', () => {
    expect(
      matched('<failed-to> protect', 'I do not accept that Ms Rees did not protect Cai.', family),
    ).toEqual([])
  })
})
