import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {PhrasingContent, RootContent} from 'mdast'
import {toMarkdown} from 'mdast-util-to-markdown'
import type {Profile} from '../core/adjustment.ts'
import {en} from '../core/catalogue/en.ts'
import {rulePages as say} from '../core/catalogue/rule-pages.ts'
import {paragraphsOf} from '../core/example-text.ts'
import {fill} from '../core/pipeline/draft-finding.ts'
import type {Example, ExampleContext, RuleEntry} from '../core/rule.ts'
import {frameKinds, type Party} from '../core/types.ts'
import {changeOf, placesOf} from '../reporters/adjustments.ts'
import {howFound} from './how-found.ts'
import {
  code,
  comment,
  emphasis,
  heading,
  link,
  list,
  listOfTexts,
  paragraph,
  strong,
  text,
} from './page-parts.ts'
import {readRules} from './read-rules.ts'

/** Keys of `rules/sources.yml` and the works they stand for. */
type Sources = Readonly<Record<string, string>>

const folder = 'docs/rules'

/** Every page of `docs/rules` by its path: one for each rule, and the index. The same rules give the same bytes. */
export function rulePages(
  rules: readonly RuleEntry[],
  sources: Sources,
  profiles: readonly Profile[] = [],
): ReadonlyMap<string, string> {
  const pages = rules.map(
    (rule) => [`${folder}/${pathOf(rule)}`, toPage(rulePage(rule, sources, profiles))] as const,
  )
  return new Map([[`${folder}/README.md`, toPage(indexPage(rules))], ...pages])
}

/** Replaces `docs/rules` under `root`, so that a rule that is gone leaves no page. @throws {RuleFileError} */
export function writeRulePages(root: string): void {
  const {rules, sources, profiles} = readRules(join(root, 'rules'))
  const pages = rulePages(rules, sources, profiles)
  rmSync(join(root, folder), {recursive: true, force: true})
  for (const [path, markdown] of pages) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), markdown)
  }
}

const pathOf = ({category, id}: RuleEntry) => `${category}/${id}.md`

const toPage = (children: RootContent[]) => toMarkdown({type: 'root', children}, {bullet: '-'})

/** A page has one letter where a finding has a name: “the person whose behaviour this was was” cannot be read aloud. */
const letters: readonly Party[] = [
  {name: say.perpetrator, role: 'perpetrator', aliases: []},
  {name: say.survivor, role: 'survivor', aliases: []},
]

/** Text of a rule with its slots in letters and words. */
const said = (value: string) => text(fill(value.trim(), letters))

/** Who the letters are, on a page that uses them. */
function lettersExplained({message, why, ask, frames}: RuleEntry): readonly RootContent[] {
  const isNamed = /\{(?:perpetrator|survivor)\}/.test(
    [message, why, ask, ...Object.values(frames)].join(),
  )
  return isNamed ? [paragraph(emphasis(say.lettersExplained))] : []
}

const rulePage = (
  rule: RuleEntry,
  sources: Sources,
  profiles: readonly Profile[],
): RootContent[] => [
  comment(say.writtenFrom(`rules/${rule.category}/${rule.id}.yml`)),
  heading(1, rule.title),
  paragraph(said(rule.message)),
  ...lettersExplained(rule),
  heading(2, say.why),
  paragraph(said(rule.why)),
  heading(2, say.ask),
  paragraph(said(rule.ask)),
  heading(2, say.wording),
  ...wordingOf(rule),
  heading(2, say.examples),
  paragraph(text(en.reporting.rule.flagged)),
  ...listOfTexts(
    rule.examples.flatMap((example) => ('bad' in example ? [exampleOf(example)] : [])),
  ),
  paragraph(text(en.reporting.rule.leftAlone)),
  ...listOfTexts(
    rule.examples.flatMap((example) => ('good' in example ? [exampleOf(example)] : [])),
  ),
  heading(2, say.found),
  ...howFound(rule.match),
  ...profilesOn(rule, profiles),
  heading(2, say.limits),
  paragraph(text(rule.limits ?? say.noLimits)),
  heading(2, say.sources),
  ...list(rule.sources.map((key) => [text(`${key}: ${sources[key] ?? ''}`)])),
  heading(2, say.about),
  ...list(factsOf(rule).map((fact) => [text(fact)])),
]

