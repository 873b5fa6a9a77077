import {test} from 'vitest'
import {readFileSync} from 'node:fs'
import {clausesOf, mentionsOf, sentencesOf, matched, analyse, findingsOf} from '../engine.ts'
const declared = {'behaviour-of': 'Mr Hughes, the father', 'harm-to': 'Ms Rees, the mother', children: 'Cai, Seren'}
test('probe', () => {
  for (const line of readFileSync('/tmp/t/probe.txt', 'utf8').split('\n').filter(Boolean)) {
    const [kind, text = '', third = ''] = line.split('\t')
    try {
    if (kind === 'c') console.log(text, '\n   C', JSON.stringify(clausesOf(text, declared)), '\n   M', JSON.stringify(mentionsOf(text, declared)))
    if (kind === 'u') console.log(text, '\n   C', JSON.stringify(clausesOf(text)), '\n   M', JSON.stringify(mentionsOf(text)))
    if (kind === 's') console.log(text, '\n   S', JSON.stringify(sentencesOf(text)))
    if (kind === 'm') console.log(text, '|', third, '\n   =', JSON.stringify(matched(text, third, declared)))
    if (kind === 'd') console.log(text, '|', third, '\n   =', JSON.stringify(findingsOf({patterns: [text], doer: 'nobody'}, third, declared).map((f) => `${f.severity} ${f.actual}`)))
    if (kind === 'v') console.log(text, '\n   V', JSON.stringify(analyse(text, declared).sentences.map((s) => s.words.map((w, i) => `${w.text}/${s.voiceOf(i, i + 1)}`).join(' '))))
    } catch (e) { console.log(text, String(e)) }
  }
})
