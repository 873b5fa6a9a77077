import {reading} from './reading.ts'

/** Everything the program says to a person outside the rules, in whole sentences. */
export const en = {reading} as const
