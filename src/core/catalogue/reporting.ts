import type {
  AcceptanceProblem,
  FrameKind,
  Role,
  Severity,
  Unfinished,
  UnreadKind,
  Voice,
} from '../types.ts'

const count = (number: number, one: string, many: string) =>
  number === 1 ? one : `${number} ${many}`

/** How sure a rule is, in words to people. */
const severities: Readonly<Record<Severity, string>> = {
  error: 'worth changing',
  warning: 'usually worth changing',
  info: 'depends on the case',
  question: 'a question',
}

/** Opens a frame: what has to be so before it may be written. */
const statuses: Readonly<Record<FrameKind, string>> = {
  found: 'If the court has found it:',
  admitted: 'If it was admitted:',
  convicted: 'If there is a conviction:',
  cautioned: 'If there was a caution:',
  recorded: 'If it is recorded:',
  told: 'If you were told it:',
  observed: 'If you saw or heard it:',
  opinion: 'If it is your professional opinion:',
  disputed: 'If it is disputed:',
  'not-proved': 'If it was not proved:',
  template: 'A template can ask:',
}

const voices: Readonly<Record<Voice, string | undefined>> = {
  author: undefined,
  quotation: 'in a quotation',
  reported: 'in what somebody said',
  record: 'in words taken from a record',
  legal: 'in legal words',
  'template-guidance': 'in the guidance of a template',
}

const unread: Readonly<Record<UnreadKind, (number: number) => string>> = {
  welsh: (number) => count(number, 'one passage in Welsh', 'passages in Welsh'),
  comments: (number) => count(number, 'one comment', 'comments'),
  deletions: (number) => count(number, 'one tracked deletion', 'tracked deletions'),
  insertions: (number) => count(number, 'one tracked insertion', 'tracked insertions'),
  'hidden-text': (number) => count(number, 'one passage of hidden text', 'passages of hidden text'),
  'headers-and-footers': (number) => count(number, 'one header or footer', 'headers and footers'),
  code: (number) => count(number, 'one passage of code', 'passages of code'),
  html: (number) => count(number, 'one piece of HTML', 'pieces of HTML'),
  images: (number) => count(number, 'one image', 'images'),
  'embedded-objects': (number) => count(number, 'one embedded object', 'embedded objects'),
  'layout-of-pdf': () =>
    'the layout of this PDF, from whose lines paragraphs were put together as well as could be (the Word document gives better results)',
  'table-of-contents': (number) => count(number, 'one table of contents', 'tables of contents'),
}

function beforeFiling({comments, blanks}: Unfinished): string {
  const left = [
    comments > 0 ? `${count(comments, 'one comment', 'comments')} of this check` : '',
    blanks.length > 0
      ? `${count(blanks.length, 'one passage', 'passages')} with a blank (___) still to fill: ${blanks.join(', ')}`
      : '',
  ].filter((part) => part !== '')
  const remedy =
    comments > 0 ? ' “safe-together-lint annotate --clean” takes the comments out.' : ''
  return `Before filing: this file still holds ${left.join(', and ')}.${remedy}`
}

/** What reporters say around a rule's own words. */
const perhaps = (meant: string | undefined) =>
  meant === undefined ? '' : ` Perhaps “${meant}” is meant.`

