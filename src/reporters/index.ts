import {createCompact} from './compact.ts'
import {createHtml} from './html.ts'
import {createJson} from './json.ts'
import {createMarkdown} from './markdown.ts'
import {createPretty} from './pretty.ts'
import type {Reporter, ReportOptions} from './reporter.ts'

export const reporterNames = ['pretty', 'compact', 'json', 'html', 'markdown'] as const
export type ReporterName = (typeof reporterNames)[number]

/** A fresh reporter for each run: it counts what it has printed. */
export const reporters: Readonly<Record<ReporterName, (options: ReportOptions) => Reporter>> = {
  pretty: createPretty,
  compact: createCompact,
  json: createJson,
  html: createHtml,
  markdown: createMarkdown,
}
