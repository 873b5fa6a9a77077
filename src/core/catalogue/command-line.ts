const privacy =
  'Nothing leaves this machine: no part of it opens a network connection, and nothing of a report is kept after a run, unless --cache asks for it, and then so that only who has the report can read it.'

const helpAfter = `
Examples:
  Check one report, saying who is who in the words the report uses:
    $ safe-together-lint report.docx --behaviour-of "Mr Jones, the father" --harm-to "Ms Rees"

  Check every report in a folder and show only what is usually worth changing:
    $ safe-together-lint reports --quiet

  Read a report as Cafcass in England would, of the day that it carries, with rules of your own:
    $ safe-together-lint report.docx --profile cafcass-england --date 2024-11-04 --rules our-rules

  Copy a report with the findings as comments in Word’s margin, and take them out again:
    $ safe-together-lint annotate report.docx
    $ safe-together-lint annotate --clean report.reviewed.docx -o report.docx

  Set the check up for a team, and see what holds for a report and why:
    $ safe-together-lint init
    $ safe-together-lint config print report.docx

  Find out what a rule is for, and when to leave the wording as it is:
    $ safe-together-lint --explain failure-to-protect

Declarations that stay with a report go into a file beside it, report.context.yml:
    behaviour-of: Mr Jones, the father, Dad
    harm-to: Ms Rees, the mother
    children: Cai, Seren
    status: told
    date: 4 November 2024

Exit codes:
  0  nothing found at or above --fail-on
  1  something found at or above --fail-on (questions never count)
  2  something could not be read or run; everything else was still checked

${privacy}
`

