import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {convertByOffice, runProgram} from '../../test/clients/programs.ts'
import {byHand} from './by-hand.ts'
import {fromFlat, fromHtml, longReport} from './by-office.ts'
import {byPackage} from './by-package.ts'
import {byPandoc} from './by-pandoc.ts'
import {readme} from './readme.ts'

// Makes fixtures/word: documents of every kind that annotate has to leave whole.
// What LibreOffice and the package `docx` write carries the day, so the files are kept and not made anew for each test.

// pandoc takes its day from here.
process.env.SOURCE_DATE_EPOCH = '1767225600'

const folder = resolve('fixtures/word')
mkdirSync(folder, {recursive: true})
const work = mkdtempSync(join(tmpdir(), 'word-corpus-'))

for (const [name, bytes] of Object.entries({...byHand, ...(await byPackage())}))
  writeFileSync(join(folder, `${name}.docx`), bytes)

for (const [name, markdown] of Object.entries(byPandoc)) {
  const args = ['--from', 'markdown', '--to', 'docx', '--output', join(folder, `${name}.docx`)]
  runProgram('pandoc', args, {input: markdown})
}

const written = (texts: Readonly<Record<string, string>>, ending: string) =>
  Object.entries(texts).map(([name, text]) => {
    const path = join(work, `${name}.${ending}`)
    writeFileSync(path, text)
    return path
  })
const profile = join(work, 'profile')
convertByOffice(written(fromFlat, 'fodt'), 'docx:MS Word 2007 XML', folder, profile)
// HTML opens in another program of LibreOffice unless it is read as a text.
const htmlOf = (report: string) =>
  runProgram('pandoc', ['--to', 'html', `fixtures/${report}/report.docx`])
const pages = {...fromHtml, 'office-long-report': longReport(htmlOf)}
convertByOffice(written(pages, 'html'), 'odt:writer8', work, profile)
const texts = Object.keys(pages).map((name) => join(work, `${name}.odt`))
convertByOffice(texts, 'docx:MS Word 2007 XML', folder, profile)

writeFileSync(join(folder, 'README.md'), readme())
