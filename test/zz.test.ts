import {test} from 'vitest'
import {lint, readText} from '../src/index.ts'
import {emptyContext} from '../src/core/context.ts'
test('x',()=>{
 for (const t of ['Was {{ child.name }} present during the incident?','Was the child present during the incident?','Which parent does {{ child.name }} prefer?','Why did she not leave?','Why did the victim not leave?','Why has she not left?', 'Which parent does the child prefer?','She was told to write this: Avoid the words parental conflict.','Do not write of parental conflict.','Never call it a volatile relationship.'])
  console.log(t, '=>', lint(readText(new TextEncoder().encode(t),'x.txt'),{context:{...emptyContext,mode:'template'}}).findings.map(f=>f.ruleId+':'+f.actual).join(' | '))
})
