/** What is said of a file beside a report that accepts some of its wording. */
export const accepting = {
  entry: (file: string, number: number) => `${file}, entry ${number}`,
  notMap: 'an entry is a list of keys and values',
  unknownKey: (key: string) => `the key "${key}" is not known`,
  remedy:
    'An entry has a rule, words or a fingerprint, and a reason; docs/configuration.md shows one.',
  notFingerprint: 'is no fingerprint of 16 letters and digits',
  problems: {
    notList: 'holds no list of accepted wording',
    tooMany: (most: number) => `accepts more than ${most} wordings`,
    anotherKey: 'there is a key that is not known',
    noWords: 'says neither which words are accepted nor their fingerprint',
    twoFiles: (other: string) => `a second file of accepted wording stands beside it, ${other}`,
  },
  remedies: {
    list: 'Begin each entry with a hyphen: "- rule: access".',
    tooMany:
      'Keep to what is still in the report, or give the rules another level in the configuration.',
    knownKeys: (keys: string) => `Known keys: ${keys}.`,
    nearestKey: (key: string, keys: string) => `Perhaps "${key}" is meant. Known keys: ${keys}.`,
    noWords:
      'Add "words:" with the words as the report has them; or, for a private detail, "section:" with its place.',
    twoFiles: 'Keep one of the two.',
  },
} as const
