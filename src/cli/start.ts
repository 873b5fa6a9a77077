import {runBundle} from './run-bundle.ts'

runBundle(__dirname)
