/** What `config print`, `init` and `completion` say, and the file that `init` writes. */
export const settling = {
  frontMatter: 'front matter',
  byDefault: 'by default',
  /** Stands for a value that is nobody's business. */
  notShown: '[not shown]',
  filesTitle: 'Configuration files; what a later one says replaces what an earlier one says:',
  noFiles: 'No configuration file is in force here.',
  extendedBy: (name: string, by: string) => `${name}, which ${by} extends`,
  ignored: 'A search of a folder passes over this file; named itself, it is read.',
  problems: {
    notForConfig: (format: string) => `settings have no format "${format}"`,
    exists: 'there is a configuration in this folder already',
    noFile: 'no report is named',
    noShell: 'no shell is named',
  },
  remedies: {
    change: 'Change it by hand, or replace it with --force.',
    takeAway: 'Change it by hand, or take it away first.',
    nameFile: 'Name the report: safe-together-lint config print report.docx',
    nameShell: 'Name bash, zsh or fish.',
  },
  init: {
    whichProfile: (names: string, usual: string) =>
      `Whose wording applies? ${names} (Enter: ${usual}) `,
    whichTemplates: (usual: string) =>
      `In which folder are templates of reports? (Enter: ${usual}) `,
    noTemplates: 'none',
    written: (name: string) => `${name} is written. Each of its lines says what it is for.`,
    inPlaceOf: (name: string) =>
      `In this folder it stands in place of ${name}; “extends” would bring that in.`,
    /** Comments of the file, in its order. */
    lines: {
      about:
        'What is settled once for the reports and templates here. A line that begins with # is switched off.',
      profile: (names: string) => `Whose wording applies: ${names}.`,
      failOn:
        'From here up something found makes the exit code 1, and so stops a build: error, warning, info or never.',
      rules: 'Rules that are louder or quieter here: off, question, info, warning or error.',
      rulesList: 'safe-together-lint rules lists all rules.',
      packs: 'Folders with rules of your own.',
      ignore: 'What a search of a folder passes over, beside what .gitignore says.',
      baseline:
        'What stands in old files and is not told again; safe-together-lint baseline writes it.',
      overrides:
        'Templates are read as what they make others write. A pattern is one of file names.',
      excerpts:
        'They hold no case: output for build servers may show their words, none, match or sentence.',
    },
  },
  completion: {
    install: {
      bash: 'To use it in every session: safe-together-lint completion bash > ~/.local/share/bash-completion/completions/safe-together-lint',
      zsh: 'To use it in every session, write it into a file _safe-together-lint in a folder of $fpath.',
      fish: 'To use it in every session: safe-together-lint completion fish > ~/.config/fish/completions/safe-together-lint.fish',
    },
  },
} as const
