import * as v from 'valibot'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import {en} from '../core/catalogue/en.ts'
import {sourceRange} from '../core/segments.ts'
import {lastAtOrBefore} from '../core/sorted.ts'
import type {Finding, Range} from '../core/types.ts'
import {printable} from '../reporters/printable.ts'
import {endOfSentence} from '../reporters/sentence.ts'
import {acceptanceChanges} from './acceptance-edit.ts'
import type {Outcome} from './checking.ts'
import type {Client} from './client.ts'
import {commands} from './command-names.ts'
import type {Declaration} from './declaration-change.ts'
import {declarationEdit} from './declaring.ts'
import type {OpenDocument} from './documents.ts'
import {type Change, editOf, templateOf} from './edits.ts'
import type {Environment} from './environments.ts'
import {rulesOf} from './hover.ts'
import {nameAt} from './names.ts'
import {marked, type Placed, placedIn} from './places.ts'
import {toOffsets} from './positions.ts'
import type {EditorSettings} from './settings.ts'

const words = en.editor.actions

const roles = ['perpetrator', 'survivor', 'child', 'other'] as const

const ofFinding = {ruleId: v.string(), start: v.number(), end: v.number()}

/** What an action does, so that it can be worked out when it is chosen. Offsets count in `document.text`. */
const deedShape = v.variant('does', [
  v.object({does: v.literal('replace'), ...ofFinding, index: v.number()}),
  v.object({does: v.literal('frame'), ...ofFinding, index: v.number()}),
  v.object({does: v.literal('accept'), ...ofFinding}),
  v.object({does: v.literal('role'), name: v.string(), role: v.picklist(roles)}),
])
export type Deed = v.InferOutput<typeof deedShape>

export const actionData = v.object({uri: v.string(), version: v.number(), deed: deedShape})

/** One thing that can be done at a place. */
interface Offer {
  readonly title: string
  readonly finding?: Finding
  readonly isPreferred?: true
  readonly deed?: Deed
  readonly command?: Command
}

/** All that the actions of one request need. */
export interface Asked {
  readonly document: OpenDocument
  readonly outcome: Outcome
  readonly settings: EditorSettings
  readonly client: Client
  readonly environment: Environment
}

/**
 * What can be done where the editor asks. Findings are ours, of the present text: what an editor echoes of diagnostics
 * may count in other columns, and is never edited by.
 */
export async function actionsAt(
  asked: Asked,
  {range, context}: Pick<CodeActionParams, 'range' | 'context'>,
): Promise<(CodeAction | Command)[]> {
  if (context.only && !context.only.some(isQuickFix)) return []
  const {client, outcome, document} = asked
  const offers = offersAt(asked, toOffsets(outcome.lines, range))
  const actions = await Promise.all(
    offers.map(async (offer): Promise<CodeAction | Command | undefined> => {
      const {title, command, deed} = offer
      if (!client.actionLiterals) return command ?? (deed && commandFor(title, document, deed))
      const diagnostics = offer.finding ? echoed(context.diagnostics, offer.finding) : []
      const action: CodeAction = {
        title,
        kind: CodeActionKind.QuickFix,
        ...(diagnostics.length > 0 && {diagnostics}),
        ...(offer.isPreferred && {isPreferred: true}),
      }
      if (!deed) return command ? {...action, command} : undefined
      if (client.resolvesEdits && client.actionData)
        return {...action, data: {uri: document.uri, version: outcome.version, deed}}
      const edit = await editFor(asked, deed)
      return edit && {...action, edit}
    }),
  )
  return actions.flatMap((action) => action ?? [])
}

/** "quickfix", or what it is a kind of. */
const isQuickFix = (kind: string) => kind === '' || kind === CodeActionKind.QuickFix

/** Those that the editor knows of this rule, so that it can show them together; for nothing else. */
const echoed = (diagnostics: readonly Diagnostic[], {ruleId}: Finding): Diagnostic[] =>
  diagnostics.filter(({source, code}) => source === en.editor.source && code === ruleId)

/** For editors that know no actions but commands: the server makes the edit, and asks the editor to apply it. */
const commandFor = (title: string, {uri, version}: OpenDocument, deed: Deed): Command => ({
  title,
  command: commands.apply,
  arguments: [{uri, version, deed}],
})

function offersAt(asked: Asked, range: Range): readonly Offer[] {
  const {outcome, settings} = asked
  const placed = placedIn(outcome, settings, range)
  return [
    ...placed.flatMap((each) => wordingOffers(outcome, each)),
    ...placed.map(({finding}) => acceptOffer(finding)),
    ...roleOffers(asked, range),
    ...placed.flatMap((each) => showOffers(asked, each)),
  ]
}

const keyOf = ({ruleId, range}: Finding) => ({ruleId, start: range.start, end: range.end})

