import type {BlockContent, PhrasingContent, Root, RootContent} from 'mdast'
import {en} from '../core/catalogue/en.ts'
import type {Finding, LintResult} from '../core/types.ts'
import {aboutBaseline, acceptedEntries, problemsOf} from './accepted.ts'
import {textNode as text, toGfm} from './gfm.ts'
import {type Numbered, numberPlaces} from './numbered.ts'
import {isDocumentLevel} from './place.ts'
import {
  addWhole,
  type Checked,
  type Reporter,
  type ReportOptions,
  titleOf,
  type Wanted,
} from './reporter.ts'
import {excerptsIn, sentencesIn} from './sentence.ts'

const words = en.reporting
const said = en.reporting.sheet

/** For pasting into an email or a note of supervision: the places under their headings, without the whole text. */
export const createMarkdown = (options: ReportOptions): Reporter => ({
  start: () => '',
  render: (checked) => ({
    texts: [`${toGfm(documentOf(checked, options))}\n`],
    places: checked.result.findings.length,
  }),
  add: addWhole,
  end: () => '',
})

const strong = (value: string): PhrasingContent => ({type: 'strong', children: [text(value)]})
const paragraph = (...children: PhrasingContent[]): BlockContent => ({type: 'paragraph', children})
const heading = (depth: 1 | 2 | 3, value: string): RootContent => ({
  type: 'heading',
  depth,
  children: [text(value)],
})

function documentOf(checked: Checked, wanted: Wanted): Root {
  const {findings, unread, unfinished} = checked.result
  const notes = numberPlaces(findings, wanted)
  const left = unread.map(({kind, count}) => words.unread[kind](count))
  return {
    type: 'root',
    children: [
      heading(1, titleOf(checked)),
      paragraph(text(said.confidential)),
      ...(unfinished ? [paragraph(text(words.beforeFiling(unfinished)))] : []),
      ...places(checked, notes.places),
      ...questions(checked, notes.questions),
      ...(notes.places.length + notes.questions.length === 0
        ? [paragraph(text(words.nothing))]
        : []),
      ...(left.length > 0 ? [paragraph(text(words.notChecked(left)))] : []),
      ...aboutBaseline(checked).map((each) => paragraph(text(each))),
      ...kept(checked.result),
    ],
  }
}

/** What its author keeps, with the reasons, and what is to be said of acceptances. */
function kept(result: LintResult): RootContent[] {
  const entries = acceptedEntries(result)
  const problems = problemsOf(result)
  return [
    ...(entries.length > 0 ? [heading(2, said.accepted(entries.length)), list(entries)] : []),
    ...(problems.length > 0 ? [heading(2, said.acceptanceProblems), list(problems)] : []),
  ]
}

const list = (entries: readonly string[]): BlockContent => ({
  type: 'list',
  spread: false,
  children: entries.map((entry) => ({type: 'listItem', children: [paragraph(text(entry))]})),
})

function places(checked: Checked, numbered: readonly Numbered[]): RootContent[] {
  const placeOf = placeLines(checked)
  let section = ''
  return numbered.flatMap((place) => {
    const own = headingOf(place.finding)
    const title = own === section ? [] : [heading(2, own)]
    section = own
    return [...title, ...placeOf(place)]
  })
}

const headingOf = ({section}: Finding): string =>
  section.length > 0 ? section.join(' › ') : words.noHeading

function placeLines({result}: Checked): (place: Numbered) => RootContent[] {
  const excerpt = excerptsIn(result)
  const sentenceOf = sentencesIn(result.document)
  return ({number, finding, sameAs}) => {
    const {before, marked, after} = excerpt(finding.range)
    const sentence = sentenceOf(finding.range)
    const where = sentence === undefined ? finding.label : said.sentence(finding.label, sentence)
    const how = [words.severities[finding.severity], words.voices[finding.voice], finding.ruleId]
    const title = [`${number}`, where, ...how].filter((part) => part !== undefined && part !== '')
    const statement =
      sameAs === undefined
        ? statementOf(finding)
        : [paragraph(text(`${finding.message} ${said.sameAs} ${sameAs}.`))]
    return [
      heading(3, title.join(' · ')),
      {type: 'blockquote', children: [paragraph(text(before), strong(marked), text(after))]},
      ...statement,
    ]
  }
}

const labelled = (label: string, value: string): BlockContent[] =>
  value === '' ? [] : [paragraph(strong(label), text(` ${value}`))]

const statementOf = ({message, why, ask, frames, replacements}: Finding): BlockContent[] => [
  paragraph(text(message)),
  ...labelled(words.why, why),
  ...labelled(words.ask, ask),
  ...frames.flatMap(({status, text: wording}) => labelled(words.statuses[status], wording)),
  ...replacements.flatMap((wording) => labelled(words.replacement, wording)),
]

/** Questions about the report as a whole, each with the words that raised it. */
function questions({result}: Checked, asked: readonly Finding[]): RootContent[] {
  if (asked.length === 0) return []
  const excerpt = excerptsIn(result)
  const notes = asked.flatMap((finding) => [
    heading(3, `${words.severities[finding.severity]} · ${finding.ruleId}`),
    ...statementOf(finding),
    ...(isDocumentLevel(finding)
      ? []
      : labelled(words.raisedBy, `${finding.label} «${excerpt(finding.range).marked}»`)),
  ])
  return [heading(2, words.wholeReport), paragraph(text(words.wholeReportIntro)), ...notes]
}
