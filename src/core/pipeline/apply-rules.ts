import type {Root} from 'nlcst'
import type {VFile} from 'vfile'
import {type DetectorInput, detectors} from '../detectors/index.ts'
import {isIn} from '../patterns/form-set.ts'
import {findMatches, type Match, matchesOf} from '../patterns/match.ts'
import {united} from '../ranges.ts'
import type {RunningRules} from '../running-rules.ts'
import type {Finding} from '../types.ts'
import {type Analysis, analysisOf, type Sentence} from './analysis.ts'
import {findActor, harmFacts} from './block-facts.ts'
import {draftFinding, draftPrivateFinding} from './draft-finding.ts'
import {judge, type Place} from './judge.ts'
import {looksPrivate, privateDetails} from './private-details.ts'
import {sentenceFacts} from './review-facts.ts'

/** Findings: where a rule's pattern stands and its conditions hold. */
export function applyRules(running: RunningRules) {
  return (_tree: Root, file: VFile): undefined => {
    const analysis = analysisOf(file)
    if (analysis.isUnchecked) {
      analysis.withheld = united(looksPrivate(running, analysis))
      return
    }
    const details = privateDetails(running, analysis)
    analysis.withheld = united(details.map(({range}) => range))
    analysis.details = details.flatMap(({rule, known}) =>
      known.map((words) => ({ruleId: rule.id, words})),
    )
    analysis.findings = [
      ...details.map(({rule, severity, range}) =>
        draftPrivateFinding(analysis, rule, severity, range),
      ),
      ...fromPatterns(running, analysis),
      ...fromDetectors(running, analysis),
    ].toSorted(
      (a, b) =>
        a.range.start - b.range.start ||
        a.range.end - b.range.end ||
        (a.ruleId < b.ruleId ? -1 : 1),
    )
    // Roles are proposed only where none are declared.
    const isUndeclared = analysis.context.parties.length === 0
    analysis.facts = {
      harm: isUndeclared ? harmFacts(analysis.sentences, running.harm) : [],
      sentences: analysis.entry.isWhole ? sentenceFacts(running, analysis) : [],
    }
    analysis.exit = {...analysis.exit, actor: findActor(analysis.sentences, running.harm)}
  }
}

function fromPatterns(running: RunningRules, analysis: Analysis): Finding[] {
  return analysis.sentences.flatMap((sentence, index) =>
    [...matchesByRule(running, sentence)].flatMap(([rule, matches]) =>
      findingsOf(running, analysis, rule, {sentence, index, matches}),
    ),
  )
}

interface Matched extends Omit<Place, 'match'> {
  readonly matches: readonly Match[]
}

/** Leftmost, then longest of those that hold: a rule says one thing about one place. */
function findingsOf(
  running: RunningRules,
  analysis: Analysis,
  rule: number,
  {sentence, index, matches}: Matched,
): Finding[] {
  const findings: Finding[] = []
  let end = 0
  for (const match of matches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (match.start < end) continue
    const found = finding(running, analysis, rule, {sentence, index, match})
    if (found.length > 0) end = match.end
    findings.push(...found)
  }
  return findings
}

function finding(running: RunningRules, analysis: Analysis, rule: number, place: Place): Finding[] {
  const built = running.rules[rule]
  const compiled = built && running.inForce(analysis.context).ruleIn(built, analysis.block)
  const severity = compiled && judge(running, analysis, compiled, place)
  return compiled && severity ? [draftFinding(analysis, compiled.rule, severity, place)] : []
}

/** Only the patterns that some word of the sentence calls up are run, each once. */
function matchesByRule(running: RunningRules, sentence: Sentence): Map<number, Match[]> {
  const byRule = new Map<number, Match[]>()
  for (const pattern of calledUp(running, sentence)) {
    const matcher = running.matcher(pattern)
    const found = matcher ? findMatches(matcher, sentence) : []
    if (found.length === 0) continue
    const matches = found.filter(({start, end}) => !isMasked(sentence, start, end))
    for (const rule of running.rulesByPattern.get(pattern) ?? [])
      byRule.set(rule, [...(byRule.get(rule) ?? []), ...matches])
  }
  return byRule
}

/** Patterns whose anchor stands in the sentence, and a word for each of their other places too. */
function calledUp(
  {patternsOf, requiredOf, presence}: RunningRules,
  {words}: Sentence,
): ReadonlySet<number> {
  const isPresent = presence(words)
  const patterns = new Set<number>()
  const call = (pattern: number) => {
    if (!patterns.has(pattern) && requiredOf(pattern).every(isPresent)) patterns.add(pattern)
  }
  for (const {masked, form, exact} of words) {
    if (masked) continue
    if (form >= 0) patternsOf(form).forEach(call)
    if (exact >= 0) patternsOf(exact).forEach(call)
  }
  return patterns
}

/** No finding begins or ends on an official name; one may stand in its gap. */
const isMasked = ({words}: Sentence, start: number, end: number) =>
  words[start]?.masked === true || words[end - 1]?.masked === true

function fromDetectors(running: RunningRules, analysis: Analysis) {
  return running.detecting.flatMap((rule) => {
    const compiled = running.rules[rule]
    const match = compiled?.rule.match
    if (!match || !('detector' in match)) return []
    const sets = compiled.wordSets.map(running.set)
    const input: DetectorInput = {
      analysis,
      match,
      isOneOf: (word, index) => {
        const set = sets[index]
        return set !== undefined && isIn(set, word)
      },
      phrasesIn: (sentence) =>
        compiled.patterns.flatMap((pattern) => matchesOf(running.matcher(pattern), sentence)),
    }
    return detectors[match.detector](input).flatMap((place) =>
      finding(running, analysis, rule, place),
    )
  })
}
