/** How common words are in such reports, roughly: rare words make good anchors. */
const commonWords: readonly (readonly [weight: number, words: string])[] = [
  [
    400,
    'the a an to of and in is was be has had have her his she he they it that with for on at not by as are were been being',
  ],
  [
    120,
    'from this but which who him them their would will when or if about child mother father said told school did do',
  ],
  [
    60,
    'no than there any also after court both contact time parent should home what one family can all my does children',
  ],
  [
    50,
    'assault violence relationship abuse incident harm violent hurt himself herself allegations allegation other before despite changed behind could without so called',
  ],
  [
    100,
    'out two each put parents domestic because gone end together hearing leave left told said seen spoke low accept using',
  ],
  [
    25,
    'report police order made take get see want need go say give keep make know between relationship risk support work come left told',
  ],
]
const weightByWord = new Map(
  commonWords.flatMap(([weight, words]) => words.split(' ').map((word) => [word, weight] as const)),
)
/** The sum over forms of which one must stand at a place. */
export const weightOf = (forms: readonly string[]) =>
  forms.reduce((sum, form) => sum + (weightByWord.get(form) ?? 1), 0)

/** Words of nearly every sentence: nothing is found by them alone. */
export const wordsOfEverySentence: readonly string[] = (commonWords[0]?.[1] ?? '').split(' ')
