import {describe, expect, test} from 'vitest'
import {family, gradedIn, markedInTurn, voiceIn} from '../../engine.ts'

describe('quotation marks', () => {
  test.each([
    ['curly', 'Cai said “Dad hit Mam” and wept.', 'Dad hit Mam', 'quotation'],
    ['straight', 'Cai said "Dad hit Mam" and wept.', 'Dad hit Mam', 'quotation'],
    ['curly single', 'Cai said ‘Dad hit Mam’ and wept.', 'Dad hit Mam', 'quotation'],
    ['straight single', "Cai said 'Dad hit Mam' and wept.", 'Dad hit Mam', 'quotation'],
    [
      'single with an apostrophe inside',
      'Cai said ‘Dad didn’t hit Mam’s arm’ and wept.',
      'Dad didn’t hit Mam’s arm',
      'quotation',
    ],
    [
      'straight single with an apostrophe inside',
      "Cai said 'Dad didn't hit Mam' and wept.",
      "Dad didn't hit Mam",
      'quotation',
    ],
    ['nested', 'Cai said “Dad shouted ‘shut up’ and hit Mam” and wept.', 'hit Mam', 'quotation'],
    [
      'nested the other way',
      'Cai said ‘Dad shouted “shut up” and hit Mam’ and wept.',
      'hit Mam',
      'quotation',
    ],
    [
      'two sentences in one quotation',
      '“Dad hit Mam. I hid upstairs,” Cai said.',
      'I hid upstairs',
      'quotation',
    ],
    ['speaker in between', '“Dad hit Mam,” Cai said, “and I hid.”', 'and I hid', 'quotation'],
    ['low-high', 'Cai said „Dad hit Mam“ and wept.', 'Dad hit Mam', 'quotation'],
    ['guillemets', 'Cai said «Dad hit Mam» and wept.', 'Dad hit Mam', 'quotation'],
    [
      'mixed: opened curly, closed straight',
      'Cai said “Dad hit Mam" and wept.',
      'Dad hit Mam',
      'quotation',
    ],
    ['never closed', 'Cai said “Dad hit Mam and I hid.', 'I hid', 'quotation'],
    [
      'a plural possessive is no quotation',
      'The parents’ home was cold and the children’s beds were wet.',
      'home was cold',
      'author',
    ],
    [
      'contractions are no quotation',
      "He didn't go and she couldn't stay.",
      'go and she',
      'author',
    ],
    ['inches are no quotation', 'The mark was 3" long and 2" wide.', 'long and', 'author'],
    [
      'after the quotation it is the author again',
      '“Dad hit Mam.” Ms Rees left in May.',
      'Ms Rees left',
      'author',
    ],
    ['before it too', 'Ms Rees left in May. “Dad hit Mam.”', 'Ms Rees left', 'author'],
    [
      'a nested one that closes does not end the outer one',
      'Cai said “He called her ‘useless’ and he hit Mam.” Ms Rees left.',
      'he hit Mam',
      'quotation',
    ],
    ['decades', 'In the ’90s Ms Rees left and in the ’80s she came.', 'Ms Rees left', 'author'],
  ])('%s: %s', (_, text, phrase, expected) => {
    expect(voiceIn(text, phrase, family)).toBe(expected)
  })
})

describe('a quotation over several paragraphs', () => {
  const match = {patterns: ['hit her']}

  test('each paragraph opens, only the last one closes', () => {
    expect(
      markedInTurn(
        match,
        [
          'Cai said: “I saw that he hit her.',
          '“Then he hit her again.',
          '“And he hit her,” Cai ended.',
          'He hit her.',
        ],
        family,
      ),
    ).toEqual([[], [], [], ['warning: hit her']])
  })

  test('it is not opened again in the middle', () => {
    expect(
      markedInTurn(match, ['Cai said: “He hit her.', 'He hit her again.”', 'He hit her.'], family),
    ).toEqual([[], [], ['warning: hit her']])
  })

  test('after it closes in a paragraph, the rest of the paragraph is the author’s', () => {
    expect(
      markedInTurn(match, ['Cai said: “He hit her.', '“Then he went.” He hit her.'], family),
    ).toEqual([[], ['warning: hit her']])
  })

  test('one that was closed leaves nothing open', () => {
    expect(markedInTurn(match, ['Cai said: “He hit her.”', 'He hit her.'], family)).toEqual([
      [],
      ['warning: hit her'],
    ])
  })

  test('one that is never closed does not swallow the report', () => {
    const paragraphs = ['Cai said: “He hit her.', ...Array.from({length: 6}, () => 'He hit her.')]
    expect(markedInTurn(match, paragraphs, family).at(-1)).toEqual(['warning: hit her'])
  })

  test('it ends at a heading', () => {
    expect(
      markedInTurn(
        match,
        ['Cai said: “He hit her.', {kind: 'heading', text: 'Analysis'}, 'He hit her.'],
        family,
      ),
    ).toEqual([[], [], ['warning: hit her']])
  })
})

