import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {UserError} from '../core/errors.ts'
import {compileRulebook} from '../core/rulebook.ts'
import {writeBundles, writeCodeCache} from './bundles.ts'
import {writeConfigSchema} from './config-schema.ts'
import {writeCoverage} from './coverage.ts'
import {writeNotices} from './licences/notices.ts'
import {writeLicences} from './licences/page.ts'
import {readRules} from './read-rules.ts'
import {writeRulePages} from './rule-pages.ts'

const root = process.cwd()

/** Rules → one module of plain data → bundles. Run by `npm run build`; with `--pages`, rules → `docs/rules`, `docs/coverage.md` and the schema of configurations, packages → `docs/licences.md`. */
async function main() {
  if (process.argv.includes('--pages')) return writePages()
  if (process.argv.includes('--code-cache')) return writeCodeCache(root)
  if (!process.argv.includes('--bundles-only')) writeRulebook()
  if (process.argv.includes('--rules-only')) return
  await writeBundles(root)
  writeNotices(root)
}

function writePages() {
  writeRulePages(root)
  writeCoverage(root)
  writeConfigSchema(root)
  writeLicences(root)
}

function writeRulebook() {
  const sources = readRules(join(root, 'rules'))
  const rulebook = compileRulebook(sources)
  writeGenerated('rules', [
    "import type {RulebookData} from './rulebook.ts'",
    // A string is parsed several times faster than the same data as source text.
    `export const rulebook: RulebookData = JSON.parse(${asSource(rulebook)})`,
  ])
  writeGenerated('profiles', [
    // Apart, so that a declaration can be checked without reading all rules.
    `export const profileIds: readonly string[] = ${JSON.stringify(Object.keys(rulebook.profiles))}`,
  ])
  writeGenerated('lexicon', [
    "import type {Lexicon} from './patterns/compilation.ts'",
    // Read when a pack is compiled, and never else.
    `export const readLexicon = (): Lexicon => JSON.parse(${asSource(sources.lexicon)})`,
  ])
}

const asSource = (data: unknown) => JSON.stringify(JSON.stringify(data))

function writeGenerated(name: string, lines: readonly string[]) {
  const all = ['// Written by src/build from rules/. Do not edit.', ...lines, '']
  writeFileSync(join(root, `src/core/${name}.generated.ts`), all.join('\n'))
}

try {
  await main()
} catch (error) {
  const problems: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
  for (const problem of problems) {
    if (!(problem instanceof UserError)) throw problem
    process.stderr.write(`${problem.message}\n`)
  }
  process.exitCode = 2
}
