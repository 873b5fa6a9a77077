import {matchesOf} from '../patterns/match.ts'
import {fitOf} from '../patterns/slots.ts'
import {overlap} from '../ranges.ts'
import type {PrivateMatch, RuleOf} from '../rule.ts'
import type {CompiledPrivateRule} from '../rulebook.ts'
import type {RunningRules} from '../running-rules.ts'
import type {Range, Severity} from '../types.ts'
import {placesOf, toSign} from '../withheld.ts'
import type {Analysis, Sentence} from './analysis.ts'
import {type Shaped, shapesIn} from './private-shapes.ts'

/** A detail that a party may not be meant to see. */
interface PrivateDetail {
  readonly rule: RuleOf<PrivateMatch>
  readonly severity: Severity
  readonly range: Range
  /** Its words, part by part, where they are private wherever they stand. */
  readonly known: readonly string[]
}

/** Private details of a block, in every voice, since whoever reads a quotation reads them, too. */
export function privateDetails(running: RunningRules, analysis: Analysis): PrivateDetail[] {
  const rules = rulesHere(running, analysis)
  const found = rules.flatMap((compiled) => detailsOf(running, analysis, compiled))
  const again = rules.flatMap((compiled) => detailsAgain(analysis, compiled))
  const isKnown = ({range}: PrivateDetail) => again.some((known) => overlap(known.range, range))
  const kept = found.filter(
    (detail) => detail.severity === detail.rule.severity || !isKnown(detail),
  )
  return [
    ...kept,
    ...again.filter(({range}) => !kept.some((detail) => overlap(detail.range, range))),
  ]
}

function detailsOf(
  running: RunningRules,
  analysis: Analysis,
  compiled: CompiledPrivateRule,
): PrivateDetail[] {
  const {rule} = compiled
  const shapes = shapesIn(running, compiled, analysis)
  return joined(shapes).flatMap((detail) => {
    const severity = severityOf(running, compiled, analysis, detail)
    if (!severity) return []
    const range = {start: detail.start, end: detail.end}
    const parts = severity === rule.severity ? shapes.filter((part) => overlap(part, range)) : []
    const known = parts
      .filter(({shape}) => shape !== 'refuge') // The name of a town, which says nothing elsewhere.
      .map(({start, end}) => analysis.block.text.slice(start, end))
    return [{rule, severity, range, known}]
  })
}

/** Words that another block showed to be private: "the police came to 12 Heol y Bryn". */
function detailsAgain(
  {block: {text}, entry}: Analysis,
  {rule}: CompiledPrivateRule,
): PrivateDetail[] {
  const words = entry.details.filter(({ruleId}) => ruleId === rule.id)
  const sign = toSign(words.map((detail) => detail.words))
  return placesOf(sign, text).map((range) => ({
    rule,
    severity: rule.severity,
    range,
    known: [],
  }))
}

/** In a passage that is not checked nobody knows whose a number or an address is. */
export const looksPrivate = (running: RunningRules, analysis: Analysis): Range[] =>
  running.privateRules.flatMap((compiled) => joined(shapesIn(running, compiled, analysis)))

const rulesHere = ({privateRules, inForce}: RunningRules, {context, block}: Analysis) =>
  privateRules.flatMap((compiled) => inForce(context).ruleIn(compiled, block) ?? [])

/** A mobile number may be an office's, so without a word on whose it is, it is only asked about. */
function severityOf(
  running: RunningRules,
  {rule, personal, public: open}: CompiledPrivateRule,
  {block, sentences}: Analysis,
  {sentence, shape, start, end}: Shaped,
): Severity | undefined {
  const stands = (patterns: readonly number[], within: readonly Sentence[]) =>
    patterns.some((pattern) =>
      within.some((each) => matchesOf(running.matcher(pattern), each).length > 0),
    )
  // A letterhead is one short block, with the office in one line and the number in another.
  const isShort = sentences.reduce((sum, {words}) => sum + words.length, 0) < shortBlock
  if (stands(open, isShort ? sentences : [sentence])) return undefined
  if (stands(personal, [sentence])) return rule.severity
  if (shape === 'refuge') return rule.severity
  if (shape === 'phone' && mentionsSomebody(sentence)) return rule.severity
  return shape === 'phone' && isMobile(block.text.slice(start, end)) ? 'question' : undefined
}

/** In words. */
const shortBlock = 60

const isMobile = (number: string) => /^(?:\+44\D*(?:\(0\)\D*)?|\(?0)7/.test(number)

const mentionsSomebody = ({mentions}: Sentence) =>
  mentions.some((mention) => mention.kind !== 'pronoun' && fitOf(mention, 'party') !== 'no')

/** "12 Heol y Bryn, Newport NP20 9ZZ" is one detail, the town with it. */
function joined(details: readonly Shaped[]): Shaped[] {
  const all: Shaped[] = []
  for (const detail of details.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1)
    const isNear =
      last?.sentence === detail.sentence &&
      (detail.start < last.end ||
        (last.shape === 'street' && detail.shape === 'postcode' && detail.start < last.end + 40))
    if (last && isNear) all[all.length - 1] = {...last, end: Math.max(last.end, detail.end)}
    else all.push(detail)
  }
  return all
}
