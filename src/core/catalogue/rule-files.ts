/** What the build and packs say about a rule file that cannot be used: the problem, then the remedy. */
export const ruleFiles = {
  notYaml: (detail: string) => `is not YAML that can be read (${detail})`,
  quoteIt: 'Put text that begins with {, [, *, & or >, or holds “: ” or “ #”, in quotation marks',
  notMap: 'is no rule: it has no fields',
  seeExample: 'Compare with rules/victim-blaming/failure-to-protect.yml, which has every field',
  unknownKey: (key: string) => `has a field “${key}” that no rule has`,
  meantKey: (key: string) => `Did you mean “${key}”? Otherwise take it out`,
  takeOut: 'Take it out; the fields are described in docs/writing-rules.md',
  missing: 'is missing',
  unusable: (detail: string) => `cannot be used: ${detail}`,
  unknownSource: (key: string) =>
    `names the source “${key}”, which rules/sources.yml does not have`,
  addSource: 'Add the source there, or correct the key',
  unknownSlot: (slot: string) => `names ${slot}, which stands for nobody in the case`,
  knownSlots: 'In what is said to the author only {perpetrator}, {survivor} and {child} are filled',
  duplicatePattern: (pattern: string) => `has the pattern “${pattern}” twice`,
  duplicateRule: (other: string) => `has the same name as ${other}`,
  unknownRow: (row: string) => `names the row ${row}, which rules/catalogue.yml does not have`,
  addRow: 'Correct the row; docs/coverage.md lists them all',
  seeRows: 'Write each row as “VB01: {severity: error, title: Failed to protect}”',
  rename: 'Give one of them another file name; the name is the rule’s id',
  removeOne: 'Take one of them out',
  fewBad: (count: number, least: number) =>
    `has ${count} “bad” of the ${least} examples that a rule needs`,
  fewGood: (count: number, least: number) =>
    `has ${count} “good” of the ${least} examples that a rule needs`,
  addExample: 'Add examples: they are the rule’s tests',
  noWhy: 'has no “good” example with a “why”',
  addWhy:
    'Add a near miss, a sentence with much the same words that is right as it is, and say why',
  noMarks: 'does not mark what is flagged',
  addMarks: 'Put [[ and ]] around the words that are flagged',
  listOf: 'Write each entry on a line of its own, after “- ”',
} as const
