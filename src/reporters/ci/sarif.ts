import type {ReportingDescriptor, Result, Run, Suppression} from 'sarif'
import {en} from '../../core/catalogue/en.ts'
import type {UserError} from '../../core/errors.ts'
import {fill, nobody} from '../../core/pipeline/draft-finding.ts'
import type {RuleEntry} from '../../core/rule.ts'
import type {Accepted, Severity} from '../../core/types.ts'
import type {Place} from '../place.ts'
import {printable} from '../printable.ts'
import {type Checked, excerptsOf, type Reporter, type ReportOptions} from '../reporter.ts'
import {safeJson} from '../safe-json.ts'
import {type CiFinding, ciAccepted, ciFindings} from './findings.ts'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  question: 'note',
}

/**
 * SARIF 2.1.0: one run, written as the results come, and after them the rules that they name.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export function createSarif(options: ReportOptions): Reporter {
  const ruleIds: string[] = []
  const failures: UserError[] = []
  let count = 0
  const indexOf = (ruleId: string) => {
    const known = ruleIds.indexOf(ruleId)
    return known >= 0 ? known : ruleIds.push(ruleId) - 1
  }
  return {
    start: () =>
      '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"results":[',
    render: (checked) => {
      const told = [...ciFindings(checked, options), ...ciAccepted(checked, options)]
      return {
        texts: told.map((each) => safeJson(toResult(each, checked, options))),
        places: told.length,
        ruleIds: told.map(({finding}) => finding.ruleId),
      }
    },
    add: ({texts, ruleIds: ids = []}) =>
      texts
        .map((result, index) => withIndex(result, indexOf(ids[index] ?? '')))
        .map((result) => `${count++ === 0 ? '' : ','}\n${result}`)
        .join(''),
    failed: (_, error) => {
      failures.push(error)
      return ''
    },
    end: () => `\n],${safeJson(aboutRun(ruleIds, failures, options)).slice(1, -1)}}]}\n`,
  }
}

/** Where a rule stands among those of the run is known when the results are put together. */
const withIndex = (result: string, ruleIndex: number) =>
  `{"ruleIndex":${ruleIndex},${result.slice(1)}`

/** Relative to the root of the repository; every sign that is none of a path is written as its number. */
function uriOf(name: string): string {
  const path = printable(name.replace(/^(?:\.\/+)+/, ''))
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/') ? `file://${encoded}` : encoded
}

function toResult(
  {finding, place, where, label, text, fingerprint, accepted}: CiFinding,
  checked: Checked,
  options: ReportOptions,
): Result {
  const {document} = checked.result
  return {
    ruleId: finding.ruleId,
    level: levels[finding.severity],
    message: {text},
    locations: [
      {
        physicalLocation: {
          artifactLocation: {uri: uriOf(document.name)},
          region: regionOf(place),
        },
        logicalLocations: [{name: label || where, fullyQualifiedName: where, kind: 'element'}],
      },
    ],
    partialFingerprints: {'safeTogether/v1': fingerprint},
    ...(accepted && {
      suppressions: [suppressionOf(accepted, excerptsOf(checked, options) !== 'none')],
    }),
    properties: {severity: finding.severity, category: finding.category},
  }
}

/** In the text that was read from the file; GitHub takes no result without a line. */
const regionOf = (place: Place | undefined) => ({
  startLine: place?.line ?? 1,
  startColumn: place?.column ?? 1,
  endLine: place?.endLine ?? 1,
  endColumn: place?.endColumn ?? 1,
  charOffset: place?.start ?? 0,
  charLength: place ? place.end - place.start : 0,
})

/** A reason is written about the case, and stays at the desk unless words may leave it. */
const suppressionOf = ({kind, reason}: Accepted, showsText: boolean): Suppression => ({
  kind: kind === 'in-source' ? 'inSource' : 'external',
  status: 'accepted',
  justification: showsText ? printable(reason) : en.reporting.ci.accepted,
})

function aboutRun(
  ruleIds: readonly string[],
  failures: readonly UserError[],
  {rules = [], version = ''}: ReportOptions,
): Omit<Run, 'results'> {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return {
    columnKind: 'utf16CodeUnits',
    tool: {
      driver: {
        name: 'safe-together-lint',
        ...(version !== '' && {semanticVersion: version}),
        rules: ruleIds.map((id) => describe(id, byId.get(id))),
      },
    },
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        toolExecutionNotifications: failures.map(({message, where}) => ({
          level: 'error',
          message: {text: printable(message)},
          locations: [{physicalLocation: {artifactLocation: {uri: uriOf(where)}}}],
        })),
      },
    ],
  }
}

function describe(id: string, rule: RuleEntry | undefined): ReportingDescriptor {
  if (rule === undefined) return {id}
  const {title, message, why, ask, severity, category} = rule
  const say = (text: string) => fill(text, nobody)
  return {
    id,
    // A name that is the id again is against the rules.
    ...(title.toLowerCase() !== id.toLowerCase() && {name: title}),
    shortDescription: {text: title},
    fullDescription: {text: say(message)},
    help: {
      text: [say(why), ask === undefined ? '' : `${en.reporting.ask} ${say(ask)}`].join(' ').trim(),
    },
    defaultConfiguration: {level: levels[severity]},
    properties: {tags: [category]},
  }
}