/** What profiles make of the rule, or nothing. */
function profilesOn({id}: RuleEntry, profiles: readonly Profile[]): readonly RootContent[] {
  const lines = profiles.flatMap(({title, adjustments}) =>
    (adjustments[id] ?? []).map((adjustment) => [
      text(`${en.reporting.rule.adjustedBy(title, placesOf(adjustment))} `),
      text(changeOf(adjustment)),
    ]),
  )
  return lines.length > 0 ? [heading(2, say.profiles), ...list(lines)] : []
}

function wordingOf({frames, replacements}: RuleEntry): readonly RootContent[] {
  const lines = [
    ...frameKinds.flatMap((status) => {
      const frame = frames[status]
      return frame === undefined
        ? []
        : [[emphasis(en.reporting.statuses[status]), text(' '), said(frame)]]
    }),
    ...replacements.map((words) => [emphasis(en.reporting.replacement), text(` ${words}`)]),
  ]
  return lines.length > 0 ? list(lines) : [paragraph(text(say.noWording))]
}

const factsOf = ({severity, id, domain, lenses}: RuleEntry) => [
  say.severity(en.reporting.severities[severity]),
  say.id(id),
  say.rows(domain),
  say.bringsIn(lenses),
]

/** A `bad` example with its marked words in bold, a `good` one with its reason; then what was declared. A small report keeps its paragraphs. */
function exampleOf(example: Example): readonly (readonly PhrasingContent[])[] {
  const facts = factsDeclared(example.context)
  const [written, isMarked] = 'bad' in example ? [example.bad, true] : [example.good, false]
  const after = [
    ...('good' in example && example.why ? [en.reporting.rule.because(example.why)] : []),
    ...(facts.length > 0 ? [say.declared(facts)] : []),
  ]
  const paragraphs = paragraphsOf(written).map((paragraph) =>
    isMarked ? marked(paragraph) : [text(paragraph)],
  )
  const last = after.map((note, index) =>
    index === after.length - 1 && facts.length > 0 ? emphasis(note) : text(note),
  )
  const spaced = last.flatMap((node) => [text(' '), node])
  return paragraphs.map((nodes, index) =>
    index === paragraphs.length - 1 ? [...nodes, ...spaced] : nodes,
  )
}

/** Pieces at odd places stood between `[[` and `]]`. */
const marked = (sentence: string): PhrasingContent[] =>
  sentence
    .split(/\[\[|\]\]/)
    .map((piece, index) => (index % 2 === 1 ? strong(piece) : text(piece)))
    .filter((node) => node.type !== 'text' || node.value !== '')

/** The fields of a context as they stand in the file, since they change what the sentence means. */
const factsDeclared = (context: ExampleContext = {}): string[] =>
  Object.entries(context).map(([key, value]) => `${key} ${declaredAs(value)}`)

function declaredAs(value: ExampleContext[keyof ExampleContext]): string {
  if (!Array.isArray(value)) return String(value)
  return value
    .map((entry) => (typeof entry === 'string' ? entry : Object.values(entry).join(' ')))
    .join(', ')
}

function indexPage(rules: readonly RuleEntry[]): RootContent[] {
  const categories = [...new Set(rules.map(({category}) => category))]
  return [
    comment(say.writtenFrom('rules/')),
    heading(1, say.indexTitle),
    paragraph(text(say.indexIntro(rules.length, categories.length))),
    paragraph(text(say.alwaysSilent)),
    paragraph(text(`${say.writing} `), link('docs/writing-rules.md', '../writing-rules.md')),
    ...categories.flatMap((category) => [
      heading(2, category.replaceAll('-', ' ')),
      ...list(rules.filter((rule) => rule.category === category).map(indexLine)),
    ]),
  ]
}

const indexLine = (rule: RuleEntry): PhrasingContent[] => [
  link(rule.title, pathOf(rule)),
  text(` · ${en.reporting.severities[rule.severity]} · `),
  code(rule.id),
]
