import * as v from 'valibot'
import {en} from '../core/catalogue/en.ts'
import {nearest} from '../core/nearest.ts'

const {problems, remedies, settingsPlace} = en.editor

/** The section of an editor's settings that is ours. */
export const section = 'safeTogetherLint'

/** What can be set in an editor; each has a usual value. */
export const settingsShape = v.object({
  enable: v.optional(v.boolean(), true),
  mode: v.optional(v.picklist(['auto', 'report', 'template']), 'auto'),
  showInfo: v.optional(v.boolean(), false),
  showQuestions: v.optional(v.boolean(), true),
  /** In milliseconds. */
  debounce: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(60_000)), 150),
  /** Opened when somebody follows it, so nothing that would run. */
  rulePages: v.optional(v.pipe(v.string(), v.regex(/^$|^(?:https?|file):\/\//i)), ''),
  sectionCounts: v.optional(v.picklist(['off', 'codeLens', 'inlayHint']), 'off'),
  profile: v.optional(v.string(), ''),
  rules: v.optional(v.array(v.string()), () => []),
  workspaceDiagnostics: v.optional(v.boolean(), false),
})
export type EditorSettings = Readonly<v.InferOutput<typeof settingsShape>>

export const usualSettings: EditorSettings = v.parse(settingsShape, {})

const known = Object.keys(settingsShape.entries)

interface ReadSettings {
  readonly settings: EditorSettings
  /** What cannot be used, in words; the usual values hold in its place. */
  readonly problems: readonly string[]
}

/** @param value what an editor gives for the section, of which anything can be missing */
export function readSettings(value: unknown): ReadSettings {
  if (typeof value !== 'object' || value === null) return {settings: usualSettings, problems: []}
  // An editor gives null for what nobody has set.
  const given = Object.entries(value).filter(([, each]) => each !== null && each !== undefined)
  const unknown = given.map(([key]) => key).filter((key) => !known.includes(key))
  const wrong: string[] = []
  const usable = given
    .filter(([key]) => known.includes(key))
    .filter(([key, each]) => {
      const {success} = v.safeParse(settingsShape, {[key]: each})
      if (!success) wrong.push(key)
      return success
    })
  return {
    settings: v.parse(settingsShape, Object.fromEntries(usable)),
    problems: [...unknown.map(sayUnknown), ...wrong.map(sayWrong)],
  }
}

function sayUnknown(key: string): string {
  const meant = nearest(key, known)
  const remedy = meant ? remedies.nearest(meant) : remedies.known(known.join(', '))
  return `${settingsPlace}: ${problems.unknownSetting(key.slice(0, 40))}. ${remedy}`
}

function sayWrong(key: string): string {
  const usual = Object.entries(usualSettings).find(([each]) => each === key)?.[1]
  const remedy = remedies.default(JSON.stringify(usual))
  return `${section}.${key}: ${problems.wrongSetting}. ${remedy}`
}
