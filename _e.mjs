import {readdirSync, readFileSync} from 'node:fs'
import {parse} from 'yaml'
const rows={}
for (const l of readFileSync('/work/shared/docs/domain.md','utf8').split('\n')) { const m=l.match(/^\| ([A-Z]{2}\d\d)·([HMLQ]) \|/); if(m) rows[m[1]]={sev:m[2],rules:[]} }
const W={error:'H',warning:'M',info:'L',question:'Q'}
for (const c of readdirSync('rules',{withFileTypes:true})) if (c.isDirectory()) for (const f of readdirSync('rules/'+c.name)) {
 const r=parse(readFileSync(`rules/${c.name}/${f}`,'utf8'))
 for (const d of r.domain) { if(!rows[d]) console.log('UNKNOWN',d,f); else rows[d].rules.push(f.replace('.yml','')+':'+W[r.severity]) }
 const b=r.examples.filter(e=>e.bad).length,g=r.examples.filter(e=>e.good); if(b<3||g.length<3||!g.some(e=>e.why)) console.log('EX',f,b,g.length,g.filter(e=>e.why).length)
}
console.log(Object.keys(rows).length)
for (const [k,v] of Object.entries(rows)) if(!v.rules.length) console.log('NONE',k,v.sev); else if(!v.rules.some(r=>r.endsWith(':'+v.sev))) console.log('SEV',k,v.sev,v.rules.join(' '))
