import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {build} from 'esbuild'
import {UserError} from '../core/errors.ts'
import {compileRulebook} from '../core/rulebook.ts'
import {readRules} from './read-rules.ts'
import {writeRulePages} from './rule-pages.ts'

const root = process.cwd()

/** Rules → one module of plain data → bundles. Run by `npm run build`; with `--pages`, rules → `docs/rules`. */
async function main() {
  if (process.argv.includes('--pages')) return writeRulePages(root)
  if (!process.argv.includes('--bundles-only')) writeRulebook()
  if (!process.argv.includes('--rules-only')) await bundle()
}

function writeRulebook() {
  const data = JSON.stringify(compileRulebook(readRules(join(root, 'rules'))))
  const lines = [
    '// Written by src/build from rules/. Do not edit.',
    "import type {RulebookData} from './rulebook.ts'",
    // A string is parsed several times faster than the same data as source text.
    `export const rulebook: RulebookData = JSON.parse(${JSON.stringify(data)})`,
    '',
  ]
  writeFileSync(join(root, 'src/core/rules.generated.ts'), lines.join('\n'))
}

/** The command in one file, since starting is most of a short run; the library with its packages left outside. */
async function bundle() {
  const shared = {bundle: true, platform: 'node', target: 'node20', logLevel: 'warning'} as const
  await build({
    ...shared,
    entryPoints: [join(root, 'src/cli/index.ts')],
    outfile: join(root, 'dist/cli.cjs'),
    format: 'cjs',
    minifySyntax: true,
    // A package asks where it stands in a way that CommonJS does not have.
    define: {'import.meta.url': 'bundleUrl'},
    banner: {js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href"},
  })
  await build({
    ...shared,
    entryPoints: [join(root, 'src/index.ts')],
    outfile: join(root, 'dist/index.js'),
    format: 'esm',
    packages: 'external',
  })
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
