import type {Root} from 'nlcst'
import type {VFile} from 'vfile'
import type {Range} from '../types.ts'
import {analysisOf} from './analysis.ts'

/** Statutes, services, orders, courses, case names: found before anything is matched, never matched. */
export function maskOfficialNames({findNames}: {readonly findNames: (text: string) => Range[]}) {
  return (_tree: Root, file: VFile): undefined => {
    const analysis = analysisOf(file)
    analysis.masks = findNames(analysis.block.text)
  }
}
