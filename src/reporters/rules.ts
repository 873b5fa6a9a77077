import type {RuleInForce} from '../core/adjust-rule.ts'
import {en} from '../core/catalogue/en.ts'
import {paragraphsOf} from '../core/example-text.ts'
import {fill} from '../core/pipeline/draft-finding.ts'
import type {Example} from '../core/rule.ts'
import {frameKinds} from '../core/types.ts'
import {changeOf, placesOf} from './adjustments.ts'
import {printable} from './printable.ts'
import type {ReportOptions} from './reporter.ts'
import {wrap} from './wrap.ts'

const words = en.reporting

/** Keys of `rules/sources.yml` and the works they stand for. */
export type Sources = Readonly<Record<string, string>>

/** All that a rule says, for somebody who wonders whether to follow it. */
export function explainRule(
  {rule, off, adjusted}: RuleInForce,
  sources: Sources,
  {colors, width}: ReportOptions,
): string {
  const paragraph = (text: string, indent = 0) => `${wrap(printable(text.trim()), width, indent)}\n`
  const said = (text: string, label = '') => paragraph(`${label} ${fill(text, [])}`)
  const exampleText = (example: Example) =>
    paragraphsOf(shown(example))
      .map((part, index) => paragraph(part, index === 0 ? 2 : 4))
      .join('')
  const frames = frameKinds.flatMap((status) => {
    const text = rule.frames[status]
    return text === undefined ? [] : [said(text, words.statuses[status])]
  })
  return [
    `${colors.title(rule.title)} · ${off ? words.rule.off : words.severities[rule.severity]}\n`,
    colors.quiet(`${rule.category}/${rule.id}\n\n`),
    said(rule.message),
    said(rule.why, words.why),
    said(rule.ask, words.ask),
    ...frames,
    ...rule.replacements.map((text) => paragraph(`${words.replacement} ${text}`)),
    ...adjusted.flatMap((each) => [
      `\n${paragraph(words.rule.adjustedBy(each.by, placesOf(each.adjustment)))}`,
      paragraph(changeOf(each.adjustment), 2),
    ]),
    `\n${words.rule.flagged}\n`,
    ...rule.examples.flatMap((example) => ('bad' in example ? [exampleText(example)] : [])),
    `\n${words.rule.leftAlone}\n`,
    ...rule.examples.flatMap((example) => ('good' in example ? [exampleText(example)] : [])),
    rule.limits === undefined ? '' : `\n${paragraph(`${words.rule.limits} ${rule.limits}`)}`,
    `\n${words.rule.sources}\n`,
    ...rule.sources.map((key) => paragraph(`${key}  ${sources[key] ?? ''}`, 2)),
  ].join('')
}

function shown(example: Example): string {
  if ('bad' in example) return example.bad.replaceAll('[[', '«').replaceAll(']]', '»')
  return example.why ? `${example.good} ${words.rule.because(example.why)}` : example.good
}

/** Every rule in one line, by category; rules come in the order of their categories. */
export function listRules(rules: readonly RuleInForce[], {colors}: ReportOptions): string {
  const longest = Math.max(0, ...rules.map(({rule}) => rule.id.length))
  const lines = rules.map(({rule: {id, category, title}, off, adjusted}, index) => {
    const note = off ? words.rule.off : adjusted.length > 0 ? words.rule.adjusted : undefined
    const said = printable(note === undefined ? title : `${title} · ${note}`)
    const line = `  ${id.padEnd(longest)}  ${colors.quiet(said)}\n`
    if (category === rules[index - 1]?.rule.category) return line
    const heading = `${colors.title(category.replaceAll('-', ' '))}\n${line}`
    return index === 0 ? heading : `\n${heading}`
  })
  return `${lines.join('')}\n${words.rule.explain}\n`
}

/** The same, for programs. */
export function rulesJson(rules: readonly RuleInForce[]): string {
  const listed = rules.map(({rule, off, adjusted}) => {
    const {id, category, title, severity, lenses, message, domain, sources} = rule
    return {
      ...{id, category, title, severity, lenses, message, domain, sources},
      ...(off ? {off} : {}),
      ...(adjusted.length > 0
        ? {adjusted: adjusted.map(({by, adjustment}) => ({by, ...adjustment}))}
        : {}),
    }
  })
  return `${JSON.stringify({version: 1, rules: listed}, null, 2)}\n`
}
