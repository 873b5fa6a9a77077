import type {House} from './adjustment.ts'
import {en} from './catalogue/en.ts'
import {RuleFileError} from './errors.ts'
import {type KnownNames, type PackFile, parsePackFile} from './pack-file.ts'
import type {RuleEntry} from './rule.ts'
import {parseRuleFile} from './rule-file.ts'
import type {RulebookData} from './rulebook.ts'

const say = en.ruleFiles

/** Rules and adjustments of one's own, checked but not yet compiled. */
export interface Pack extends House {
  /** The folder, as it stands in errors. */
  readonly name: string
  readonly rules: readonly RuleEntry[]
  readonly sources: Readonly<Record<string, string>>
  /** Built-in rules that its own of the same name stand in place of. */
  readonly replaces: readonly string[]
}

const packFile = 'pack.yml'
const isRuleFile = (path: string) => /^[a-z0-9-]+\/[a-z0-9-]+\.yml$/.test(path)

/**
 * A pack from the texts of its files, with the checks that the build makes.
 * @param files YAML by path inside the pack: "pack.yml", "our-words/spectator.yml"
 * @throws {RuleFileError} for a file that cannot be used, or an AggregateError of several
 */
export function readPack(
  files: Readonly<Record<string, string>>,
  name: string,
  {rules, sources}: Pick<RulebookData, 'rules' | 'sources'>,
): Pack {
  const paths = Object.keys(files).sort()
  if (paths.length === 0) throw new RuleFileError(name, say.emptyPack, say.packLayout)
  const known = {rules: rules.map(({rule}) => rule), sources: new Set(Object.keys(sources))}
  const [own = noPackFile(name)] = parseAll(paths.includes(packFile) ? [packFile] : [], (path) =>
    parsePackFile(files[path] ?? '', `${name}/${path}`, known),
  )
  const keys = new Set([...known.sources, ...Object.keys(own.sources)])
  const parsed = parseAll(
    paths.filter((path) => path !== packFile),
    (path) => {
      const place = `${name}/${path}`
      if (!isRuleFile(path)) throw new RuleFileError(place, say.misplaced, say.packLayout)
      const rule = parseRuleFile(files[path] ?? '', place, keys)
      refuseBuiltInName(rule, place, own, known)
      return rule
    },
  )
  refuseDuplicates([{name, rules: parsed}])
  refuseEmptyReplacement(own, parsed, `${name}/${packFile}`)
  return {...own, name, rules: parsed}
}

const noPackFile = (name: string): PackFile => ({
  title: name,
  adjustments: {},
  names: [],
  legalFrames: [],
  sources: {},
  replaces: [],
})

/** All files that cannot be used are named at once, so that an author mends them in one go. */
export function parseAll<T>(paths: readonly string[], parse: (path: string) => T): T[] {
  const problems: RuleFileError[] = []
  const parsed = paths.flatMap((path) => {
    try {
      return [parse(path)]
    } catch (error) {
      if (!(error instanceof RuleFileError)) throw error
      problems.push(error)
      return []
    }
  })
  const [first] = problems
  if (first && problems.length > 1) throw new AggregateError(problems)
  if (first) throw first
  return parsed
}

/** Rules and the folder that their categories stand in. */
export interface RuleFolder {
  readonly name: string
  readonly rules: readonly RuleEntry[]
}

/** A rule's name is its id, whatever its folder or category. @throws {RuleFileError} */
export function refuseDuplicates(folders: readonly RuleFolder[]): void {
  const pathById = new Map<string, string>()
  for (const {name, rules} of folders) {
    for (const {id, category} of rules) {
      const path = `${name}/${category}/${id}.yml`
      const other = pathById.get(id)
      if (other !== undefined) throw new RuleFileError(path, say.duplicateRule(other), say.rename)
      pathById.set(id, path)
    }
  }
}

function refuseBuiltInName(
  {id}: RuleEntry,
  place: string,
  {replaces}: PackFile,
  {rules}: KnownNames,
): void {
  if (rules.some((rule) => rule.id === id) && !replaces.includes(id))
    throw new RuleFileError(place, say.sameAsBuiltIn, say.renameOrReplace(id))
}

function refuseEmptyReplacement(
  {replaces}: PackFile,
  rules: readonly RuleEntry[],
  place: string,
): void {
  const missing = replaces.find((id) => !rules.some((rule) => rule.id === id))
  if (missing !== undefined)
    throw new RuleFileError(place, say.replacesNothing(missing), say.addOrTakeOut)
}
