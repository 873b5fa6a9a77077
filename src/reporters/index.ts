import {createCheckstyle} from './ci/checkstyle.ts'
import {createGithub} from './ci/github.ts'
import {createGitlab} from './ci/gitlab.ts'
import {createJunit} from './ci/junit.ts'
import {createSarif} from './ci/sarif.ts'
import {createCompact} from './compact.ts'
import {createHtml} from './html.ts'
import {createJson, createNdjson} from './json.ts'
import {createMarkdown} from './markdown.ts'
import {createPretty} from './pretty.ts'
import type {Reporter, ReportOptions} from './reporter.ts'

/** For a person, or a program, at the desk where the reports are: they show what the reports say. */
const atDesk = {
  pretty: createPretty,
  compact: createCompact,
  json: createJson,
  ndjson: createNdjson,
  html: createHtml,
  markdown: createMarkdown,
} as const

/** For build servers: roles in place of names, and nothing of a report's text unless it is asked for. */
const forBuildServers = {
  github: createGithub,
  gitlab: createGitlab,
  sarif: createSarif,
  junit: createJunit,
  checkstyle: createCheckstyle,
} as const

export type ReporterName = keyof typeof atDesk | keyof typeof forBuildServers

/** A fresh reporter for each run: it counts what it has printed. */
export const reporters: Readonly<Record<ReporterName, (options: ReportOptions) => Reporter>> = {
  ...atDesk,
  ...forBuildServers,
}

export const reporterNames: readonly ReporterName[] = [
  'pretty',
  'compact',
  'json',
  'ndjson',
  'html',
  'markdown',
  'github',
  'gitlab',
  'sarif',
  'junit',
  'checkstyle',
]

/** Whether output of this format is meant for other eyes than those of the report. */
export const leavesDesk = (name: ReporterName): boolean => name in forBuildServers
