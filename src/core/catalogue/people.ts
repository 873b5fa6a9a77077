/** How a rule's slots print while nobody is declared. */
export const people = {
  perpetrator: 'the person whose behaviour this was',
  survivor: 'the person it was directed at',
  child: 'the child',
  children: 'each child',
  possessive: {perpetrator: 'that person’s', survivor: 'the other person’s', child: 'the child’s'},
  and: 'and',
} as const
