import {files} from '../core/catalogue/files.ts'
import {limits} from '../core/limits.ts'
import {refuse} from './refuse.ts'

interface Size {
  readonly text: string
  readonly blocks: {readonly length: number}
}

/** Refuses what would take minutes to check, before any of it is. `name` is the file's. */
export function refuseTooMuch(name: string, {text, blocks}: Size): void {
  const {maxText, maxBlocks} = limits
  if (text.length > maxText) refuse(name, files.tooLong(maxText))
  if (blocks.length > maxBlocks) refuse(name, files.tooManyBlocks(maxBlocks))
}
