import {en} from '../core/catalogue/en.ts'
import {eachPlace} from '../core/repeats.ts'
import type {Finding, LintResult, Party, Severity} from '../core/types.ts'
import {aboutKept} from './accepted.ts'
import {withoutOverlapped} from './overlaps.ts'
import {isDocumentLevel} from './place.ts'
import {loggable} from './printable.ts'
import {
  addWhole,
  type Checked,
  type Colors,
  isReportWide,
  isShown,
  type Reporter,
  type ReportOptions,
  renderAll,
  titleOf,
} from './reporter.ts'
import {excerptsIn} from './sentence.ts'
import {typedLabelLength} from './typed-label.ts'
import {wrap} from './wrap.ts'

const words = en.reporting

/** Places printed of one report; a person in a hurry reads fewer, and JSON has all. */
const printedLimit = 200

/** For a person at a desk: what stands where, what it does, and what to ask. */
export function createPretty(options: ReportOptions): Reporter {
  let documents = 0
  let pointed = 0
  return {
    start: () => '',
    render: (checked) => ({
      texts: [renderDocument(checked, options)],
      places: checked.result.findings.filter((finding) => isShown(finding, options)).length,
    }),
    add: (piece) => {
      documents++
      if (piece.places > 0) pointed++
      return addWhole(piece)
    },
    end: () => (documents > 1 ? `${words.total(documents, pointed)}\n` : ''),
  }
}

/** All results at once, for reports whose parties nobody has declared. */
export const pretty = (results: readonly LintResult[], options: ReportOptions): string =>
  renderAll(
    createPretty(options),
    results.map((result) => ({result, partiesDeclared: false})),
  )

function renderDocument(checked: Checked, options: ReportOptions): string {
  const {result, partiesDeclared, wording} = checked
  const all = result.findings.filter((finding) => isShown(finding, options))
  const shown = withoutOverlapped(eachPlace(all.filter((finding) => !isReportWide(finding))))
  const asked = all.filter(isReportWide)
  const notes = result.findings.filter(({severity}) => severity === 'info').length
  const parts = [
    result.unfinished ? line(words.beforeFiling(result.unfinished), options, 0) : '',
    options.quiet || partiesDeclared ? '' : renderParties(result.proposed, options),
    renderSections(result, toEntries(shown.slice(0, printedLimit)), options),
    shown.length > printedLimit
      ? line(words.printedOf(printedLimit, shown.length), options, 0)
      : '',
    renderQuestions(result, asked, options),
    shown.length === 0 && asked.length > 0 ? '' : renderCounts(shown, options),
    options.quiet || options.showInfo || notes === 0 ? '' : line(words.notes(notes), options, 0),
    renderUnread(result, options),
  ].filter((part) => part !== '')
  parts.push(...aboutKept(checked, options).map((said) => line(said, options, 0)))
  if (parts.length === 0 && options.quiet) return ''
  if (wording) parts.push(line(words.readWith(wording.by, wording.off), options, 0))
  return `${options.colors.title(loggable(titleOf(checked)))}\n\n${parts.join('\n')}\n`
}

const line = (text: string, {width}: ReportOptions, indent: number) =>
  `${wrap(loggable(text), width, indent)}\n`

function renderParties(proposed: readonly Party[], options: ReportOptions): string {
  const flags = proposed.map(({role, name, aliases}) => {
    const names = [name, ...aliases].map(shellSafe).filter((each) => each !== '')
    return `${words.flags[role]} "${names.join(', ')}"`
  })
  return flags.length > 0
    ? line(words.proposed, options, 0) + line(flags.join(' '), options, 2)
    : line(words.undeclared, options, 0) + line(words.undeclaredFlags, options, 2)
}

