const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** How a rule's slots print while nobody is declared. */
export const people = {
  perpetrator: 'the person whose behaviour this was',
  survivor: 'the person it was directed at',
  child: 'the child',
  children: 'each child',
  possessive: {perpetrator: 'that person’s', survivor: 'the other person’s', child: 'the child’s'},
  and: 'and',
  number: (number: number): string => numbers[number] ?? String(number),
} as const
