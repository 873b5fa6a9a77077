import {
  type Adjustment,
  type AdjustmentsById,
  adjustment,
  type House,
  type Profile,
  packData,
  profileData,
} from './adjustment.ts'
import {en} from './catalogue/en.ts'
import {RuleFileError} from './errors.ts'
import {nearest} from './nearest.ts'
import {isPlaceMatch, type RuleEntry} from './rule.ts'
import {checkSlots} from './rule-file.ts'
import {checkShape, parseYaml} from './rule-yaml.ts'
import {frameKinds} from './types.ts'

const say = en.ruleFiles

/** What a pack or a profile may name. */
export interface KnownNames {
  readonly rules: readonly RuleEntry[]
  /** Keys of `sources.yml`. */
  readonly sources: ReadonlySet<string>
}

/** `pack.yml`, checked. */
export interface PackFile extends House {
  readonly sources: Readonly<Record<string, string>>
  readonly replaces: readonly string[]
}

/**
 * `pack.yml` of a pack.
 * @param path "our-pack/pack.yml"
 * @throws {RuleFileError} naming file, field, problem and remedy
 */
export function parsePackFile(yamlText: string, path: string, known: KnownNames): PackFile {
  const data = checkShape(parseYaml(yamlText, path), path, {schema: packData, ...houseShape})
  for (const key of Object.keys(data.sources)) {
    if (known.sources.has(key))
      throw new RuleFileError(`${path}: sources`, say.builtInSource(key), say.otherKey)
  }
  for (const [index, id] of data.replaces.entries())
    knownRule(id, `${path}: replaces[${index}]`, known)
  return {...toHouse(data, path, known), sources: data.sources, replaces: data.replaces}
}

/**
 * `rules/profiles/<id>.yml`.
 * @throws {RuleFileError} naming file, field, problem and remedy
 */
export function parseProfileFile(yamlText: string, path: string, known: KnownNames): Profile {
  const data = checkShape(parseYaml(yamlText, path), path, {schema: profileData, ...houseShape})
  for (const [index, key] of data.sources.entries()) {
    if (!known.sources.has(key))
      throw new RuleFileError(`${path}: sources[${index}]`, say.unknownSource(key), say.addSource)
  }
  const [id = ''] = path.split('/').toReversed()
  return {
    ...toHouse(data, path, known),
    id: id.replace(/\.yml$/, ''),
    organisation: data.organisation,
    sources: data.sources,
  }
}

const houseShape = {
  fields: [
    ...[packData, profileData, adjustment].flatMap(({entries}) => Object.keys(entries)),
    ...frameKinds,
  ],
  notMap: say.notHouse,
  unknownKey: say.unknownHouseKey,
  remedy: say.seeHouse,
}

interface HouseData {
  readonly title: string
  readonly adjustments: Readonly<Record<string, Adjustment | readonly Adjustment[]>>
  readonly names: readonly string[]
  readonly 'legal-frames': readonly string[]
}

function toHouse(data: HouseData, path: string, known: KnownNames): House {
  const adjustments: AdjustmentsById = Object.fromEntries(
    Object.entries(data.adjustments).map(([id, given]) => [
      id,
      'reason' in given ? [given] : given,
    ]),
  )
  for (const [id, several] of Object.entries(adjustments)) {
    const rule = knownRule(id, `${path}: adjustments`, known)
    for (const [index, each] of several.entries())
      checkAdjustment(
        each,
        rule,
        `${path}: adjustments.${id}${several.length > 1 ? `[${index}]` : ''}`,
      )
  }
  const {title, names} = data
  return {title, names, adjustments, legalFrames: data['legal-frames']}
}

function knownRule(id: string, where: string, {rules}: KnownNames): RuleEntry {
  const known = rules.find((rule) => rule.id === id)
  if (known) return known
  const meant = nearest(
    id,
    rules.map((rule) => rule.id),
  )
  throw new RuleFileError(
    where,
    say.unknownRule(id),
    meant ? say.nearestRule(meant) : say.listRules,
  )
}

function checkAdjustment(each: Adjustment, {match}: RuleEntry, where: string): void {
  const {reason: _reason, from, until, in: _in, off, ...changes} = each
  const changed = Object.keys(changes).length > 0
  if (!changed && off === undefined) throw new RuleFileError(where, say.changesNothing, say.sayWhat)
  if (changed && off !== undefined) throw new RuleFileError(where, say.offAndChanged, say.keepOne)
  if (changes.except !== undefined && !isPlaceMatch(match))
    throw new RuleFileError(`${where}.except`, say.noExceptHere, say.offOrIn)
  if (from !== undefined && until !== undefined && until < from)
    throw new RuleFileError(where, say.endsBeforeStart, say.swapDays)
  checkSlots(changes, where, match)
}
