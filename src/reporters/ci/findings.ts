import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import {en} from '../../core/catalogue/en.ts'
import {eachPlace} from '../../core/repeats.ts'
import {lastAtOrBefore} from '../../core/sorted.ts'
import type {Accepted, Finding, SourceDocument} from '../../core/types.ts'
import {withoutOverlapped} from '../overlaps.ts'
import {type Place, placesIn} from '../place.ts'
import {printable} from '../printable.ts'
import {type Checked, excerptsOf, isReportWide, isShown, type ReportOptions} from '../reporter.ts'
import {excerptsIn} from '../sentence.ts'
import {numbersAlone} from './label.ts'

/** One place of a finding, as output that leaves the desk may tell of it. */
export interface CiFinding {
  readonly finding: Finding
  /** Undefined where the file has no lines to point at, such as Word documents. */
  readonly lines: Place | undefined
  /** The same, or else in the text that was read from the file; undefined for the report as a whole. */
  readonly place: Place | undefined
  /** Where its author finds it, in numbers alone: "section 4, 4.2". */
  readonly where: string
  /** Its own part of that: "4.2". */
  readonly label: string
  /** One line, made harmless: place, statement, question, and of the report's text what was asked for. */
  readonly text: string
  /** Statement and question, and what may be shown of the report's text, each one line. */
  readonly statement: string
  readonly excerpt: string
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
  const placeOf = placesIn(document, checked.source)
  const sectionOf = sectionsIn(document)
  const excerptOf = excerpts(checked, options)
  const labelOf = (label: string) =>
    printable(excerptsOf(checked, options) === 'none' ? numbersAlone(label) : label)
  return [...places, ...shown.filter(isReportWide)].map((finding) => {
    const label = labelOf(finding.label)
    const where = whereOf(finding, labelOf(sectionOf(finding) ?? ''), label)
    const statement = printable(joined(finding.message, finding.ask))
    const excerpt = printable(excerptOf(finding))
    const place = placeOf(finding)
    return {
      finding,
      lines: hasLines(document) ? place : undefined,
      place,
      where,
      label,
      text: joined(`${where}:`, statement, excerpt),
      statement,
      excerpt,
      fingerprint: salted(finding.fingerprint, options.salt ?? ''),
    }
  })
}

const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ')

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

function whereOf(finding: Finding, section: string, label: string): string {
  const {ci} = en.reporting
  if (isReportWide(finding)) return ci.whole
  const parts = [section === '' ? '' : ci.section(section), label].filter((part) => part !== '')
  return parts.length === 0 ? ci.somewhere : parts.join(', ')
}

function excerpts(checked: Checked, options: ReportOptions) {
  const shown = excerptsOf(checked, options)
  if (shown === 'none') return () => ''
  const excerptOf = excerptsIn(checked.result)
  return ({range, actual}: Finding): string => {
    if (range.start === range.end || actual === '') return ''
    const {before, marked, after} = excerptOf(range)
    return shown === 'match' ? `«${marked}»` : `${before}«${marked}»${after}`
  }
}

const salted = (fingerprint: string, salt: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${salt}\n${fingerprint}`))).slice(0, 16)
