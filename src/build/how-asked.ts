import type {RootContent} from 'mdast'
import {rulePages as say} from '../core/catalogue/rule-pages.ts'
import type {MissingMatch, ReviewMatch, ShareMatch} from '../core/review-rule.ts'
import type {PrivateMatch} from '../core/rule.ts'
import {list, paragraph, patternList, text} from './page-parts.ts'

/** How a question about a whole report comes about. */
export function howAsked(match: ReviewMatch): RootContent[] {
  const isForTemplates = match.review === 'missing' && match.when === 'template'
  const conditions = [
    ...conditionsOf(match),
    isForTemplates ? say.review.template : say.review.whole,
  ]
  return [
    ...looksFor(match),
    paragraph(text(say.conditions)),
    ...list(conditions.map((condition) => [text(condition)])),
  ]
}

function looksFor(match: ReviewMatch): RootContent[] {
  if (match.review === 'missing')
    return [
      ...patternList(say.review.raisedBy, match['raised-by']),
      ...(match.patterns
        ? patternList(say.review.missing, match.patterns)
        : [paragraph(text(say.review.nobodyMentioned))]),
      ...patternList(say.review.near, match.near),
    ]
  if (match.review === 'share')
    return match.counts === 'people'
      ? [
          ...patternList(say.review.counted, match.patterns),
          ...patternList(say.review.notCounted, match.except),
        ]
      : [paragraph(text(say.review.openings))]
  return [
    paragraph(text(say.review.between[match.between])),
    ...patternList(say.review.doubting, match.words.doubting),
    ...patternList(say.review.plain, match.words.plain),
  ]
}

function conditionsOf(match: ReviewMatch): string[] {
  if (match.review === 'verbs') return [say.review.verbs(match['at-least'])]
  return [
    ...(match.section ? [say.review.under(match.section)] : []),
    ...('raised-under' in match && match['raised-under']
      ? [say.review.raisedUnder(match['raised-under'])]
      : []),
    ...(match.review === 'missing' ? ofMissing(match) : ofShare(match)),
  ]
}

const ofMissing = (match: MissingMatch): string[] => [
  ...(match.mentions ?? []).map((person) => say.review.mentions[person]),
  ...(match['each-child'] ? [say.review.eachChild[match['each-child']]] : []),
  ...(match.quotation ? [say.review.quotation] : []),
  ...(match['at-least'] ? [say.review.atLeast(match['at-least'])] : []),
]

const ofShare = (match: ShareMatch): string[] => [
  say.review.share(match['survivor-at-least'], match.times),
]

/** How a private detail is told from a public one. */
export const howPrivate = (match: PrivateMatch): RootContent[] => [
  paragraph(text(say.privacy.shapes)),
  ...list(match.shapes.map((shape) => [text(say.privacy.shape[shape])])),
  ...patternList(say.privacy.words, match.words),
  ...patternList(say.privacy.notPlaces, match['not-places']),
  ...patternList(say.privacy.personal, match.personal),
  ...patternList(say.privacy.open, match.public),
  paragraph(text(say.privacy.notShown)),
]
