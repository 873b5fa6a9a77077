import {en} from '../core/catalogue/en.ts'
import type {Finding, Place as FindingPlace} from '../core/types.ts'
import {type Place, placesIn} from './place.ts'
import {addWhole, type Checked, type Reporter} from './reporter.ts'
import {safeJson} from './safe-json.ts'
import {sentencesIn} from './sentence.ts'

/** Raised when a field changes its meaning or goes; a new field raises nothing. */
const version = 1

/** All findings of all reports, for programs; written as the results come. */
export function createJson(): Reporter {
  let documents = 0
  return {
    start: () =>
      `{\n  "version": ${version},\n  "note": ${safeJson(en.reporting.jsonNote)},\n  "documents": [`,
    render: (checked) => ({
      texts: [indented(safeJson(toDocument(checked), 2), 4)],
      places: checked.result.findings.length,
    }),
    add: (piece) => `${documents++ === 0 ? '' : ','}\n${addWhole(piece)}`,
    end: () => (documents === 0 ? ']\n}\n' : '\n  ]\n}\n'),
  }
}

/** The same, a line for each finding: for programs that read as they go. */
export const createNdjson = (): Reporter => ({
  start: () => '',
  render: (checked) => {
    const {findings, name, ...about} = toDocument(checked)
    const lines = [
      {document: name, ...about},
      ...findings.map((finding) => ({document: name, ...finding})),
    ]
    return {texts: lines.map((line) => `${safeJson(line)}\n`), places: findings.length}
  },
  add: addWhole,
  end: () => '',
})

function toDocument({result, source, house, tracked, baseline}: Checked) {
  const {document, findings, unread, unfinished, accepted, acceptanceProblems} = result
  const placeOf = placesIn(document, source)
  const sentenceOf = sentencesIn(document)
  return {
    name: document.name,
    // Where no day is declared the newest wording holds.
    ...(house && {profile: house.profile, date: house.date ?? null, packs: house.packs}),
    /** The report read as it was before its tracked changes; without this field, as if they were accepted. */
    tracked,
    /** Places that stand in the baseline and not among the findings, and those that have gone. */
    baseline,
    /** What has to be gone before the report is filed. */
    unfinished: unfinished && {comments: unfinished.comments, blanks: unfinished.blanks},
    accepted: accepted?.map(({finding, reason, until, kind}) => ({
      ...toFinding(finding, placeOf, sentenceOf),
      reason: reason,
      until,
      kind,
    })),
    acceptanceProblems,
    unread: unread.map(({kind, count}) => ({kind, count})),
    findings: findings.map((finding) => toFinding(finding, placeOf, sentenceOf)),
  }
}

// Written out, so that a field added to a finding inside does not change what programs read.
const toFinding = (
  finding: Finding,
  placeOf: ReturnType<typeof placesIn>,
  sentenceOf: ReturnType<typeof sentencesIn>,
) => ({
  ruleId: finding.ruleId,
  category: finding.category,
  severity: finding.severity,
  message: finding.message,
  ...toPlace(finding, placeOf(finding)),
  /** Counted in its paragraph, where that has more than one. */
  sentence: sentenceOf(finding.range),
  /** Further places of words that stand in the report again and again. */
  alsoAt: finding.alsoAt?.map((place) => ({
    ...toPlace(place, placeOf(place)),
    fingerprint: place.fingerprint,
  })),
  /** The question is about the report as a whole; the place is what raised it. */
  reportWide: finding.isReportWide,
  /** The words are a private detail, and stand nowhere in this output. */
  withheld: finding.isWithheld,
  voice: finding.voice,
  ask: finding.ask,
  frames: finding.frames.map(({status, text}) => ({status, text})),
  replacements: finding.replacements,
  sources: finding.sources,
  fingerprint: finding.fingerprint,
})

const toPlace = ({section, label, actual}: FindingPlace, place: Place | undefined) => ({
  start: place?.start,
  end: place?.end,
  section,
  label,
  line: place?.line,
  column: place?.column,
  actual,
})

const indented = (text: string, spaces: number): string => text.replace(/^/gm, ' '.repeat(spaces))
