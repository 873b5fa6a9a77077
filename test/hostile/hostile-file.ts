import {ReadError} from '../../src/core/errors.ts'
import {readDocument} from '../../src/readers/index.ts'

/** A file made to do harm, or one broken in a way that could. */
export interface HostileFile {
  readonly named: string
  /** Its ending says how it is read. */
  readonly file: string
  readonly bytes: () => Uint8Array
  /** What it is refused for, or, after "read: ", the start of its text. */
  readonly gives: string
}

/** Stands in every file that has words, and must never come back in an error. */
export const secret = 'Ms Rees told me that Mr Hughes hit her.'

const longestStart = secret.length

/** In the form of `gives`. Anything but a text or a complete ReadError is thrown. */
export async function outcomeOf({file, bytes}: HostileFile): Promise<string> {
  try {
    const {text} = await readDocument(bytes(), file)
    return `read: ${text.slice(0, longestStart)}`
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    const {where, problem, remedy, message} = error
    const isComplete = where === file && /\.$/.test(remedy) && !/Rees|Hughes|hit her/.test(message)
    if (!isComplete) throw new Error(`Not a complete error: ${message}`)
    return problem
  }
}
