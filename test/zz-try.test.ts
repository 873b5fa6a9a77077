import {test} from 'vitest'
import {lint, readMarkdown, toReportContext, emptyContext} from '/work/wt/review/src/index.ts'
import {eachPlace} from '/work/wt/review/src/core/repeats.ts'
const cases: [string, any][] = JSON.parse(process.env.CASES ?? '[]')
test('x', () => {
  for (const [t, c] of cases) {
    const document = readMarkdown(new TextEncoder().encode(t), 'x.md')
    const {findings} = lint(document, {context: c ? toReportContext(c) : emptyContext, asWhole: true})
    console.log('== ' + t.slice(0, 80))
    for (const f of eachPlace(findings)) console.log('  ', f.severity, f.ruleId, '|', document.text.slice(f.range.start, f.range.end), '|', f.message)
  }
})
