import * as v from 'valibot'
import {en} from './catalogue/en.ts'
import {isMap} from './context-check.ts'
import {ConfigError} from './errors.ts'
import {contextData, text} from './rule.ts'
import {checkShape} from './rule-yaml.ts'
import {excerptNames, severities} from './types.ts'

export const ruleLevels = ['off', ...severities] as const
/** How loudly a rule speaks here; `off` is not at all. */
export type RuleLevel = (typeof ruleLevels)[number]

const oneOrMany = v.union([text, v.array(text)])

/** What can hold for some files and not for others. */
const settings = {
  ...contextData.entries,
  rules: v.optional(v.record(text, v.picklist(ruleLevels))),
  /** Folders of packs, from where the configuration stands. */
  packs: v.optional(v.array(text)),
  tracked: v.optional(v.picklist(['accepted', 'original', 'both'])),
  headers: v.optional(v.boolean()),
  /** Of a file’s text, in output for build servers. */
  excerpts: v.optional(v.picklist(excerptNames)),
}

/** `safe-together-lint.config.yml`, or the key `safe-together-lint` of a package.json. */
export const configData = v.strictObject({
  $schema: v.optional(text),
  /** Files or packages whose settings come first. */
  extends: v.optional(oneOrMany),
  ...settings,
  'fail-on': v.optional(v.picklist(['error', 'warning', 'info', 'never'])),
  'max-warnings': v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** What stood in the files on some day, from where the configuration stands. */
  baseline: v.optional(text),
  /** Makes the fingerprints in output for build servers those of one repository. */
  salt: v.optional(text),
  /** Patterns as in a .gitignore. */
  ignore: v.optional(v.array(text)),
  overrides: v.optional(v.array(v.strictObject({files: oneOrMany, ...settings}))),
})
export type ConfigData = v.InferOutput<typeof configData>
export type Settings = Omit<NonNullable<ConfigData['overrides']>[number], 'files'>

const fields = [...Object.keys(configData.entries), 'files']

/** @throws {ConfigError} for the first thing that cannot be used */
export function checkConfig(value: unknown, where: string): ConfigData {
  const {notMap, unknownKey, remedy} = en.configuring
  refuseLists(value, where)
  refuseRunWide(value, where)
  return checkShape(
    value,
    where,
    {schema: configData, fields, notMap, unknownKey, remedy},
    ConfigError,
  )
}

const runWide = ['extends', 'fail-on', 'max-warnings', 'baseline', 'salt', 'ignore']

/** There is such a setting, but not for some of the files. @throws {ConfigError} */
function refuseRunWide(value: unknown, where: string): void {
  if (!isMap(value) || !Array.isArray(value.overrides)) return
  const {problems, remedies} = en.configuring
  for (const [index, override] of value.overrides.entries()) {
    const key = isMap(override) && Object.keys(override).find((each) => runWide.includes(each))
    if (typeof key === 'string')
      throw new ConfigError(
        `${where}: overrides[${index}].${key}`,
        problems.runWide,
        remedies.runWide,
      )
  }
}

/** valibot takes a list for a map without keys. @throws {ConfigError} */
function refuseLists(value: unknown, where: string): void {
  if (!isMap(value)) return
  const overrides: readonly unknown[] = Array.isArray(value.overrides) ? value.overrides : []
  const {notMap, remedy} = en.configuring
  for (const each of [value, ...overrides])
    if (isMap(each) && Array.isArray(each.rules))
      throw new ConfigError(`${where}: rules`, notMap, remedy)
}
