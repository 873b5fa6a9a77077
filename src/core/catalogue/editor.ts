import type {Role, Status, Unread} from '../types.ts'
import {reporting} from './reporting.ts'

const {statuses} = reporting

const places = (number: number) => (number === 1 ? '1 place' : `${number} places`)

const partOf: Readonly<Record<Role, string>> = {
  perpetrator: 'the person whose behaviour the report is about',
  survivor: 'the person who was harmed',
  child: 'a child',
  other: 'somebody else',
}

/** What the language server says in an editor, beside what rules and reporters say. */
export const editor = {
  source: 'safe-together-lint',
  settingsPlace: 'settings',
  places,
  counted: (heading: string, number: number) => `${heading} (${places(number)})`,
  otherPlace: 'The same words stand here, too.',
  firstPlace: 'The first of several places with the same words.',
  whole: 'About the document as a whole.',
  inWords: (where: readonly string[], message: string) =>
    where.length > 0 ? `${where.join(' › ')}: ${message}` : message,
  hover: {
    alsoHere: 'Also said of these words:',
    example: 'An example of wording that is left alone:',
    limits: 'When not to follow this:',
    sources: 'Sources:',
    leave: 'Where your wording is right, keep it: it can be accepted with a reason.',
  },
  actions: {
    replace: (wording: string) => `Write “${wording}”`,
    frame: (status: string, text: string) => `Insert wording to fill in, ${status}: ${text}`,
    accept: (ruleId: string) => `Keep this wording, with a reason (${ruleId})`,
    showRule: (title: string) => `What is this rule for? (${title})`,
    showPlaces: (number: number) => `Show all ${number} places with these words`,
    role: (name: string, role: Role) => `Declare “${name}” as ${partOf[role]}`,
  },
  frameFor: (status: keyof typeof statuses) => statuses[status].replace(/:$/, ''),
  progress: {
    title: 'Checking reports',
    file: (done: number, all: number) => `${done} of ${all}`,
  },
  unread: (parts: readonly string[]) =>
    parts.length === 0
      ? 'Everything in this document was read and checked.'
      : `Not checked: ${parts.join(', ')}.`,
  unreadWords: ({kind, count}: Unread) => reporting.unread[kind](count),
  allPlaces: (message: string, lines: readonly number[]) =>
    `${message} Lines: ${lines.join(', ')}.`,
  chooseStatus: 'What has been decided about the behaviour that this report is about?',
  statusTitle: (status: Status) => statuses[status].replace(/:$/, ''),
  noDocument: 'This document is not open, or is not one that is checked.',
  notSaved:
    'What is declared of this document stands in a file beside it, and it has not been saved yet. Save it, and try again.',
  cannotDeclare: 'This cannot be written here: the declarations of this document cannot be read.',
  problems: {
    notInitialised: 'the server has not been initialised',
    shutDown: 'the server has been shut down',
    notJson: 'the message is not JSON',
    notMessage: 'the message is not one of JSON-RPC 2.0',
    edited: 'the document has been edited since',
    unknownCommand: 'there is no such command',
    unknownSetting: (key: string) => `there is no setting “${key}”`,
    wrongSetting: 'the value cannot be used',
    noStdio: 'how to speak to the editor is not said',
    begun: 'the server has been initialised already',
    mistake: 'this program made a mistake, and the text is not checked',
  },
  remedies: {
    nearest: (key: string) => `Perhaps “${key}” is meant.`,
    known: (keys: string) => `Known settings: ${keys}.`,
    default: (value: string) => `The usual value, ${value}, holds.`,
    mistake: 'The log of the editor says more, and holds no text of a report.',
    stdio: 'Start it with --stdio: safe-together-lint lsp --stdio',
  },
  /** What each setting is for, as an editor shows it. */
  settings: {
    enable: 'Whether documents are checked.',
    mode: 'Whether documents are reports, or templates that make others write one; “auto” leaves it to the configuration, the context file and the front matter.',
    showInfo: 'Notes that depend on the case are shown, too.',
    showQuestions: 'Questions are shown, beside what is usually worth changing.',
    debounce: 'Milliseconds without typing after which a document is checked.',
    rulePages:
      'An address at which the pages of rules stand; “{category}” and “{rule}” in it are filled in. Without it no links are shown.',
    sectionCounts: 'How many places each section has, above its heading or behind it.',
    profile: 'Whose wording applies; empty for what the configuration says.',
    rules: 'Folders with rules of your own, in place of those that the configuration names.',
    workspaceDiagnostics: 'All reports of the workspace are checked, and not only open ones.',
  },
} as const
