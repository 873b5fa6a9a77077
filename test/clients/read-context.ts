import {readFileSync} from 'node:fs'
import {parseContext} from '../../src/core/context-file.ts'
import {toReportContext} from '../../src/index.ts'

/** What a file beside a report declares. */
export const readContext = (path: string) =>
  toReportContext(parseContext(readFileSync(path, 'utf8'), path))
