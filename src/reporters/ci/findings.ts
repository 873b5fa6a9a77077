import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import {en} from '../../core/catalogue/en.ts'
import {eachPlace} from '../../core/repeats.ts'
import {lastAtOrBefore} from '../../core/sorted.ts'
import type {Accepted, Finding, SourceDocument} from '../../core/types.ts'
import {withoutOverlapped} from '../overlaps.ts'
import {type Place, placesIn} from '../place.ts'
import {printable} from '../printable.ts'
import {type Checked, isReportWide, isShown, type ReportOptions} from '../reporter.ts'
import {excerptsIn} from '../sentence.ts'

/** One place of a finding, as output that leaves the desk may tell of it. */
export interface CiFinding {
  readonly finding: Finding
  /** Undefined where the file has no lines to point at, such as Word documents. */
  readonly lines: Place | undefined
  /** Where its author finds it, in numbers alone: "section 4, 4.2". */
  readonly where: string
  /** One line, made harmless: place, statement, question, and of the report's text what was asked for. */
  readonly text: string
  /** Why its author keeps the wording, where that is accepted. */
  readonly accepted?: Accepted
  /** 16 hex digits, of this repository alone: short phrases can be guessed from their hash. */
  readonly fingerprint: string
}

/** Every place that a person would be shown, in order, then the questions about the whole. */
export function ciFindings(checked: Checked, options: ReportOptions): readonly CiFinding[] {
  const {document, findings} = checked.result
  const shown = findings.filter((finding) => isShown(finding, options))
  const places = withoutOverlapped(eachPlace(shown.filter((one) => !isReportWide(one))))
  const linesOf = hasLines(document) ? placesIn(document, checked.source) : () => undefined
  const sectionOf = sectionsIn(document)
  const excerptOf = excerpts(checked, options)
  return [...places, ...shown.filter(isReportWide)].map((finding) => {
    const where = printable(whereOf(finding, sectionOf(finding)))
    const {message, ask} = finding
    const said = [`${where}:`, message, ask, excerptOf(finding)].filter((part) => part !== '')
    return {
      finding,
      lines: linesOf(finding),
      where,
      text: printable(said.join(' ')),
      fingerprint: salted(finding.fingerprint, options.salt ?? ''),
    }
  })
}

/** What is accepted with a reason, for formats that keep it beside what is told. */
export function ciAccepted(checked: Checked, options: ReportOptions): readonly CiFinding[] {
  const {accepted = []} = checked.result
  const byFinding = new Map(accepted.map((each) => [each.finding, each]))
  const result = {...checked.result, findings: [...byFinding.keys()]}
  return ciFindings({...checked, result}, options).flatMap((one) => {
    const found =
      byFinding.get(one.finding) ??
      accepted.find(({finding}) => finding.fingerprint === one.finding.fingerprint)
    return found ? [{...one, accepted: found}] : []
  })
}

/** Whose findings build servers can show beside a line of the file. */
const hasLines = ({format}: SourceDocument) =>
  format === 'text' || format === 'markdown' || format === 'html'

/** The number of the heading above, as the author sees it; the heading's words are the report's. */
function sectionsIn({blocks}: SourceDocument): (finding: Finding) => string | undefined {
  const headings = blocks.filter(({kind}) => kind === 'heading')
  const starts = headings.map(({range}) => range.start)
  return ({range, section}) => {
    if (section.length === 0) return undefined
    const heading = headings[lastAtOrBefore(starts, range.start)]
    return heading && heading.range.start <= range.start ? heading.label : undefined
  }
}

function whereOf(finding: Finding, section: string | undefined): string {
  if (isReportWide(finding)) return en.reporting.ci.whole
  const parts = [section === undefined ? '' : en.reporting.ci.section(section), finding.label]
  return parts.filter((part) => part !== '').join(', ')
}

function excerpts({result}: Checked, {excerpts: shown = 'none'}: ReportOptions) {
  if (shown === 'none') return () => ''
  const withheld = result.findings.flatMap(({isWithheld, range}) => (isWithheld ? [range] : []))
  const excerptOf = excerptsIn(result.document, withheld)
  return ({range, actual}: Finding): string => {
    if (range.start === range.end || actual === '') return ''
    const {before, marked, after} = excerptOf(range)
    return shown === 'match' ? `«${marked}»` : `${before}«${marked}»${after}`
  }
}

const salted = (fingerprint: string, salt: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${salt}\n${fingerprint}`))).slice(0, 16)
