import type {Difference} from '../../test/word-corpus/compare.ts'
import {mammothDifferences} from '../../test/word-corpus/mammoth-differences.ts'
import {pandocDifferences} from '../../test/word-corpus/pandoc-differences.ts'
import {holds} from './holds.ts'

const makers: Readonly<Record<string, string>> = {
  hand: 'our own XML',
  office: 'LibreOffice 7.4',
  package: 'the package `docx` 9',
  pandoc: 'pandoc 2.17',
}

const heading = `# Word documents of every kind

What \`annotate\` has to leave whole. Everybody in them is invented. \`npm run build:word-corpus\` makes them anew, and this page, from [scripts/word-corpus](../../scripts/word-corpus): those made by hand and by pandoc the same to the byte. What LibreOffice and the package \`docx\` write carries the day, so those are kept as they are.

\`test/word-corpus\` compares the text of each with mammoth's, \`test/clients/pandoc.test.ts\` with pandoc's; both know every difference, named here in the last column, word for word. \`test/clients/annotate.test.ts\` and \`suggestions.test.ts\` annotate each, open it in LibreOffice, and clean it again.

| file | made by | holds | read otherwise |
| --- | --- | --- | --- |
`

const differences: readonly Readonly<Record<string, Difference>>[] = [
  mammothDifferences,
  pandocDifferences,
]

/** The page that says what each document is. */
export const readme = (): string =>
  heading +
  Object.entries(holds)
    .map(([name, what]) => {
      const reasons = differences.flatMap((each) => each[name]?.because ?? [])
      const maker = makers[name.split('-')[0] ?? ''] ?? ''
      return `| ${name} | ${maker} | ${what} | ${[...new Set(reasons)].join('; ')} |\n`
    })
    .join('')
