import type {SourceDocument} from '../core/types.ts'

/**
 * Reads the texts of one draft one after the other, and each only where it differs from the one before. Undefined where
 * a text has to be read as a whole.
 */
export type DraftReader = (text: string) => SourceDocument | undefined