test('a block quote is a quotation', () => {
  const paragraphs = [{kind: 'block-quote' as const, text: 'He hit her.'}, 'He hit her.']
  expect(
    markedInTurn(
      {patterns: ['hit her'], voices: ['author', 'reported', 'record']},
      paragraphs,
      family,
    ),
  ).toEqual([[], ['warning: hit her']])
})

test('template guidance is read only where a rule wants it', () => {
  const guidance = {kind: 'template-guidance' as const}
  expect(gradedIn({patterns: ['hit her']}, 'Say who hit her.', {}, guidance)).toEqual([])
  expect(
    gradedIn(
      {patterns: ['hit her'], voices: ['template-guidance']},
      'Say who hit her.',
      {},
      guidance,
    ),
  ).not.toEqual([])
})

describe('reported speech', () => {
  test.each([
    ['Ms Rees told me that Mr Hughes hit Cai.', 'hit Cai', 'reported'],
    ['Ms Rees said that Mr Hughes hit Cai.', 'hit Cai', 'reported'],
    ['Ms Rees said Mr Hughes hit Cai.', 'hit Cai', 'reported'],
    ['Ms Rees told the police that Mr Hughes hit Cai.', 'hit Cai', 'reported'],
    ['I was told by Ms Rees that Mr Hughes hit Cai.', 'hit Cai', 'reported'],
    ['I have been told that Mr Hughes hit Cai.', 'hit Cai', 'reported'],
    ['According to Ms Rees, Mr Hughes hit Cai.', 'hit Cai', 'reported'],
    ['Mr Hughes, according to Ms Rees, hit Cai.', 'hit Cai', 'reported'],
    ['Mr Hughes hit Cai, Ms Rees said.', 'hit Cai', 'reported'],
    ['Mr Hughes hit Cai, according to Ms Rees.', 'hit Cai', 'reported'],
    ['Ms Rees alleges that Mr Hughes hit Cai.', 'hit Cai', 'reported'],
    ['Mr Hughes is alleged to have hit Cai.', 'hit Cai', 'reported'],
    ['Mr Hughes denies that he hit Cai.', 'hit Cai', 'reported'],
    ['Ms Rees’s account is that Mr Hughes hit Cai.', 'hit Cai', 'reported'],
    ['In her view, Mr Hughes hit Cai.', 'hit Cai', 'reported'],
    ['Ms Rees explained that Cai hid and that Mr Hughes hit Cai.', 'hit Cai', 'reported'],
    ['Ms Rees states that in May, when the police came, Mr Hughes hit Cai.', 'hit Cai', 'reported'],
    ['The allegation that Mr Hughes hit Cai is denied.', 'hit Cai', 'reported'],
    ['Mr Hughes hit Cai.', 'hit Cai', 'author'],
    ['Ms Rees told me her name. Mr Hughes hit Cai.', 'hit Cai', 'author'],
    ['Ms Rees told me this after Mr Hughes hit Cai.', 'Mr Hughes hit Cai', 'author'],
    ['Ms Rees says little. In my view Mr Hughes hit Cai.', 'hit Cai', 'author'],
    ['I say that Mr Hughes hit Cai.', 'hit Cai', 'author'],
    ['I told the school that Mr Hughes hit Cai.', 'hit Cai', 'author'],
    ['In my assessment Mr Hughes hit Cai.', 'hit Cai', 'author'],
    ['Mr Hughes told Ms Rees to leave. Mr Hughes hit Cai.', 'hit Cai', 'author'],
    ['Ms Rees reported the matter and Mr Hughes hit Cai.', 'hit Cai', 'author'],
    ['Ms Rees said that Cai was ill, but Mr Hughes hit Cai.', 'Ms Rees said', 'author'],
  ])('%s', (text, phrase, expected) => {
    expect(voiceIn(text, phrase, family)).toBe(expected)
  })

  test('a rule that wants it asks, and never corrects', () => {
    const text = 'Ms Rees told me that Mr Hughes hit Cai.'
    expect(
      gradedIn({patterns: ['hit {child}'], voices: ['author', 'reported']}, text, family),
    ).toEqual(['question: hit Cai'])
    expect(gradedIn({patterns: ['hit {child}']}, text, family)).toEqual([])
  })
})

