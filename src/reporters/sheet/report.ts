import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import type {Element} from 'hast'
import {h} from 'hastscript'
import {en} from '../../core/catalogue/en.ts'
import {lastAtOrBefore} from '../../core/sorted.ts'
import type {Block, Finding} from '../../core/types.ts'
import {withoutPrivate} from '../../core/withheld.ts'
import {aboutBaseline, acceptedEntries, problemsOf} from '../accepted.ts'
import {type Notes, type Numbered, numberPlaces} from '../numbered.ts'
import {isDocumentLevel} from '../place.ts'
import {printable} from '../printable.ts'
import {type Checked, titleOf, type Wanted} from '../reporter.ts'
import {sentencesIn} from '../sentence.ts'
import {typedLabelLength} from '../typed-label.ts'
import {blockElement, headingId, type Setting} from './blocks.ts'
import {type Ids, placeNote, questionNote} from './notes.ts'

const words = en.reporting
const said = en.reporting.sheet

/** One report of a sheet: what was read, its sections, its text with the notes beside, what is asked of the whole. */
export function reportElement(checked: Checked, wanted: Wanted): Element {
  const {document, findings, withheld} = checked.result
  const own = idOf(titleOf(checked))
  const ids: Ids = {
    mark: (number) => `${own}-m${number}`,
    note: (number) => `${own}-n${number}`,
  }
  const setting: Setting = {text: document.text, withheld, ids}
  const notes = numberPlaces(findings, wanted)
  const byBlock = placesByBlock(document.blocks, notes.places)
  return h(
    'article',
    {ariaLabelledBy: own},
    h('h2', {id: own}, printable(titleOf(checked))),
    facts(checked),
    sections(document.blocks, byBlock, setting),
    ...rows(checked, byBlock, setting),
    ...questions(notes, setting),
  )
}

/** Of one report among those of a sheet, wherever it stands there. */
const idOf = (title: string) => `r${bytesToHex(sha256(utf8ToBytes(title))).slice(0, 12)}`

const shownBlock = (blocks: readonly Block[], starts: readonly number[], at: number) =>
  blocks[lastAtOrBefore(starts, at)]

function placesByBlock(blocks: readonly Block[], places: readonly Numbered[]) {
  const starts = blocks.map(({range}) => range.start)
  const byBlock = new Map<Block, Numbered[]>()
  for (const place of places) {
    const block = shownBlock(blocks, starts, place.finding.range.start)
    if (!block) continue
    const same = byBlock.get(block)
    if (same) same.push(place)
    else byBlock.set(block, [place])
  }
  return byBlock
}

type ByBlock = ReturnType<typeof placesByBlock>

function facts(checked: Checked): Element {
  const {result, partiesDeclared, wording} = checked
  const {unread, proposed, unfinished} = result
  const rows: (readonly [string, ...(readonly string[])])[] = []
  if (unfinished) rows.push([said.beforeFiling, words.beforeFiling(unfinished)])
  if (!partiesDeclared) {
    const names = proposed.map(({role, name}) => `${said.roles[role]}: ${name}`).join('; ')
    rows.push([said.who, names === '' ? said.undeclared : said.proposed(names)])
  }
  if (unread.length > 0)
    rows.push([
      said.notChecked,
      unread.map(({kind, count}) => words.unread[kind](count)).join(', '),
    ])
  if (wording) rows.push([said.wording, words.readWith(wording.by, wording.off)])
  const accepted = acceptedEntries(result)
  rows.push([said.baseline, ...aboutBaseline(checked)])
  rows.push([said.accepted(accepted.length), ...accepted])
  rows.push([said.acceptanceProblems, ...problemsOf(result)])
  const shown = rows.filter(({length}) => length > 1)
  return h('dl.facts', ...shown.flatMap(([term, ...texts]) => factOf(term, texts)))
}

const factOf = (term: string, texts: readonly string[]): Element[] => [
  h('dt', term),
  ...texts.map((text) => h('dd', printable(text))),
]

function sections(blocks: readonly Block[], byBlock: ByBlock, setting: Setting): Element {
  const entries: {readonly heading: Block | undefined; places: number}[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || entries.length === 0)
      entries.push({heading: block.kind === 'heading' ? block : undefined, places: 0})
    const entry = entries.at(-1)
    if (entry) entry.places += byBlock.get(block)?.length ?? 0
  }
  const items = entries
    .filter(({heading}) => heading !== undefined)
    .flatMap(({heading, places}) => (heading ? [sectionItem(heading, places, setting)] : []))
  return items.length === 0
    ? h('div')
    : h('nav', {ariaLabel: said.sections}, h('h3', said.sections), h('ul', ...items))
}

function sectionItem(heading: Block, places: number, setting: Setting): Element {
  const title = withoutPrivate(setting.text, heading.range, setting.withheld)
  const language = heading.language === 'cy' ? {lang: 'cy'} : {}
  const link = h('a', {...language, href: `#${headingId(heading, setting)}`}, printable(title))
  return h('li', link, places > 0 ? ` (${said.places(places)})` : '')
}

function rows({result: {document}}: Checked, byBlock: ByBlock, setting: Setting): Element[] {
  const sentenceOf = sentencesIn(document)
  return inRows(document.blocks).map((blocks) => {
    const notes = blocks
      .flatMap((block) => byBlock.get(block) ?? [])
      .map((place) =>
        placeNote(place, whereOf(place.finding, sentenceOf(place.finding.range)), setting.ids),
      )
    const elements = blocks.map((block, index) => {
      const label = index === 0 ? labelShown(block) : ''
      return blockElement(block, byBlock.get(block) ?? [], label, setting)
    })
    return h(
      'div.row',
      h('div.text', blocks.length > 1 ? h('div.cells', ...elements) : elements),
      ...(notes.length > 0 ? [h('div.notes', ...notes)] : []),
    )
  })
}

/** The cells of one row of a table together, every other block alone. */
function inRows(blocks: readonly Block[]): readonly Block[][] {
  const together: Block[][] = []
  for (const block of blocks) {
    const last = together.at(-1)
    const isSameRow =
      block.kind === 'table-cell' &&
      last?.[0]?.kind === 'table-cell' &&
      last[0].label === block.label
    if (isSameRow) last.push(block)
    else together.push([block])
  }
  return together
}

/** A number that the text begins with is there already, and so are headings without one. */
const labelShown = ({label, text, kind}: Block): string =>
  typedLabelLength(text, label, kind === 'heading') > 0 ||
  (kind === 'heading' && !/^[\d(]/.test(label))
    ? ''
    : label

const whereOf = ({label}: Finding, sentence: number | undefined) =>
  sentence === undefined ? label : said.sentence(label, sentence)

function questions({questions: asked}: Notes, {text, withheld}: Setting): Element[] {
  if (asked.length === 0) return []
  const notes = asked.map((finding) => {
    const raised = isDocumentLevel(finding) ? '' : withoutPrivate(text, finding.range, withheld)
    return questionNote(finding, shortened([finding.label, `«${raised}»`].join(' '), raised))
  })
  return [h('h3', words.wholeReport), h('p', words.wholeReportIntro), ...notes]
}

/** In UTF-16 units. */
const longestRaised = 140

const shortened = (whole: string, raised: string): string =>
  raised === '' || whole.length <= longestRaised
    ? raised === ''
      ? ''
      : whole
    : `${whole.slice(0, longestRaised)} …»`
