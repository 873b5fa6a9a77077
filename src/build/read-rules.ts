import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {en} from '../core/catalogue/en.ts'
import {RuleFileError} from '../core/errors.ts'
import {parseAll, refuseDuplicates} from '../core/pack.ts'
import {parseProfileFile} from '../core/pack-file.ts'
import type {CatalogueData, RuleEntry} from '../core/rule.ts'
import {
  parseCatalogue,
  parseLexicon,
  parseNames,
  parseRuleFile,
  parseSources,
} from '../core/rule-file.ts'
import type {RulebookSources} from '../core/rulebook.ts'

/** Everything under `rules/`, checked. @throws {RuleFileError} */
export function readRules(root: string): RulebookSources {
  const read = (name: string) => readFileSync(join(root, name), 'utf8')
  const sources = parseSources(read('sources.yml'), 'rules/sources.yml')
  const keys = new Set(Object.keys(sources))
  const rules = parseAll(ruleFiles(root), (file) =>
    parseRuleFile(read(file), `rules/${file}`, keys),
  )
  refuseDuplicates([{name: 'rules', rules}])
  refuseUnknownRows(rules, readCatalogue(root))
  const known = {rules, sources: keys}
  return {
    rules,
    sources,
    lexicon: parseLexicon(read('lexicon.yml'), 'rules/lexicon.yml'),
    profiles: parseAll(profileFiles(root), (file) =>
      parseProfileFile(read(`profiles/${file}`), `rules/profiles/${file}`, known),
    ),
    officialNames: parseNames(read('official-names.yml'), 'rules/official-names.yml'),
  }
}

/** The rows of wording that the rules stand for. @throws {RuleFileError} */
export function readCatalogue(root: string): CatalogueData {
  const name = 'catalogue.yml'
  return parseCatalogue(readFileSync(join(root, name), 'utf8'), `rules/${name}`)
}

/** `<category>/<id>.yml`, sorted, so that the build gives the same bytes everywhere. */
const ruleFiles = (root: string) =>
  readdirSync(root, {recursive: true, encoding: 'utf8'})
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^[a-z-]+\/[a-z0-9-]+\.yml$/.test(file) && !file.startsWith('profiles/'))
    .sort()

/** None where a folder holds rules alone. */
function profileFiles(root: string): readonly string[] {
  const folder = join(root, 'profiles')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yml'))
    .sort()
}

/** Rows of the checks on whole reports (D13) stand in no catalogue. */
function refuseUnknownRows(rules: readonly RuleEntry[], {rows}: CatalogueData) {
  for (const {id, category, domain} of rules) {
    const unknown = domain.find((row) => !/^D\d/.test(row) && rows[row] === undefined)
    if (unknown === undefined) continue
    const where = `rules/${category}/${id}.yml: domain`
    throw new RuleFileError(where, en.ruleFiles.unknownRow(unknown), en.ruleFiles.addRow)
  }
}