function wordingOffers(outcome: Outcome, placed: Placed): readonly Offer[] {
  const {finding} = placed
  const {frames} = finding
  const replacements = standsAlone(outcome, placed) ? finding.replacements : []
  return [
    ...replacements.map(
      (text, index): Offer => ({
        title: printable(words.replace(text)),
        finding,
        deed: {does: 'replace', ...keyOf(finding), index},
        ...(replacements.length === 1 && {isPreferred: true}),
      }),
    ),
    ...frames.map(
      ({status, text}, index): Offer => ({
        title: printable(words.frame(lowered(en.editor.frameFor(status)), text)),
        finding,
        deed: {does: 'frame', ...keyOf(finding), index},
      }),
    ),
  ]
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const acceptOffer = (finding: Finding): Offer => ({
  title: words.accept(finding.ruleId),
  finding,
  deed: {does: 'accept', ...keyOf(finding)},
})

/** Where a name is marked or pointed at that nobody has declared. */
function roleOffers({document, outcome}: Asked, range: Range): readonly Offer[] {
  const {checked, context, lines} = outcome
  if (!checked || !context) return []
  if (document.format !== 'markdown' && document.path === undefined) return []
  const {result} = checked
  const withheld = result.withheld.map((each) => sourceRange(result.document, each))
  const name = nameAt(lines.text, range, result.proposed, withheld)
  const isKnown = context.parties.some((party) =>
    [party.name, ...party.aliases].includes(name ?? ''),
  )
  if (name === undefined || isKnown) return []
  const likely = result.proposed.find((party) => [party.name, ...party.aliases].includes(name))
  const inOrder = roles.toSorted((a, b) => Number(b === likely?.role) - Number(a === likely?.role))
  return inOrder.map((role) => ({
    title: printable(words.role(name, role)),
    deed: {does: 'role', name, role},
  }))
}

function showOffers({document, outcome, settings}: Asked, {finding}: Placed): readonly Offer[] {
  const {uri} = document
  const title = rulesOf(outcome).get(finding.ruleId)?.rule.title ?? finding.ruleId
  const rule = words.showRule(title)
  const joined = marked(outcome, settings).find(
    ({ruleId, range, alsoAt = []}) =>
      ruleId === finding.ruleId &&
      [{range}, ...alsoAt].some((place) => place.range.start === finding.range.start),
  )
  const number = (joined?.alsoAt?.length ?? 0) + 1
  const places = words.showPlaces(number)
  return [
    {
      title: rule,
      finding,
      command: {title: rule, command: commands.showRule, arguments: [uri, finding.ruleId]},
    },
    ...(joined && number > 1
      ? [
          {
            title: places,
            finding,
            command: {
              title: places,
              command: commands.showPlaces,
              arguments: [uri, joined.ruleId, joined.range.start],
            },
          },
        ]
      : []),
  ]
}

/** @returns undefined where the finding is gone, or declarations cannot be read */
export async function editFor(asked: Asked, deed: Deed): Promise<WorkspaceEdit | undefined> {
  const {document, outcome, client, environment} = asked
  const {checked, file} = outcome
  if (!checked || !file) return undefined
  if (deed.does === 'role') {
    const declaration: Declaration = {person: deed.name, role: deed.role}
    return declarationEdit(document, file.target, declaration, {client, io: environment.io})
  }
  const whole = {start: 0, end: outcome.lines.text.length}
  const found = placedIn(outcome, {...asked.settings, showInfo: true}, whole).find(
    ({finding: {ruleId, range}}) =>
      ruleId === deed.ruleId && range.start === deed.start && range.end === deed.end,
  )
  const changes = found ? changesFor(outcome, found, deed) : []
  const {uri} = document
  const {version, lines} = outcome
  return changes.length > 0 ? editOf({uri, version, lines}, changes, client) : undefined
}

/** Whether nothing else, such as marks of bold type, stands in the source between the words. */
function standsAlone({checked, lines}: Outcome, {finding, range}: Placed): boolean {
  const words = (text = '') => text.split(/\s+/).join(' ')
  const found = checked?.result.document.text.slice(finding.range.start, finding.range.end)
  return words(found) === words(lines.text.slice(range.start, range.end))
}

function changesFor(
  outcome: Outcome,
  placed: Placed,
  deed: Exclude<Deed, {does: 'role'}>,
): readonly Change[] {
  const {checked, lines} = outcome
  const {finding, range} = placed
  if (!checked) return []
  const {document} = checked.result
  if (deed.does === 'accept') return acceptanceChanges(document, lines.text, finding)
  if (deed.does === 'replace') {
    const text = finding.replacements[deed.index]
    return text === undefined || !standsAlone(outcome, placed) ? [] : [{...range, text: [text]}]
  }
  const frame = finding.frames[deed.index]
  if (!frame) return []
  // Behind the sentence, which stays: what of it is to go its author decides.
  const starts = document.blocks.map((block) => block.range.start)
  const block = document.blocks[lastAtOrBefore(starts, finding.range.start)]?.range ?? finding.range
  const end = endOfSentence(document.text, block, finding.range)
  const {end: at} = sourceRange(document, {start: Math.max(0, end - 1), end})
  return [{start: at, end: at, text: [' ', ...templateOf(frame.text)]}]
}
