import * as v from 'valibot'
import {day, frames, patterns, ruleData, text} from './rule.ts'
import {severities} from './types.ts'

const {message, why, ask} = ruleData.entries

/** How an organisation, or the law from a day on, wants a built-in rule otherwise. */
export const adjustment = v.strictObject({
  /** Shown wherever the rule is explained. */
  reason: text,
  /** First and last day of the reports it holds for; undeclared dates count as the newest. */
  from: v.optional(day),
  until: v.optional(day),
  /** Words of a heading above, or a kind of block. */
  in: v.optional(v.union([text, v.array(text)])),
  off: v.optional(v.literal(true)),
  /** Patterns that the rule leaves alone, beside its own. */
  except: v.optional(patterns),
  severity: v.optional(v.picklist(severities)),
  message: v.optional(message),
  why: v.optional(why),
  ask: v.optional(ask),
  /** Those named replace the rule's; the others stay. */
  frames: v.optional(frames),
  replacements: v.optional(v.array(text)),
})
export type Adjustment = v.InferOutput<typeof adjustment>

/** By rule id; several where the wording moved more than once. */
const adjustments = v.record(v.string(), v.union([adjustment, v.array(adjustment)]))

/** What a pack and a profile may both hold. */
const houseFields = {
  title: text,
  adjustments: v.optional(adjustments, {}),
  /** Official names, masked before anything matches. */
  names: v.optional(v.array(text), []),
  /** Patterns after which the words are legal ones, beside the list `legal-frame`. */
  'legal-frames': v.optional(v.array(text), []),
}

export const packData = v.strictObject({
  ...houseFields,
  /** Works that the pack's own rules cite, by key. */
  sources: v.optional(v.record(v.string(), text), {}),
  /** Built-in rules for which the pack brings one of the same name. */
  replaces: v.optional(v.array(text), []),
})

export const profileData = v.strictObject({
  ...houseFields,
  organisation: text,
  /** Keys of `rules/sources.yml`. */
  sources: v.pipe(v.array(text), v.minLength(1)),
})

export type AdjustmentsById = Readonly<Record<string, readonly Adjustment[]>>

/** Adjustments and vocabulary, checked but not yet compiled. */
export interface House {
  readonly title: string
  readonly adjustments: AdjustmentsById
  readonly names: readonly string[]
  readonly legalFrames: readonly string[]
}

/** `rules/profiles/<id>.yml`, checked. */
export interface Profile extends House {
  readonly id: string
  readonly organisation: string
  readonly sources: readonly string[]
}
