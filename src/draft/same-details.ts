import type {KnownDetail} from '../core/pipeline/analysis.ts'

export const areSameDetails = (some: readonly KnownDetail[], others: readonly KnownDetail[]) =>
  some === others ||
  (some.length === others.length &&
    some.every(
      ({ruleId, words}, index) => ruleId === others[index]?.ruleId && words === others[index].words,
    ))
