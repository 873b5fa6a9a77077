import {test} from 'vitest'
import {rulebook} from '../src/core/rules.generated.ts'
import {readMarkdown, toReportContext} from '../src/index.ts'
import {checkBlock, createProcessor} from '../src/processor.ts'
const p = createProcessor(rulebook)
test('x', () => {
  for (const [t, c] of JSON.parse(process.env.CASES ?? '[]')) {
    const document = readMarkdown(new TextEncoder().encode(t), 'x.md')
    for (const block of document.blocks) {
      const {facts} = checkBlock(p, block, {abuseRaised: true, openQuotation: false, actor: undefined, isWhole: true}, toReportContext(c))
      for (const s of facts.sentences) console.log(block.section.join('>'), document.text.slice(s.start, s.end), JSON.stringify(s.who), s.seen.map(x => x.pattern + ':' + x.who.map(w => w.name).join('+')).join(' '))
    }
  }
})
