import type {Element} from 'hast'
import {h} from 'hastscript'
import {en} from '../../core/catalogue/en.ts'
import type {Finding} from '../../core/types.ts'
import type {Numbered} from '../numbered.ts'
import {printable} from '../printable.ts'

const words = en.reporting
const said = en.reporting.sheet

/** Ids of one report of a sheet that may hold several. */
export interface Ids {
  readonly mark: (number: number) => string
  readonly note: (number: number) => string
}

const line = (label: string, text: string): Element | undefined =>
  text === '' ? undefined : h('p', h('strong', label), ` ${printable(text)}`)

/** What a rule says, whether of a place or of the whole. */
const statement = ({message, why, ask, frames, replacements}: Finding): (Element | undefined)[] => [
  h('p', printable(message)),
  line(words.why, why),
  line(words.ask, ask),
  ...frames.map(({status, text}) => line(words.statuses[status], text)),
  ...replacements.map((text) => line(words.replacement, text)),
]

const rule = (ruleId: string) => h('span.rule', ` · ${printable(ruleId)}`)

/** The note beside a place. The same words elsewhere have a note in full at the first place alone. */
export function placeNote(numbered: Numbered, where: string, ids: Ids): Element {
  const {number, finding, sameAs, others} = numbered
  const how = [words.severities[finding.severity], words.voices[finding.voice]].filter(Boolean)
  const head = [
    h('a', {href: `#${ids.mark(number)}`, ariaLabel: said.backTo(number)}, String(number)),
    ` ${printable([where, ...how].filter((part) => part !== '').join(' · '))}`,
    rule(finding.ruleId),
  ]
  const link = (other: number) => [' ', h('a', {href: `#${ids.note(other)}`}, String(other))]
  const body =
    sameAs === undefined
      ? [
          ...statement(finding),
          others.length > 0
            ? h('p', h('strong', words.alsoAt), ...others.flatMap(link))
            : undefined,
        ]
      : [h('p', printable(finding.message)), h('p', said.sameAs, ...link(sameAs))]
  return h(
    'div.note',
    // A note is a part of the text, and no region: of those a page has a handful.
    {role: 'note', className: finding.severity, id: ids.note(number), ariaLabel: said.note(number)},
    h('p.head', ...head),
    ...body.filter((each) => each !== undefined),
  )
}

/** A question about the report as a whole, with what raised it. */
export function questionNote(finding: Finding, raised: string): Element {
  const lines = [...statement(finding), line(words.raisedBy, raised)]
  return h(
    'div.note.question',
    {role: 'note', ariaLabel: said.question},
    h('p.head', words.severities[finding.severity], rule(finding.ruleId)),
    ...lines.filter((each) => each !== undefined),
  )
}
