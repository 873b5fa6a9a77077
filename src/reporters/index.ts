import type {ReporterName} from './names.ts'
import type {Reporter, ReportOptions} from './reporter.ts'

type Create = (options: ReportOptions) => Reporter

/** Each is loaded when it is asked for: what writes HTML or XML costs a run that writes none. */
const loading: Readonly<Record<ReporterName, () => Promise<Create>>> = {
  pretty: async () => (await import('./pretty.ts')).createPretty,
  compact: async () => (await import('./compact.ts')).createCompact,
  json: async () => (await import('./json.ts')).createJson,
  ndjson: async () => (await import('./json.ts')).createNdjson,
  html: async () => (await import('./html.ts')).createHtml,
  markdown: async () => (await import('./markdown.ts')).createMarkdown,
  github: async () => (await import('./ci/github.ts')).createGithub,
  gitlab: async () => (await import('./ci/gitlab.ts')).createGitlab,
  sarif: async () => (await import('./ci/sarif.ts')).createSarif,
  junit: async () => (await import('./ci/junit.ts')).createJunit,
  checkstyle: async () => (await import('./ci/checkstyle.ts')).createCheckstyle,
}

/** A fresh reporter for each run: it counts what it has printed. */
export const createReporter = async (
  name: ReporterName,
  options: ReportOptions,
): Promise<Reporter> => (await loading[name]())(options)
