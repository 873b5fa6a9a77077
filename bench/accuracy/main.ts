import {deskLines} from './desk.ts'

for (const line of deskLines(process.argv.slice(2))) console.log(line)
