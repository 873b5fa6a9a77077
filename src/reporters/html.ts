import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import {en} from '../core/catalogue/en.ts'
import {addWhole, type Reporter, type ReportOptions} from './reporter.ts'
import {reportElement} from './sheet/report.ts'
import {style} from './sheet/style.ts'

const said = en.reporting.sheet

/** Nothing but this page's own style: no script, no picture, no connection. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A page to print for supervision: each report's text with its findings marked and numbered, and the notes beside. */
export const createHtml = (options: ReportOptions): Reporter => ({
  start: () =>
    `<!doctype html>\n<html lang="en-GB">\n${toHtml(head)}\n<body>\n${toHtml({type: 'root', children: top})}\n<main id="main">\n`,
  render: (checked) => ({
    texts: [`${outOfLogs(toHtml(reportElement(checked, options)))}\n`],
    places: checked.result.findings.length,
  }),
  add: addWhole,
  end: () => `</main>\n${toHtml(foot)}\n</body>\n</html>\n`,
})

/** A build server that shows the page would obey these; a browser shows the same. */
const outOfLogs = (html: string) =>
  html.replaceAll('::', '&#58;:').replace(/(?<=##(?:vso)?)\[/g, '&#91;')

const head = h(
  'head',
  h('meta', {charSet: 'utf-8'}),
  h('meta', {httpEquiv: 'Content-Security-Policy', content: policy}),
  h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
  h('meta', {name: 'generator', content: 'safe-together-lint'}),
  h('title', said.title),
  h('style', style),
)
const top = [
  h('a.skip', {href: '#main'}, said.skip),
  h('header', h('h1', said.title), h('p', said.intro), h('p.quiet.sans', said.confidential)),
]
const foot = h('footer', h('p.quiet', said.end))
