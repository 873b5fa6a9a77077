import {annotate, clean} from '../annotate/index.ts'
import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {formatOf} from '../readers/index.ts'
import {printable} from '../reporters/printable.ts'
import type {Checked} from '../reporters/reporter.ts'
import {toShow} from '../reporters/shown.ts'
import {checkBytes} from './check-bytes.ts'
import {describeFailure} from './failures.ts'
import {readTarget} from './input.ts'
import type {CommandIo, ExitCode} from './io.ts'
import {refuseStanding, writeWhole} from './output.ts'
import type {AnnotateFlags, Flags} from './program.ts'
import {type Run, startRun, wantedBy} from './run.ts'
import {copyMark, findTargets, type Target} from './targets.ts'

const {commandName, problems, remedies} = en.commandLine
const said = en.annotating

/** What holds for every copy of a run. */
interface Copying {
  readonly own: AnnotateFlags
  readonly flags: Flags
  readonly run: Run
}

/** Writes a copy of each report with the findings in its margin, or without them. The reports stay as they are. */
export async function annotateReports(
  operands: readonly string[],
  own: AnnotateFlags,
  flags: Flags,
  io: CommandIo,
): Promise<ExitCode> {
  if (operands.length === 0) {
    throw new UserError(commandName, problems.nothingNamed, remedies.nothingNamed)
  }
  if (flags.tracked === 'both') {
    throw new UserError('--tracked', problems.bothReadings, remedies.oneReading)
  }
  const copying = {own, flags, run: await startRun(flags, io)}
  const {targets, problems: missing} = await findTargets(
    operands,
    io.cwd,
    copying.run.isIgnored,
    flags.stdinFilename,
  )
  if (own.output !== undefined && targets.length > 1) {
    throw new UserError('--output', problems.oneOutput, remedies.oneOutput)
  }
  const failures: unknown[] = [...missing]
  for (const target of targets) {
    try {
      io.stdout.write(await copyReport(target, copying, io))
    } catch (error) {
      failures.push(error)
    }
  }
  for (const failure of failures) io.stderr.write(describeFailure(failure))
  return failures.length > 0 ? 2 : 0
}

/** What is said about the copy once it is written. */
async function copyReport(target: Target, copying: Copying, io: CommandIo): Promise<string> {
  const {own, flags} = copying
  const format = formatOf(target.name)
  if (format !== undefined && format !== 'docx' && format !== 'odt') {
    throw new UserError(target.name, problems.notAnnotated, remedies.annotatable)
  }
  const output = {name: copyName(target, own), force: own.force ?? false, source: target.path}
  await refuseStanding(output, io)
  const author = own.author ?? said.author
  const cleaned = clean(await readTarget(target, io), target.name, {author})
  const copy = {...cleaned, name: output.name}
  if (own.clean) {
    await writeWhole(cleaned.bytes, output, io)
    return toLines([said.cleaned(copy.name, copy.removed, copy.isExact), ...keptLine(copy.kept)])
  }
  const [checked] = await checkBytes(cleaned.bytes, target, copying.run, io)
  if (checked === undefined) throw new Error('Expected a result for each report')
  const {document, findings} = checked.result
  const suggest = own.suggest ?? false
  const shown = toShow(findings, {...wantedBy(flags), showReplaceable: suggest})
  const annotated = annotate(cleaned.bytes, document, shown, {
    author,
    initials: own.initials ?? said.initials,
    date: dateOf(io),
    suggest,
  })
  await writeWhole(annotated.bytes, output, io)
  return toLines([
    said.written(copy.name, annotated.comments, annotated.suggestions),
    ...(annotated.comments > 0 ? [said.beforeFiling] : []),
    ...keptLine(cleaned.kept),
    ...(annotated.leftOut > 0 ? [said.leftOut(annotated.leftOut)] : []),
    ...(annotated.isForWordAlone ? [said.forWordAlone] : []),
    ...(annotated.isSigned ? [said.signed] : []),
    ...(annotated.isProtected ? [said.protected] : []),
    ...aboutReading(checked),
  ])
}

const keptLine = (kept: number): readonly string[] => (kept > 0 ? [said.kept(kept)] : [])

function aboutReading({result, partiesDeclared}: Checked): readonly string[] {
  const unread = result.unread.map(({kind, count}) => en.reporting.unread[kind](count))
  return [
    ...(partiesDeclared ? [] : [said.undeclared]),
    ...(unread.length > 0 ? [en.reporting.notChecked(unread)] : []),
  ]
}

const toLines = ([first = '', ...others]: readonly string[]): string =>
  `${[first, ...others.map((line) => `  ${line}`)].map(printable).join('\n')}\n`

/** "report.docx" gives "report.reviewed.docx"; without our comments, "report.reviewed.docx" gives "report.cleaned.docx". */
function copyName({name, path}: Target, {output, clean: isClean}: AnnotateFlags): string {
  if (output !== undefined) return output
  if (path === undefined) throw new UserError(name, problems.outputMissing, remedies.nameOutput)
  const mark = isClean ? 'cleaned' : 'reviewed'
  return name.replace(copyMark, '').replace(/(?=\.\w+$)|$/, `.${mark}`)
}

/** SOURCE_DATE_EPOCH, in seconds, makes copies that are the same to the byte. */
function dateOf({env, now}: CommandIo): string {
  const epoch = Number(env.SOURCE_DATE_EPOCH)
  const date = env.SOURCE_DATE_EPOCH && Number.isFinite(epoch) ? new Date(epoch * 1000) : now()
  return `${date.toISOString().slice(0, 19)}Z`
}