describe('records', () => {
  test.each([
    ['The police log records that Mr Hughes hit Cai.', 'hit Cai', 'record'],
    ['The referral describes Mr Hughes as volatile.', 'volatile', 'record'],
    ['The GP notes state that Mr Hughes hit Cai.', 'hit Cai', 'record'],
    ['It was recorded as a domestic dispute.', 'domestic dispute', 'record'],
    ['The police log calls it a domestic dispute.', 'domestic dispute', 'record'],
    ['The PPN says that Mr Hughes hit Cai.', 'hit Cai', 'record'],
    ['Mr Hughes hit Cai, the police log records.', 'hit Cai', 'record'],
  ])('%s', (text, phrase, expected) => {
    expect(voiceIn(text, phrase, family)).toBe(expected)
  })

  test('a rule that wants records asks', () => {
    const text = 'The police log records that Mr Hughes hit Cai.'
    expect(
      gradedIn({patterns: ['hit {child}'], voices: ['author', 'record']}, text, family),
    ).toEqual(['question: hit Cai'])
    expect(gradedIn({patterns: ['hit {child}']}, text, family)).toEqual([])
  })
})

describe('a court’s, an order’s, a statute’s words', () => {
  const match = {
    patterns: ['<failed-to> protect', 'hit {child}'],
    voices: ['author', 'reported', 'record', 'quotation', 'legal'] as const,
  }

  test.each([
    ['The court found that Ms Rees failed to protect Cai.', 'failed to protect'],
    ['The judge held that Ms Rees failed to protect Cai.', 'failed to protect'],
    ['District Judge Price found that Ms Rees failed to protect Cai.', 'failed to protect'],
    ['The threshold document alleges that Ms Rees failed to protect Cai.', 'failed to protect'],
    ['The finding that Ms Rees failed to protect Cai stands.', 'failed to protect'],
    ['It was found that Mr Hughes hit Cai.', 'hit Cai'],
    ['Mr Hughes was convicted of an assault in which he hit Cai.', 'assault'],
    ['Mr Hughes was charged with assault.', 'assault'],
    ['The order provides that Mr Hughes must not threaten Cai.', 'threaten Cai'],
    ['The schedule of allegations pleads that Mr Hughes hit Cai.', 'hit Cai'],
    ['Mr Hughes hit Cai, the court found.', 'hit Cai'],
    ['Mr Hughes, the family court found, hit Cai.', 'hit Cai'],
    ['In May Mr Hughes hit Cai, as the judge found, and left.', 'hit Cai'],
  ])('legal: %s', (text, phrase) => {
    expect(voiceIn(text, phrase, family)).toBe('legal')
  })

  test('they are left alone', () => {
    expect(
      gradedIn(
        {...match, voices: ['author', 'reported', 'record']},
        'The court found that Ms Rees failed to protect Cai.',
        family,
      ),
    ).toEqual([])
  })

  test.each([
    ['Ms Rees accepts that she can provoke Mr Hughes.', 'provoke'],
    ['I found that Ms Rees failed to protect Cai.', 'failed to protect'],
    ['Cai found that his toy broke and Mr Hughes hit Cai.', 'hit Cai'],
    ['The court sat in May. Ms Rees failed to protect Cai.', 'failed to protect'],
    ['Mr Hughes hit Cai, and the court found a place for him.', 'hit Cai'],
    ['Ms Rees failed to protect Cai; Mr Hughes hit Cai, the court found.', 'failed to protect'],
    ['Ms Rees failed to protect Cai, but Mr Hughes hit Cai, the court found.', 'failed to protect'],
  ])('not legal: %s', (text, phrase) => {
    expect(voiceIn(text, phrase, family)).not.toBe('legal')
  })
})

describe('adopted words are the author’s', () => {
  test.each([
    'As Mr Hughes rightly points out, Ms Rees failed to protect Cai.',
    'Mr Hughes rightly says that Ms Rees failed to protect Cai.',
    'Mr Hughes correctly observes that Ms Rees failed to protect Cai.',
    'Mr Hughes says that Ms Rees failed to protect Cai, and I agree.',
    'I agree with Mr Hughes that Ms Rees failed to protect Cai.',
    'I accept that Ms Rees failed to protect Cai.',
    'I share the view of Mr Hughes that Ms Rees failed to protect Cai.',
    'Mr Hughes points out that Ms Rees failed to protect Cai.',
    'Mr Hughes fairly notes that Ms Rees failed to protect Cai.',
    'Mr Hughes says, with some justification, that Ms Rees failed to protect Cai.',
  ])('%s', (text) => {
    expect(voiceIn(text, 'failed to protect', family)).toBe('author')
    expect(gradedIn({patterns: ['fail to protect']}, text, family)).toEqual([
      'warning: failed to protect',
    ])
  })

  test.each([
    'Mr Hughes says that Ms Rees failed to protect Cai, and I do not agree.',
    'I do not accept the view of Mr Hughes that Ms Rees failed to protect Cai.',
    'Mr Hughes says that Ms Rees failed to protect Cai.',
    'Mr Hughes wrongly says that Ms Rees failed to protect Cai.',
    'Mr Hughes says that Ms Rees failed to protect Cai. I disagree.',
  ])('not adopted: %s', (text) => {
    expect(gradedIn({patterns: ['fail to protect']}, text, family)).toEqual([])
  })
})
