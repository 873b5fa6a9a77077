import type {PhrasingContent, RootContent} from 'mdast'
import {type Hover, MarkupKind} from 'vscode-languageserver/node'
import {rulesInForce} from '../core/adjust-rule.ts'
import {en} from '../core/catalogue/en.ts'
import {emptyContext} from '../core/context.ts'
import {paragraphsOf} from '../core/example-text.ts'
import {fill} from '../core/pipeline/draft-finding.ts'
import type {RuleEntry} from '../core/rule.ts'
import type {Finding} from '../core/types.ts'
import {rulebookFor} from '../lint.ts'
import {textNode, toGfm} from '../reporters/gfm.ts'
import {printable} from '../reporters/printable.ts'
import type {Outcome} from './checking.ts'
import type {Client} from './client.ts'
import type {Placed} from './places.ts'
import {toLspRange} from './positions.ts'

const words = en.editor.hover
const said = en.reporting

/** One paragraph: what it is, and what it says. */
interface Part {
  readonly label?: string
  readonly text: string
  /** Opens what is said by one rule. */
  readonly isTitle?: true
}

/** Everything that is said at a place: of each finding the whole statement, and of its rule when not to follow it. */
export function hoverOf(
  outcome: Outcome,
  placed: readonly Placed[],
  {markdown}: Pick<Client, 'markdown'>,
): Hover | null {
  const [first] = placed
  if (!first) return null
  const rules = rulesOf(outcome)
  const parts = placed.flatMap(({finding}, index) => [
    ...(index === 1 ? [{text: words.alsoHere}] : []),
    ...partsOf(finding, rules.get(finding.ruleId)),
  ])
  const all = [...parts, {text: words.leave}]
  const value = markdown ? asMarkdown(all) : asText(all)
  const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText
  return {contents: {kind, value}, range: toLspRange(outcome.lines, first.range)}
}

interface InForce {
  readonly rule: RuleEntry
  readonly sources: Readonly<Record<string, string>>
}

/** The rules as profile, day and packs of a document have them. */
export function rulesOf({file, context}: Outcome): ReadonlyMap<string, InForce> {
  const rulebook = rulebookFor(file?.packs ?? [])
  const {sources} = rulebook
  return new Map(
    rulesInForce(rulebook, context ?? emptyContext).map(({rule}) => [rule.id, {rule, sources}]),
  )
}

function partsOf(finding: Finding, inForce: InForce | undefined): readonly Part[] {
  const {severity, ruleId, message, why, ask, frames, replacements, sources} = finding
  const title = inForce ? `${inForce.rule.title} · ` : ''
  return [
    {text: `${title}${said.severities[severity]} · ${ruleId}`, isTitle: true},
    ...(finding.isReportWide ? [{text: en.editor.whole}] : []),
    {text: message},
    ...labelled(said.why, why),
    ...labelled(said.ask, ask),
    ...frames.flatMap(({status, text}) => labelled(said.statuses[status], text)),
    ...replacements.flatMap((text) => labelled(said.replacement, text)),
    ...(inForce ? ofRule(inForce.rule) : []),
    ...labelled(words.sources, sources.map((key) => inForce?.sources[key] ?? key).join(' · ')),
  ]
}

/** What the rule leaves alone, and where it is known to be wrong. */
function ofRule({examples, limits}: RuleEntry): readonly Part[] {
  const good = examples.flatMap((example) => ('good' in example ? [example] : []))
  // One with a reason says more.
  const chosen = good.find(({why}) => why !== undefined) ?? good[0]
  const reason = chosen?.why === undefined ? '' : ` ${said.rule.because(chosen.why)}`
  const text = chosen ? `${paragraphsOf(chosen.good).join(' … ')}${reason}` : ''
  return [...labelled(words.example, text), ...labelled(words.limits, limits ?? '')]
}

const labelled = (label: string, text: string): readonly Part[] =>
  text.trim() === '' ? [] : [{label, text: text.trim()}]

const asText = (parts: readonly Part[]): string =>
  parts
    .map(({label, text, isTitle}) => {
      const line = printable(label === undefined ? text : `${label} ${text}`)
      return isTitle ? `${line}\n` : line
    })
    .join('\n')

function asMarkdown(parts: readonly Part[]): string {
  const children = parts.map(({label, text, isTitle}): RootContent => {
    const strong = (value: string): PhrasingContent => ({
      type: 'strong',
      children: [textNode(value)],
    })
    if (isTitle) return {type: 'paragraph', children: [strong(text)]}
    const opening = label === undefined ? [] : [strong(label), textNode(' ')]
    return {type: 'paragraph', children: [...opening, textNode(text)]}
  })
  return toGfm({type: 'root', children})
}

/** All that a rule says, shortly, for somebody who has asked what it is for. */
export function ruleInWords(outcome: Outcome, ruleId: string): string | undefined {
  const found = rulesOf(outcome).get(ruleId)
  if (!found) return undefined
  const {rule} = found
  const sources = rule.sources.map((key) => found.sources[key] ?? key).join(' · ')
  return asText([
    {text: `${rule.title} · ${said.severities[rule.severity]}`},
    {text: fill(rule.message, [])},
    ...labelled(said.why, fill(rule.why, [])),
    ...ofRule(rule),
    ...labelled(words.sources, sources),
  ])
}