/** What the command says: its help, and what is wrong with how it was called. */
export const commandLine = {
  description: `Points at wording in draft family-court reports about domestic abuse that hides who did what, blames the person harmed, treats abuse as mutual or leaves the child out, and asks the questions that put it right.
For the people who write those reports, and for those who supervise them. It gives no score, changes no report, and decides nothing: you know the family.`,
  helpAfter,
  groups: {
    people: 'Who is who in the report:',
    status: 'What has been decided:',
    wording: 'Whose wording applies:',
    reading: 'What is read:',
    output: 'What is shown:',
    other: 'Other:',
  },
  commands: {
    check: 'check reports (what happens when no command is named)',
    accepted: 'list what authors keep with a reason, for their supervisors',
    baseline: 'write down what stands in files today, as hashes; later runs tell only what is new',
    annotate:
      'write a copy of a Word or OpenDocument report with the findings as comments in its margin, or take them out again (--clean)',
    rules:
      'list the rules by category, as --profile, --date and --rules have them; with --format json, for programs',
    testRules: 'try the examples of a pack of your own, against all rules',
    explain: 'say what a rule is for, with examples and sources',
    config: 'say how the check is set up',
    configPrint:
      'say for one report which settings hold and where each comes from; with --format json, for programs',
    init: 'write a first safe-together-lint.config.yml into this folder',
    lsp: 'speak to an editor, which shows findings while one types (Language Server Protocol)',
    completion: 'print a script with which a shell completes commands, options and names of rules',
  },
  arguments: {
    files:
      'reports (.docx, .odt, .md, .html, .txt, .pdf), folders, patterns such as "reports/**/*.docx", or - for standard input',
    annotated: 'reports to copy (.docx, .odt)',
    pack: 'the folder of the pack',
    rule: 'the name of a rule, as it stands in the findings',
    file: 'a report',
    shell: 'bash, zsh or fish',
  },
  options: {
    behaviourOf:
      'the person whose behaviour the report is about: a name, then other names for the same person',
    harmTo: 'the person who was harmed, in the same way',
    child: 'a child, or several: "Cai, Seren"; repeat the option to give a child other names',
    other: 'another person, so that nobody takes them for one of the above',
    eachAlleges: 'both adults make allegations: rules about a person’s part only ask',
    mode: 'report, or template for a form that others will fill in (report if you say nothing)',
    status: 'what has been decided about the behaviour, such as found, admitted or told',
    context: 'read declarations from this file, and not from the one beside the report',
    profile:
      'the organisation the report is for: cafcass-cymru (unless you say otherwise), cafcass-england or local-authority',
    rules: 'a folder with rules of your own; repeat the option for another',
    date: 'the day of the report, since law and policy move: 2024-10-09; without it the newest wording holds',
    tracked:
      'a report with tracked changes: accepted (as if all were), original (as it was before them) or both',
    headers: 'read headers and footers, too',
    output: 'the copy; without it report.docx is copied to report.reviewed.docx beside it',
    suggest: 'write the few replacements that fit as they are as tracked changes, too',
    clean: 'take the comments and tracked changes of this check out again',
    author: 'who the comments are from; “Language check (draft)” unless you say otherwise',
    initials: 'the initials of the comments; LC unless you say otherwise',
    force: 'replace the copy if there is one already',
    stdio: 'through standard input and output',
    clientProcessId: 'the editor’s process; when it has gone the server ends, too',
    yes: 'ask nothing',
    forceConfig: 'replace the configuration of this folder',
    format:
      'at the desk: pretty (to read), compact (a line for each finding), json or ndjson (for programs), html (a sheet to print, with the text of the report), markdown (to paste); for build servers, without text of the report: github, gitlab, sarif, junit, checkstyle',
    failOn: 'the exit code is 1 from here up: error, warning, info or never',
    changed: 'check only reports that differ from this branch, tag or commit of git',
    cache:
      'keep what was found, and check only reports that have changed since; the cache holds no readable text of a report',
    cacheLocation:
      'the file in which it is kept; .safe-together-lint-cache unless you say otherwise',
    jobs: 'check so many reports at once; chosen by their number unless you say otherwise',
    timing: 'say how long the run and its slowest reports took',
    maxWarnings:
      'the exit code is 1 when more places than this are usually worth changing, whatever --fail-on says',
    reportUnused:
      'an accepted wording that is no longer there, or whose day is over, counts as usually worth changing',
    excerpts:
      'how much of a report’s text output for build servers shows: none (unless you say otherwise), match or sentence',
    outputFile: 'write the output into this file, whole or not at all',
    baseline: 'tell only what is new since this baseline; the configuration can name one, too',
    noBaseline: 'tell everything, whatever the configuration names',
    prune: 'take out of the baseline what has gone, and put nothing in',
    config:
      'read the configuration from this file, and not from safe-together-lint.config.yml here or in a folder above',
    noConfig: 'read no configuration',
    quiet: 'show only what is usually or almost always worth changing',
    info: 'show notes that depend on the case, too',
    color: 'colours even where the output is no terminal',
    noColor: 'no colours',
    stdinFilename: 'the name, and so the format, of what comes in through standard input',
    explain: 'say what a rule is for',
    version: 'print the version',
    help: 'print this help',
  },
  stdinName: 'standard input',
  commandName: 'the command line',
  keyboard:
    'Reading the report from the keyboard. End it with Ctrl+D, on Windows with Ctrl+Z and Enter.',
  progress: (number: number, total: number, name: string) =>
    `Checking report ${number} of ${total}: ${name}`,
  nothingChanged: (ref: string) => `No report among those named has changed since ${ref}.`,
  timingTotal: (reports: number, total: number, checking: number) =>
    `${reports === 1 ? 'One report' : `${reports} reports`} in ${total.toFixed(2)} s, of which ${checking.toFixed(2)} s went into reading and checking. The slowest:`,
  timingOf: (seconds: number, name: string) => `${seconds.toFixed(2)} s  ${name}`,
  baselineWritten: (name: string, number: number) =>
    `${name}: ${number === 1 ? 'one place' : `${number} places`}.`,
  tooManyWarnings: (number: number) =>
    `${number === 1 ? '1 place is' : `${number} places are`} usually worth changing, more than --max-warnings allows.`,
  bug: (version: string) =>
    `This is a mistake in safe-together-lint ${version}, and not in the report. What follows holds no text of the report and can be passed on:`,
  bugIn: (name: string) => `${name}: could not be checked.`,
  problems: {
    nothingNamed: 'no report is named',
    missing: 'there is no such file or folder',
    emptyName: 'a file with an empty name is asked for',
    refused: 'the file may not be opened',
    folderRefused: 'the folder may not be opened',
    busy: 'another program keeps the file to itself',
    unreadable: (code: string) => `the file cannot be read (${code})`,
    nothingInside: 'there is nothing to check in this folder',
    noMatch: 'no report fits this pattern',
    nothingLeft: 'no report is among the files named',
    twoContexts: (other: string) => `a second context file stands beside it, ${other}`,
    notUtf8: 'the file is not in UTF-8',
    notNumber: 'this is no number',
    noCommit: 'git knows no such commit here',
    notFolder: 'this is a file, and a pack is a folder',
    notAPack: 'the folder holds more files and folders than a pack has',
    noRule: 'there is no rule of this name',
    unfit: (command: string) => `“${command}” has no use for this option`,
    unknownOption: 'there is no such option',
    missingValue: 'a value is missing after this option',
    missingRule: 'no rule is named',
    missingPack: 'no folder is named',
    unknownValue: (value: string) => `"${value}" is not one of its values`,
    notForRules: (format: string) => `a list of rules has no format "${format}"`,
    tooManyWords: 'there is a word too many',
    notAnnotated: 'only Word and OpenDocument files can hold comments (.docx, .odt)',
    oneOutput: 'several reports cannot become one file',
    outputMissing: 'what comes in through standard input has no place for its copy',
    outputExists: 'there is such a file already',
    outputFolder: 'this is a folder',
    noCache: 'this is no cache of safe-together-lint',
    unwritable: (code: string) => `the file cannot be written (${code})`,
    bothReadings: 'a copy has one reading of its tracked changes',
    other: 'the command cannot be understood',
  },
  remedies: {
    nothingNamed:
      'Name a file, a folder or a pattern, or - for standard input. --help shows examples.',
    missing: 'Check the spelling, and that the command runs in the folder you have in mind.',
    emptyName: 'Take the empty quotation marks out of the command.',
    refused: 'Ask whoever looks after it for the right to read it, or check a copy.',
    busy: 'Close it there and try again.',
    unreadable: 'Check a copy on this machine.',
    nothingInside:
      'Reports end in .docx, .odt, .md, .markdown, .html or .txt; a PDF is read when it is named itself. Name the folder they are in.',
    noMatch: 'Put the pattern in quotation marks, and check it against the names of the reports.',
    twoContexts: 'Keep one of the two.',
    noCommit:
      'Name a branch, a tag or a commit of the repository that the reports are in, such as origin/main.',
    number: (least: number) => `Give a whole number, such as ${least} or 20.`,
    notUtf8: 'Save it as UTF-8.',
    notFolder: 'Name the folder that the rules are in.',
    namePackItself: 'Name the folder of the pack itself, and keep other things elsewhere.',
    namePack: 'Name the folder of the pack: safe-together-lint rules test our-rules',
    list: 'safe-together-lint rules lists all rules.',
    nearestRule: (rule: string) =>
      `Perhaps "${rule}" is meant. safe-together-lint rules lists all rules.`,
    help: 'safe-together-lint --help shows all options.',
    unknownOption:
      'safe-together-lint --help shows all options. The name of a file that begins with a hyphen comes after “--”.',
    nearestOption: (option: string) =>
      `Perhaps ${option} is meant. safe-together-lint --help shows all options.`,
    nearestValue: (value: string, values: string) =>
      `Perhaps "${value}" is meant. Its values: ${values}.`,
    values: (values: string) => `Its values: ${values}.`,
    formatForRules: 'Choose pretty or json.',
    annotatable:
      'Save the report as .docx or .odt, or use --format html for a sheet with the findings beside the text.',
    oneOutput: 'Leave --output out, and each copy is written beside its report.',
    nameOutput: 'Say where with --output.',
    outputExists: 'Name another with --output, or replace it with --force.',
    outputFolder: 'Name a file with --output.',
    noCache: 'Name another file with --cache-location.',
    unwritableOutput: 'Check the folder, or name another place with --output-file.',
    unfitOutput: {
      baseline: '--baseline names the file of a baseline.',
      annotate: '--output names the file of a copy.',
      others: 'Send what is printed into a file: “> list.txt”.',
    },
    unfitFormat: 'Leave it out. “check --format json” tells of what is accepted, too.',
    unwritable: 'Check the folder, or name another place with --output.',
    oneReading: 'Choose accepted or original.',
    quotes: 'Put names and patterns with spaces in quotation marks.',
  },
} as const
