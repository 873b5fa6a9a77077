import {accepting} from './accepting.ts'
import {annotating} from './annotating.ts'
import {commandLine} from './command-line.ts'
import {commenting} from './commenting.ts'
import {configuring} from './configuring.ts'
import {declaring} from './declaring.ts'
import {editor} from './editor.ts'
import {files} from './files.ts'
import {people} from './people.ts'
import {reading} from './reading.ts'
import {reporting} from './reporting.ts'
import {ruleFiles} from './rule-files.ts'
import {settling} from './settling.ts'

/** Everything the program says to a person outside the rules, in whole sentences. */
export const en = {
  reading,
  files,
  declaring,
  people,
  reporting,
  ruleFiles,
  commandLine,
  annotating,
  configuring,
  accepting,
  commenting,
  settling,
  editor,
} as const
