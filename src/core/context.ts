import {en} from './catalogue/en.ts'
import {ContextError} from './errors.ts'
import {nearest} from './nearest.ts'
import {profileIds} from './profiles.generated.ts'
import type {ContextData} from './rule.ts'
import type {Party, ReportContext, Role, StatusEntry} from './types.ts'

/** Nothing declared: nobody has a role, and nothing counts as decided. */
export const emptyContext: ReportContext = {
  parties: [],
  eachAlleges: false,
  status: [],
  mode: 'report',
  profile: 'cafcass-cymru',
}

/** A field that a later declaration holds replaces the earlier one whole. */
export const mergeContexts = (...declarations: readonly ContextData[]): ContextData =>
  Object.assign({}, ...declarations)

/**
 * What was declared, as the engine reads it.
 * @throws {ContextError} when a name has two roles, an entry names nobody, a status says no place, or there is no
 * such profile
 */
export function toReportContext(
  data: ContextData,
  where: string = en.declaring.defaultPlace,
): ReportContext {
  const parties = [
    ...toParties(data['behaviour-of'], 'perpetrator', where, 'behaviour-of'),
    ...toParties(data['harm-to'], 'survivor', where, 'harm-to'),
    ...toParties(eachApart(data.children), 'child', where, 'children'),
    ...toParties(data.others, 'other', where, 'others'),
  ]
  refuseTwoRoles(parties, where)
  return {
    parties,
    eachAlleges: data['each-alleges'] ?? emptyContext.eachAlleges,
    status: toStatusEntries(data.status, where),
    mode: data.mode ?? emptyContext.mode,
    profile: checkProfile(data.profile ?? emptyContext.profile, `${where}: profile`),
    ...(data.date === undefined ? {} : {date: data.date}),
  }
}

/** @throws {ContextError} with the name that is nearest, where there is no such profile */
export function checkProfile(profile: string, where: string): string {
  if (profileIds.includes(profile)) return profile
  const {problems, remedies} = en.declaring
  const meant = nearest(profile, profileIds)
  const names = profileIds.join(', ')
  throw new ContextError(
    where,
    // What is no name may be a sentence of the report.
    /^[a-z_-]+$/i.test(profile) ? problems.unknownProfile(profile) : problems.noProfileName,
    meant ? remedies.nearestProfile(meant, names) : remedies.knownProfiles(names),
  )
}

type People = string | readonly string[] | undefined

/** "Cai, Seren" are two children, where "Mr Jones, Dad" is one adult with two names. */
function eachApart(people: People): People {
  if (typeof people !== 'string') return people
  const names = people.split(',').filter((name) => name.trim() !== '')
  return names.length > 0 ? names : people
}

function toParties(people: People, role: Role, where: string, field: string): readonly Party[] {
  if (people === undefined) return []
  const entries = typeof people === 'string' ? [people] : people
  return entries.map((entry) => toParty(entry, role, `${where}: ${field}`))
}

function toParty(entry: string, role: Role, where: string): Party {
  const {problems, remedies} = en.declaring
  const names = entry
    .split(',')
    .map((name) => name.trim().replace(/\s+/g, ' '))
    .filter((name) => name !== '')
  const [name, ...aliases] = new Set(names)
  if (name === undefined) throw new ContextError(where, problems.noName, remedies.noName)
  return {name, aliases, role}
}

function refuseTwoRoles(parties: readonly Party[], where: string): void {
  const {problems, remedies} = en.declaring
  const roleByName = new Map<string, Role>()
  for (const {name, aliases, role} of parties) {
    for (const said of [name, ...aliases]) {
      const key = said.toLowerCase().replaceAll('’', "'")
      const earlier = roleByName.get(key) ?? role
      if (earlier !== role) {
        throw new ContextError(where, problems.twoRoles(said), remedies.twoRoles)
      }
      roleByName.set(key, role)
    }
  }
}

function toStatusEntries(status: ContextData['status'], where: string): readonly StatusEntry[] {
  if (status === undefined) return []
  if (typeof status === 'string') return [{applies: 'document', value: status}]
  return status.map((entry, index) =>
    toStatusEntry(entry, `${where}: status, ${en.declaring.entry(index + 1)}`),
  )
}

type StatusData = Exclude<ContextData['status'], string | undefined>[number]

function toStatusEntry(data: StatusData, place: string): StatusEntry {
  const {problems, remedies} = en.declaring
  if (data.applies !== 'document' && data.where === undefined) {
    throw new ContextError(place, problems.noWhere, remedies.where)
  }
  const {applies, where, person, value, source, date} = data
  return {
    applies,
    value,
    ...(where === undefined ? {} : {where}),
    ...(person === undefined ? {} : {person}),
    ...(source === undefined ? {} : {source}),
    ...(date === undefined ? {} : {date}),
  }
}