export const reporting = {
  severities,
  statuses,
  voices,
  unread,
  flags: {
    perpetrator: '--behaviour-of',
    survivor: '--harm-to',
    child: '--child',
    other: '--other',
  } satisfies Readonly<Record<Role, string>>,
  why: 'Why it matters:',
  ask: 'Ask:',
  replacement: 'Could read:',
  alsoAt: 'Also at:',
  wholeReport: 'The document as a whole',
  wholeReportIntro:
    'Questions that no one sentence raises. Each is asked once; where the answer is that it does not belong here, nothing needs to change.',
  raisedBy: 'Raised by:',
  /** Stands for a private detail, which no output shows. */
  withheld: '[not shown]',
  noHeading: 'Before the first heading',
  undeclared:
    'Who is who has not been declared, so some rules only ask. To declare it, add to the command, with names as the report writes them:',
  undeclaredFlags: '--behaviour-of "…" --harm-to "…" --child "…"',
  proposed:
    'Who is who has not been declared. Sentences of this report suggest the following; it is for you to confirm or correct. To confirm, add to the command:',
  nothing:
    'These rules found nothing to point at. That says little about what a report leaves out.',
  countsTitle: 'Places by kind of wording:',
  printedOf: (printed: number, all: number) =>
    `The first ${printed} places of ${all} are shown. --format json gives all.`,
  notes: (number: number) =>
    number === 1
      ? 'One note that depends on the case is not shown. --info shows it.'
      : `${number} notes that depend on the case are not shown. --info shows them.`,
  beforeFiling,
  accepted: (number: number) =>
    `${count(number, 'One place is', 'places are')} accepted with a reason and not shown; “accepted” lists ${number === 1 ? 'it' : 'them'}.`,
  acceptanceProblems: {
    unused: (label: string, rule: string) => `${label}: nothing there needs “accept ${rule}”.`,
    'unknown-rule': (label: string, rule: string, meant?: string) =>
      `${label}: there is no rule “${rule}” to accept.${perhaps(meant)}`,
    'no-reason': (label: string) => `${label}: an acceptance needs a reason after a colon.`,
    'no-rule': (label: string) =>
      `${label}: an acceptance names a rule, such as “accept access: …”.`,
    expired: (label: string) => `${label}: an acceptance has run out.`,
    unclosed: (label: string) => `${label}: “accept from” has no “accept to” after it.`,
    unreadable: (label: string) =>
      `${label}: a remark to this check is not understood; “language check: accept access: …” would be.`,
    'too-many': (label: string) =>
      `${label}: this file has more remarks to this check than are read; from here on they do not count.`,
    'no-words': (label: string, rule: string) =>
      `${label}: “${rule}” is accepted by words or a fingerprint; only private details are by their place alone.`,
  } satisfies Readonly<
    Record<AcceptanceProblem['problem'], (label: string, rule: string) => string>
  >,
  acceptedEntry: (rule: string, words: string, reason: string, until: string | undefined) =>
    `${rule} ${words === '' ? '' : `«${words}» `}${reason}${until === undefined ? '' : ` (until ${until})`}`,
  nothingAccepted: 'Nothing is accepted in these files.',
  baseline: (known: number, gone: number) =>
    [
      known > 0
        ? `${count(known, 'One place stands', 'places stand')} in the baseline and ${known === 1 ? 'is' : 'are'} not shown.`
        : '',
      gone > 0
        ? `${count(gone, 'One place that stood', 'places that stood')} there ${gone === 1 ? 'has' : 'have'} gone; “baseline --prune” takes ${gone === 1 ? 'it' : 'them'} out.`
        : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  beforeChanges: (name: string) => `${name}, before its tracked changes`,
  readWith: (by: readonly string[], off: readonly string[]) =>
    `Read with the wording of: ${by.join(', ')}.${off.length > 0 ? ` Switched off there: ${off.join(', ')}.` : ''}`,
  notChecked: (parts: readonly string[]) => `Not checked: ${parts.join(', ')}.`,
  total: (documents: number, pointed: number) =>
    `${documents} reports checked; ${pointed} of them with places to look at.`,
  jsonNote:
    'This output holds text of the reports. It is for programs on the desk where the reports are, and no format for build servers or logs.',
  /** In output for build servers, which holds no text of a report unless it is asked for. */
  ci: {
    whole: 'the report as a whole',
    somewhere: 'a place without a number',
    section: (number: string) => `section ${number}`,
    line: (where: string, line: number) => `${where}, line ${line}`,
    failed: 'could not be checked',
    read: 'can be read',
    nothing: 'nothing that fails the run',
    accepted: 'Accepted by the author, with a reason that the file gives.',
    summary: {
      title: 'Language check',
      checked: (files: number, pointed: number) =>
        `${count(files, 'One file', 'files')} checked; ${pointed === 0 ? 'none' : pointed} with places to look at.`,
      columns: ['Where', 'How sure', 'Rule', 'What it says'],
      excerpt: 'Words',
      cut: (shown: number, all: number) =>
        `The first ${shown} places of ${all} are shown; the output of the step has all.`,
      accepted: (number: number) =>
        `${count(number, 'One place is', 'places are')} accepted with a reason.`,
      note: 'A place is for its author to weigh: it can be right, and what is not pointed at can be wrong.',
    },
    unknownRule: (label: string, meant?: string) =>
      `${label}: there is no rule of the name that is accepted.${perhaps(meant)}`,
  },
  /** The printable sheet. */
  sheet: {
    title: 'Language check of a draft report',
    intro:
      'The text of each report with the places that a rule points at, and the notes beside them. The notes are about the words, and not about their author; each place is for the author to weigh.',
    confidential:
      'This page holds the text of the report. Keep it, pass it on and destroy it as you would the report itself.',
    skip: 'Go to the reports',
    sections: 'Sections',
    places: (number: number) => count(number, 'one place', 'places'),
    who: 'Who is who',
    undeclared: 'Not declared, so some notes only ask.',
    proposed: (names: string) => `Not declared; the report’s own sentences suggest: ${names}`,
    roles: {
      perpetrator: 'behaviour of',
      survivor: 'harm to',
      child: 'child',
      other: 'other',
    } satisfies Readonly<Record<Role, string>>,
    notChecked: 'Not checked',
    accepted: (number: number) => `Accepted with a reason (${number})`,
    acceptanceProblems: 'Acceptances to look at again',
    baseline: 'Baseline',
    wording: 'Wording',
    beforeFiling: 'Before filing',
    welsh: '(Welsh: not checked)',
    note: (number: number) => `Note ${number}`,
    question: 'Question about the whole report',
    backTo: (number: number) => `Note ${number}, back to the words`,
    sameAs: 'The same words as at',
    sentence: (label: string, number: number) => `${label}, sentence ${number}`,
    end: 'It gives no score. What it does not point at can still be wrong, and what it points at can be right.',
  },
  trial: {
    expected: 'Should point at:',
    found: 'Points at:',
    nothing: 'nothing',
    words: (words: string) => `«${words}»`,
    by: (words: string, ruleId: string) => `«${words}» (${ruleId})`,
    holds: (title: string, rules: number, adjustments: number) =>
      `${title}: ${count(rules, 'one rule', 'rules')}, ${count(adjustments, 'one adjustment', 'adjustments')}.`,
    allWell: (texts: number) =>
      `All ${texts} examples and wordings, the built-in ones among them, came out as they should.`,
    otherwise: (failures: number, texts: number) =>
      `${failures} of ${texts} examples and wordings came out otherwise than they should.`,
  },
  rule: {
    off: 'switched off',
    adjusted: 'adjusted',
    otherWords: 'in other words',
    except: 'silent at some of the wording',
    adjustedBy: (by: string, where: readonly string[]) =>
      `Adjusted by ${by}${where.length > 0 ? ` (${where.join(', ')})` : ''}:`,
    change: (changes: readonly string[], reason: string) => `${changes.join(', ')}. ${reason}`,
    under: (heading: string) => `under “${heading}”`,
    from: (day: string) => `reports from ${day}`,
    until: (day: string) => `reports until ${day}`,
    domain: 'Catalogue rows:',
    flagged: 'Pointed at:',
    leftAlone: 'Left alone:',
    because: (reason: string) => `(${reason})`,
    limits: 'Known mistakes:',
    sources: 'Sources:',
    explain: 'safe-together-lint --explain <rule> says what a rule is for.',
  },
} as const
