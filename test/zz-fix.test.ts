import {existsSync, readFileSync} from 'node:fs'
import {test} from 'vitest'
import {mergeContexts, toReportContext} from '../src/core/context.ts'
import {parseContext, parseFrontMatter} from '../src/core/context-file.ts'
import {lint, readDocument} from '../src/index.ts'
test('x', () => {
  if (process.env.DBG) (globalThis as any).DBG = (m: any) => JSON.stringify(m.patterns ?? m.section ?? 'each').slice(0, 30)
  for (const path of (process.env.FILES ?? '').split(' ')) {
    const document = readDocument(readFileSync(path), path)
    const beside = path.replace(/\.\w+$/, '.context.yml')
    const data = process.env.BARE ? {} : mergeContexts(
      document.frontMatter === undefined ? {} : parseFrontMatter(document.frontMatter, path),
      existsSync(beside) ? parseContext(readFileSync(beside, 'utf8'), beside) : {})
    const r = lint(document, {context: toReportContext(data)})
    console.log('== ' + path + ' ' + document.text.split(/\s+/).length, r.proposed.map(p => p.name + ':' + p.role).join(', '))
    for (const f of r.findings.filter((f) => f.isReportWide || f.isWithheld || f.alsoAt)) console.log('  ', f.severity, f.ruleId, f.label, '|', document.text.slice(f.range.start, f.range.end).slice(0, 90), '|', f.message, f.alsoAt?.length ?? '')
  }
})
