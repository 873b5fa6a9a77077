import {readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {writeBetweenMarkers} from '../markdown.ts'
import {type Fall, fallsOf, figuresOf, parseFigures, printFigures} from './figures.ts'
import {readCorpus} from './items.ts'
import {folders, measure} from './measurement.ts'
import {accuracyPage} from './page.ts'
import {readRounds} from './rounds.ts'
import {halvesTable} from './tables.ts'

const page = 'docs/accuracy.md'
const figuresFile = `${folders.corpus}/figures.json`
const corpusReadme = `${folders.corpus}/README.md`

const help = `npm run measure             prints and writes ${page}, ${figuresFile} and the sizes in ${corpusReadme}
npm run measure -- --check  writes nothing; exit code 1 when a figure of ${figuresFile} has fallen

To see sentences of the work half: npm run accuracy -- --help`

const {values} = parseArgs({
  options: {check: {type: 'boolean', default: false}, help: {type: 'boolean', default: false}},
})

function write() {
  const items = readCorpus(folders.corpus)
  const measurement = measure(items, readRounds(folders.corpus))
  const text = accuracyPage(measurement)
  console.log(text)
  writeFileSync(page, text)
  writeFileSync(figuresFile, printFigures(figuresOf(measurement)))
  writeBetweenMarkers(corpusReadme, 'npm run measure', halvesTable(items))
}

function check() {
  const now = figuresOf(measure(readCorpus(folders.corpus), readRounds(folders.corpus)))
  const before = parseFigures(readFileSync(figuresFile, 'utf8'), figuresFile)
  const falls = fallsOf(before, now)
  for (const fall of falls) console.error(describe(fall))
  if (falls.length > 0) process.exitCode = 1
  else console.log(`None of ${Object.keys(before).length} figures has fallen by more than a point.`)
  if (printFigures(now) !== printFigures(before))
    console.log(
      `${figuresFile} differs from what these rules give: npm run measure writes it, and ${page}.`,
    )
}

const describe = ({name, before, now}: Fall) =>
  now === undefined
    ? `${name}: was ${before}, and is no longer measured`
    : `${name}: was ${before}, is ${now}`

if (values.help) console.log(help)
else if (values.check) check()
else write()