// These names come from the report and are meant to be pasted into a shell.
const shellSafe = (name: string) => name.replace(/[^\p{L}\p{M}\p{N} .'’[\]()-]/gu, '').trim()

/** One rule's statement, and every place it is made of. */
interface Entry {
  readonly first: Finding
  readonly others: Finding[]
}

/** The same advice forty times is one piece of advice with forty places. */
function toEntries(findings: readonly Finding[]): readonly Entry[] {
  const entryByAdvice = new Map<string, Entry>()
  for (const finding of findings) {
    const {ruleId, severity, message, ask} = finding
    const advice = JSON.stringify([ruleId, severity, message, ask])
    const entry = entryByAdvice.get(advice)
    if (entry) entry.others.push(finding)
    else entryByAdvice.set(advice, {first: finding, others: []})
  }
  return [...entryByAdvice.values()]
}

function renderSections(
  result: LintResult,
  entries: readonly Entry[],
  options: ReportOptions,
): string {
  const renderEntry = entryRenderer(result, options)
  let heading = ''
  const parts: string[] = []
  for (const entry of entries) {
    const own = headingOf(entry.first)
    if (own !== heading) parts.push(`${wrap(options.colors.title(own), options.width, 0)}\n`)
    heading = own
    parts.push(renderEntry(entry))
  }
  return parts.join('\n')
}

function headingOf(finding: Finding): string {
  if (isDocumentLevel(finding)) return words.wholeReport
  return finding.section.length > 0 ? loggable(finding.section.join(' › ')) : words.noHeading
}

/** Questions about the report as a whole, after all places, with what raised each. */
function renderQuestions(
  result: LintResult,
  asked: readonly Finding[],
  options: ReportOptions,
): string {
  if (asked.length === 0) return ''
  const title = `${wrap(options.colors.title(words.wholeReport), options.width, 0)}\n`
  const entries = asked.map((finding) => renderQuestion(finding, result, options))
  return [title, line(words.wholeReportIntro, options, 2), ...entries].join('\n')
}

function renderQuestion(finding: Finding, result: LintResult, options: ReportOptions): string {
  const {message, why, ask, frames, label, range} = finding
  const {marked} = excerptsIn(result)(range)
  const raised = [label, `«${shortened(withoutLabel(marked, label))}»`]
    .filter((part) => part !== '')
    .join(' ')
  return [
    `  ${headOf({...finding, label: ''}, options.colors)}\n`,
    line(message, options, 4),
    labelled(words.why, why, options),
    labelled(words.ask, ask, options),
    ...frames.map(({status, text}) => labelled(words.statuses[status], text, options)),
    painted(labelled(words.raisedBy, raised, options), options.colors),
  ].join('')
}

/** In UTF-16 units: enough to find the sentence by. */
const longestRaised = 90

function shortened(text: string): string {
  const trimmed = text.trim()
  if (trimmed.length <= longestRaised) return trimmed
  const cut = trimmed.slice(0, longestRaised)
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))} …`
}

function entryRenderer(result: LintResult, options: ReportOptions) {
  const excerpt = excerptsIn(result)
  const {colors} = options
  return ({first, others}: Entry): string => {
    const {before, marked, after} = excerpt(first.range)
    const sentence = `${withoutLabel(before, first.label)}«${marked}»${after}`
    return [
      `  ${headOf(first, colors)}\n`,
      isDocumentLevel(first) ? '' : painted(line(sentence, options, 4), colors),
      line(first.message, options, 4),
      labelled(words.why, first.why, options),
      labelled(words.ask, first.ask, options),
      ...first.frames.map(({status, text}) => labelled(words.statuses[status], text, options)),
      ...first.replacements.map((text) => labelled(words.replacement, text, options)),
      painted(renderPlaces(others, options), colors),
    ].join('')
  }
}

/** The label stands above the sentence already. */
const withoutLabel = (before: string, label: string): string =>
  before.slice(typedLabelLength(before, label))

function headOf({label, severity, ruleId, voice}: Finding, colors: Colors): string {
  const place = [loggable(label), words.voices[voice]].filter(Boolean).join(', ')
  const paint = paintOf(severity, colors)
  return [place, paint(words.severities[severity]), colors.quiet(loggable(ruleId))]
    .filter((part) => part !== '')
    .join(' · ')
}

function paintOf(severity: Severity, colors: Colors) {
  if (severity === 'error') return colors.severe
  return severity === 'warning' ? colors.notable : colors.quiet
}

const labelled = (label: string, text: string, options: ReportOptions) =>
  text === '' ? '' : line(`${label} ${text}`, options, 4)

function renderPlaces(others: readonly Finding[], options: ReportOptions): string {
  if (others.length === 0) return ''
  const places = others.map(({label, actual}) => (actual === '' ? label : `${label} «${actual}»`))
  return line(`${words.alsoAt} ${places.join('; ')}`, options, 4)
}

/** Colour comes after wrapping, which counts columns. */
const painted = (text: string, {mark}: Colors) =>
  text.replace(/«[^»]*»/g, (marked) =>
    marked
      .split('\n')
      .map((part) => mark(part))
      .join('\n'),
  )

function renderCounts(shown: readonly Finding[], options: ReportOptions): string {
  if (shown.length === 0) return options.quiet ? '' : line(words.nothing, options, 0)
  const countByCategory = new Map<string, number>()
  for (const {category} of shown) {
    countByCategory.set(category, (countByCategory.get(category) ?? 0) + 1)
  }
  const longest = Math.max(...[...countByCategory.keys()].map(({length}) => length))
  const rows = [...countByCategory]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([category, count]) => `  ${category.replaceAll('-', ' ').padEnd(longest)}  ${count}\n`)
  return `${words.countsTitle}\n${rows.join('')}`
}

function renderUnread({unread}: LintResult, options: ReportOptions): string {
  const parts = unread.map(({kind, count}) => words.unread[kind](count))
  return parts.length === 0 ? '' : line(words.notChecked(parts), options, 0)
}
