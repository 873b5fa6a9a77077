import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {PhrasingContent, RootContent} from 'mdast'
import {toMarkdown} from 'mdast-util-to-markdown'
import {coverage as say} from '../core/catalogue/coverage.ts'
import type {CatalogueData, RuleEntry} from '../core/rule.ts'
import {type Severity, severities} from '../core/types.ts'
import {comment, heading, link, list, paragraph, strong, text} from './page-parts.ts'
import {readCatalogue, readRules} from './read-rules.ts'

/** A row of the catalogue with the rules that stand for it. */
interface Row {
  readonly id: string
  readonly severity: Severity
  readonly title: string
  readonly notARule: string | undefined
  readonly otherSeverity: string | undefined
  readonly rules: readonly RuleEntry[]
}

const rowsOf = ({rows}: CatalogueData, rules: readonly RuleEntry[]): Row[] =>
  Object.entries(rows).map(([id, row]) => ({
    id,
    severity: row.severity,
    title: row.title,
    notARule: row['not-a-rule'],
    otherSeverity: row['other-severity'],
    rules: rules.filter(({domain}) => domain.includes(id)),
  }))

/** What the catalogue and the rules do not account for: one line for each row and problem. */
export function gapsIn(catalogue: CatalogueData, rules: readonly RuleEntry[]): string[] {
  return rowsOf(catalogue, rules).flatMap((row) => {
    const isOwn = row.rules.some(({severity}) => severity === row.severity)
    const problems = [
      row.rules.length === 0 && row.notARule === undefined && say.neither,
      row.rules.length > 0 && row.notARule !== undefined && say.both,
      row.rules.length > 0 && !isOwn && row.otherSeverity === undefined && say.noOwnSeverity,
      isOwn && row.otherSeverity !== undefined && say.ownAfterAll,
      catalogue.categories[row.id.slice(0, 2)] === undefined && say.noCategory,
    ]
    return problems.flatMap((problem) => (problem === false ? [] : [`${row.id} ${problem}`]))
  })
}

/** `docs/coverage.md`: every row of the catalogue, with its rules or the reason why it has none. */
export function coveragePage(catalogue: CatalogueData, rules: readonly RuleEntry[]): string {
  const rows = rowsOf(catalogue, rules)
  const covered = rows.filter((row) => row.rules.length > 0).length
  const children: RootContent[] = [
    comment(say.writtenFrom),
    heading(1, say.title),
    paragraph(text(say.intro(rows.length, Object.keys(catalogue.categories).length, covered))),
    paragraph(text(say.letters)),
    ...list(severities.map((severity) => [text(say.letter(severity))])),
    ...Object.entries(catalogue.categories).flatMap(([code, name]) => [
      heading(2, `${code} · ${name}`),
      ...list(rows.filter(({id}) => id.startsWith(code)).map(lineOf)),
    ]),
  ]
  return toMarkdown({type: 'root', children}, {bullet: '-'})
}

function lineOf({id, severity, title, notARule, otherSeverity, rules}: Row): PhrasingContent[] {
  const links = rules.flatMap((rule, index) => [
    text(index === 0 ? ' ' : ', '),
    link(rule.title, `rules/${rule.category}/${rule.id}.md`),
    ...(rule.severity === severity ? [] : [text(` (${say.lettersOf[rule.severity]})`)]),
  ])
  return [
    strong(`${id} ${say.lettersOf[severity]}`),
    text(` ${title}:`),
    ...links,
    ...(notARule === undefined ? [] : [text(` ${say.notARule} ${notARule.trim()}`)]),
    ...(otherSeverity === undefined ? [] : [text(`. ${otherSeverity.trim()}`)]),
  ]
}

/** @throws {RuleFileError} */
export function writeCoverage(root: string): void {
  const folder = join(root, 'rules')
  const page = coveragePage(readCatalogue(folder), readRules(folder).rules)
  writeFileSync(join(root, 'docs/coverage.md'), page)
}
