import type {Mention} from './analysis.ts'

/** Closed lists by which mentions are told: grammar, not practice, so they stand here and not in the lexicon. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const pronouns: Readonly<Record<string, Pick<Mention, 'person' | 'plural' | 'pronoun'>>> = {
  ...Object.fromEntries(
    ['he', 'him', 'himself'].map((word) => [word, {person: 'any', plural: false, pronoun: 'he'}]),
  ),
  ...Object.fromEntries(
    ['she', 'her', 'herself'].map((word) => [word, {person: 'any', plural: false, pronoun: 'she'}]),
  ),
  ...Object.fromEntries(
    ['they', 'them', 'themselves', 'themself'].map((word) => [
      word,
      {person: 'any', plural: true, pronoun: 'they'},
    ]),
  ),
  ...Object.fromEntries(
    ['i', 'me', 'we', 'us', 'myself'].map((word) => [
      word,
      {person: 'author', plural: false, pronoun: undefined},
    ]),
  ),
  ...Object.fromEntries(
    ['nobody', 'noone'].map((word) => [
      word,
      {person: 'nobody', plural: false, pronoun: undefined},
    ]),
  ),
  ...Object.fromEntries(
    ['someone', 'somebody', 'anyone', 'anybody', 'everyone'].map((word) => [
      word,
      {person: 'nobody', plural: false, pronoun: undefined},
    ]),
  ),
}
export const possessivePronouns = set('my your his her our their whose')
export const nominative = set('he she they i we who')

export const determiners = set(
  'the a an this these those each every both all any some no another either neither',
)
/** May stand between a determiner and a noun for a person. */
export const personAdjectives = set(
  'young younger elder older eldest youngest oldest little new former ex current late paternal maternal biological birth natural step foster adoptive resident non separated estranged pregnant other first second third fourth 1st 2nd 3rd 4th two three four five six alleged abusive vulnerable single teenage adult minor female male whole half good devoted loving own protective disabled unborn respondent applicant allocated previous',
)

export const titles = set('mr mrs ms miss mx')
export const professionalTitles = set(
  'dr prof pc dc sgt ps ds di insp hhj judge justice cllr sir lady lord rev nurse councillor',
)

/** A noun for people followed by one of these is no person: "child protection", "court order", "school run". */
export const adjuncts = set(
  'protection arrangement arrangements contact impact benefit benefits maintenance care focus focused centred development health services service psychologist psychiatrist order orders hearing hearings proceeding proceedings bundle record records report reports log logs station custody car involvement force run trip uniform day days place meal meals bag holiday holidays gate gates abuse alienation conflict court room building welfare liaison evening training support figure figures group groups plan conference minder seat support age years checks check call calls call-out interview statement statements disclosure process system papers time date rules life home unit attendance log number',
)

/** Capitals inside a sentence that name no person. */
export const notPersons = set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas easter boxing eid ramadan england wales welsh english britain british uk cymru cafcass nhs gp court family act order section children safe together police school primary high academy nursery street road avenue close house centre hospital facebook whatsapp snapchat instagram tiktok polish urdu punjabi arabic romanian muslim christian catholic hindu sikh jewish god there this that it these those what where when how both each neither all no',
)
export const placePrepositions = set('in at near from to into outside around towards via')

/** Sections and labels before a letter: "Appendix B" is no person. */
export const letterLabels = set(
  'appendix section part band paragraph annex schedule option form level grade year class group table figure vitamin hepatitis type plan bundle tab',
)

const she = set(
  'mother mum mam mummy wife girlfriend sister girl daughter stepmother stepdaughter woman lady aunt grandmother nan nain niece ms mrs miss',
)
const he = set(
  'father dad daddy husband boyfriend brother boy son stepfather stepson man gentleman uncle grandfather taid nephew mr',
)

/** The pronoun that the word itself says: "wife" she, "Mr" he; nothing is guessed from a name. */
export function pronounOf(norm: string): 'he' | 'she' | undefined {
  const base = norm.replace(/s$/, '')
  if (she.has(norm) || she.has(base)) return 'she'
  return he.has(norm) || he.has(base) ? 'he' : undefined
}
const plurals = set(
  'children parents parties couple adults twins boys girls sons daughters siblings pair both people professionals police',
)
export const isPluralNoun = (norm: string) =>
  plurals.has(norm) || (norm.endsWith('s') && norm.length > 4)
