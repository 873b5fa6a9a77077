import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {type JsonSchema, toJsonSchema} from '@valibot/to-json-schema'
import {settings as said} from '../core/catalogue/settings.ts'
import {configData, ruleLevels} from '../core/config-shape.ts'
import type {RulebookSources} from '../core/rulebook.ts'
import {readRules} from './read-rules.ts'

export const schemaFile = 'schema/safe-together-lint.config.schema.json'

/** Rules and the shape of configurations → the JSON Schema that `init` names. */
export function writeConfigSchema(root: string): void {
  const path = join(root, schemaFile)
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, configSchema(readRules(join(root, 'rules'))))
}

/** What `checkConfig` accepts, and what each setting is for, so that an editor can complete and explain it. */
export function configSchema(sources: Pick<RulebookSources, 'rules' | 'profiles'>): string {
  const made = toJsonSchema(configData, {
    // An editor shows what stands in the file; what is read is trimmed, and a day is written one way.
    typeMode: 'input',
    ignoreActions: ['trim', 'transform', 'check'],
    overrideAction: ({valibotAction, jsonSchema}) =>
      valibotAction.type === 'min_length' && jsonSchema.type === 'string'
        ? {...jsonSchema, pattern: '\\S'}
        : undefined,
  })
  const {overrides, ...others} = made.properties ?? {}
  const inner = isSchema(overrides) && isSchema(overrides.items) ? overrides.items : {}
  const rules: JsonSchema = {$ref: '#/properties/rules'}
  const items = {...inner, properties: {...explained(inner.properties ?? {}, sources), rules}}
  const schema = {
    ...made,
    definitions: {level: {enum: [...ruleLevels]}},
    title: 'safe-together-lint',
    description: said.whole,
    properties: {
      ...explained(others, sources),
      overrides: {type: 'array', items, description: said.overrides},
    },
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

type Properties = NonNullable<JsonSchema['properties']>

/** Each with what it is for; and what only the rules know. */
function explained(
  properties: Properties,
  {rules, profiles = []}: Pick<RulebookSources, 'rules' | 'profiles'>,
): Properties {
  const descriptions: Readonly<Record<string, string>> = said
  const known: Properties = {
    date: {type: 'string', pattern: day},
    profile: {enum: profiles.map(({id}) => id)},
    rules: {
      type: 'object',
      properties: Object.fromEntries(
        rules.map(({id, title}) => [id, {$ref: '#/definitions/level', description: title}]),
      ),
    },
  }
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      const added = known[key]
      const own = isSchema(value) ? value : {}
      const description = descriptions[key]
      if (description === undefined) throw new Error(`Expected words about the setting ${key}`)
      return [key, {...own, ...(isSchema(added) && added), description}]
    }),
  )
}

const isSchema = (
  value: Properties[string] | undefined | readonly unknown[],
): value is JsonSchema => typeof value === 'object' && !Array.isArray(value)

const months =
  'January February March April May June July August September October November December'

/** As both are written; which months have 31 days a pattern need not know. */
const day = `^\\s*(?:\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])|(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)? (?:${months
  .split(' ')
  .map((name) =>
    [...name].map((letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`).join(''),
  )
  .join('|')}) \\d{4})\\s*$`
