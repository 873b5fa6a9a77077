/** How a rule's slots print while nobody is declared. */
export const people = {
  perpetrator: 'the person whose behaviour this was',
  survivor: 'the person it was directed at',
  child: 'the child',
  and: 'and',
} as const
