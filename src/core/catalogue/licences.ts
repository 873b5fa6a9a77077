/** What stands in `docs/licences.md` around names, in `dist/licences.txt`, and what is said of a licence that nobody accepted. */
export const licences = {
  writtenFrom:
    'Written by npm run build:pages from what is installed. Change package.json or src/build/licences/accepted.ts, not this page.',
  title: 'Licences',
  intro: (packages: number) =>
    `The command and the library need ${packages} packages to run, counting those that packages need in turn. What development needs beside them is not handed out. The texts of all licences stand in dist/licences.txt, which goes with every copy.`,
  acceptedTitle: 'What is accepted, and why',
  accepted: (count: number, reason: string) =>
    ` (${count} ${count === 1 ? 'package' : 'packages'}) ${reason}`,
  carriedTitle: 'Carried inside a package',
  carried: (inside: string, licence: string, holder: string) =>
    `, inside ${inside}: ${licence}, © ${holder}.`,
  packagesTitle: 'Packages',
  columns: ['package', 'asked for as', 'licence'],
  notAccepted: (licence: string) =>
    licence === '' ? 'names no licence' : `has the licence ${licence}, which nobody has accepted`,
  notAcceptedRemedy:
    'Do without it, or read the licence and add it with a reason to src/build/licences/accepted.ts.',
  unused: 'is accepted, and no package has it',
  unusedRemedy: 'Take it out of src/build/licences/accepted.ts.',
  noticesIntro: 'Other people’s work inside of this package, and the terms on which they give it.',
  standardText: (by: string) =>
    `The package brings no text of its licence. Its author is ${by}; the standard text is:`,
} as const
