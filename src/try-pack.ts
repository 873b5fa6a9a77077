import {type HouseOf, rulesInForce} from './core/adjust-rule.ts'
import {toReportContext} from './core/context.ts'
import type {Pack} from './core/pack.ts'
import {fill} from './core/pipeline/draft-finding.ts'
import {eachPlace} from './core/repeats.ts'
import {type ContextData, type ExampleContext, isReview, type RuleEntry} from './core/rule.ts'
import {
  type Block,
  type Finding,
  frameKinds,
  type ReportContext,
  type SourceDocument,
} from './core/types.ts'
import {lintWith, processorFor, rulebookFor} from './lint.ts'
import {readMarkdown} from './readers/index.ts'
import type {Failure, Trial} from './reporters/trial.ts'

/** One text, how it is read, and what counts in it. */
interface Attempt {
  readonly where: string
  readonly text: string
  readonly context: ReportContext
  readonly block?: Partial<Block>
  readonly expected: readonly string[]
  readonly counts: (finding: Finding) => boolean
  /** A small report, asked about as a whole. */
  readonly asWhole?: boolean
}

/**
 * Tries every example of a pack (bad ones exact, good ones silent), its frames and replacements and those of its
 * adjustments against all rules, and what the built-in rules hold to be good against the pack's.
 * @throws {ContextError} where the context of an example cannot be used
 * @throws {RuleFileError} where a pattern cannot be read
 */
export function tryPack(pack: Pack, others: readonly Pack[], house: HouseOf): Trial {
  const packs = [pack, ...others]
  const processor = processorFor(packs)
  const own = new Set(pack.rules.map(({id}) => id))
  const attempts = [
    ...pack.rules.flatMap((rule) => ownTexts(rule, `${pack.name}/${rule.category}`, house)),
    ...adjustedTexts(pack, house),
    ...rulesInForce(rulebookFor(packs), house).flatMap(({rule, off}) =>
      off || own.has(rule.id) ? [] : builtInTexts(rule, own, house),
    ),
  ]
  const failures = attempts.flatMap((attempt): Failure[] => {
    const {where, text, expected, context, block, counts, asWhole = false} = attempt
    const document = asWhole ? smallReport(text) : documentOf(text, block)
    const {findings} = lintWith(processor, document, context, asWhole)
    const found = eachPlace(findings)
      .filter(counts)
      .map(({range, ruleId}) => ({words: document.text.slice(range.start, range.end), ruleId}))
    const asExpected = found.map(({words}) => words).join('\n') === expected.join('\n')
    return asExpected ? [] : [{where, text, expected, found}]
  })
  const adjustments = Object.values(pack.adjustments).flat().length
  const {title, rules} = pack
  return {title, rules: rules.length, adjustments, texts: attempts.length, failures}
}

const isLoud = ({severity}: Finding) => severity === 'error' || severity === 'warning'

function ownTexts(rule: RuleEntry, folder: string, house: HouseOf): Attempt[] {
  const file = `${folder}/${rule.id}.yml`
  const isOwn = ({ruleId}: Finding) => ruleId === rule.id
  return [
    ...rule.examples.map((example, index): Attempt => {
      const isBad = 'bad' in example
      const where = `${file}: examples[${index}].${isBad ? 'bad' : 'good'}`
      const asWhole = isReview(rule.match)
      const read = {where, asWhole, ...readingOf(example.context, house, where)}
      if (!isBad)
        return {
          ...read,
          text: example.good,
          expected: [],
          counts: (finding) => isOwn(finding) || isLoud(finding),
        }
      const expected = [...example.bad.matchAll(/\[\[(.+?)\]\]/gs)].map(([, words = '']) => words)
      return {...read, text: example.bad.replaceAll(/\[\[|\]\]/g, ''), expected, counts: isOwn}
    }),
    ...wordingOf(rule, file, house),
  ]
}

/** Frames under their own status, and replacements: at these every rule is to be silent. */
function wordingOf(
  {frames, replacements}: Pick<RuleEntry, 'frames' | 'replacements'>,
  where: string,
  house: HouseOf,
  counts: (finding: Finding) => boolean = isLoud,
): Attempt[] {
  const offered = frameKinds.flatMap((kind): Attempt[] => {
    const frame = frames[kind]
    if (frame === undefined) return []
    const place = `${where}: frames.${kind}`
    const declared = kind === 'template' ? {mode: kind} : {status: kind}
    const {context} = readingOf({...people, ...declared}, house, place)
    const text = fill(frame, context.parties).replaceAll('___', 'this')
    return [{where: place, text, context, expected: [], counts}]
  })
  const replacing = replacements.map((text, index): Attempt => {
    const place = `${where}: replacements[${index}]`
    return {where: place, text, expected: [], counts, ...readingOf({}, house, place)}
  })
  return [...offered, ...replacing]
}

/** Invented, as every name in a rule is. */
const people = {'behaviour-of': 'Mr Hughes', 'harm-to': 'Ms Rees', children: 'Cai'}

/** Each on a day on which it holds. */
const adjustedTexts = ({name, adjustments}: Pack, {profile}: HouseOf): Attempt[] =>
  Object.entries(adjustments).flatMap(([id, several]) =>
    several.flatMap(({frames = {}, replacements = [], from, until}) => {
      const date = until ?? from
      return wordingOf({frames, replacements}, `${name}/pack.yml: adjustments.${id}`, {
        profile,
        ...(date === undefined ? {} : {date}),
      })
    }),
  )

/** Only the pack's rules are asked: the project's own tests hold the others. */
function builtInTexts(rule: RuleEntry, own: ReadonlySet<string>, house: HouseOf): Attempt[] {
  const file = `rules/${rule.category}/${rule.id}.yml`
  const counts = (finding: Finding) => own.has(finding.ruleId) && isLoud(finding)
  const examples = rule.examples.flatMap((example, index): Attempt[] => {
    if (!('good' in example)) return []
    const where = `${file}: examples[${index}].good`
    const read = readingOf(example.context, house, where)
    const asWhole = isReview(rule.match)
    return [{where, text: example.good, expected: [], counts, asWhole, ...read}]
  })
  return [...examples, ...wordingOf(rule, file, house, counts)]
}

/** What an example declares; profile and day are those of the run unless it names its own. */
function readingOf(
  declared: ExampleContext = {},
  {profile, date}: HouseOf,
  where: string,
): Required<Pick<Attempt, 'context' | 'block'>> {
  const {section, kind, ...data} = declared
  const own: ContextData = {profile, ...(date === undefined ? {} : {date}), ...data}
  return {
    context: toReportContext(own, where),
    block: {...(section === undefined ? {} : {section: [section]}), ...(kind ? {kind} : {})},
  }
}

const smallReport = (text: string) => readMarkdown(new TextEncoder().encode(text), '')

function documentOf(text: string, more: Partial<Block> = {}): SourceDocument {
  const block: Block = {
    kind: 'paragraph',
    range: {start: 0, end: text.length},
    text,
    section: [],
    label: '1',
    language: 'en',
    ...more,
  }
  return {name: '', format: 'text', text, blocks: [block], segments: [], unread: []}
}
