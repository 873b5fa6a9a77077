import {irregularVerbs} from './irregular-verbs.ts'

const formsByBase = new Map<string, readonly string[]>()
const participles = new Set<string>()
const inflected = new Map<string, string>()
for (const entry of irregularVerbs.split(/[|\n]/)) {
  const [base, ...others] = entry.trim().split(' ')
  if (!base) continue
  formsByBase.set(base, others)
  for (const form of others) if (form !== base && !inflected.has(form)) inflected.set(form, base)
  const last =
    base === 'be'
      ? 'been'
      : base === 'do'
        ? 'done'
        : base === 'go'
          ? 'gone'
          : base === 'have'
            ? 'had'
            : others.at(-1)
  for (const form of base === 'strike' || others[1]?.endsWith('ed') ? others : [last])
    if (form) participles.add(form)
}

/** Words of the closed classes, which have no other form. Articles and possessives are small words (see stepping). */
const invariant = new Set(
  (
    'not no never nor neither none nobody nothing only just merely simply even still also always ever so too very more most less least ' +
    'to of in on at by for from with without within into onto upon about against between among during before after since until till ' +
    'over under across along above below behind beside beyond through throughout towards toward despite because due owing as than like per via ' +
    'and or but if when while whilst although though unless whether that which who whom whose what why how where there here then now ' +
    'i me my mine you your yours he him his himself she her hers herself it its itself we us our ours they them their theirs themselves themself ' +
    'a an the this these those some any all both each every either other another such same own few many much several ' +
    'one two three up down out off away back together apart once twice again further furthermore however therefore ' +
    'may might must shall should will would could ought cannot yes children men women people police'
  ).split(' '),
)

/** Ends like an inflected form and is none. */
const baseInIng = new Set(
  'bring thing nothing something anything everything king ring sing spring string swing wing sling sting fling cling during morning evening'.split(
    ' ',
  ),
)
const baseInEd = new Set(
  'need feed speed exceed proceed succeed bleed breed seed bed red shed wed embed heed weed hundred deed indeed'.split(
    ' ',
  ),
)
const baseInS = /(?:ss|us|is|ous|ness|ies|ws)$/
const singularInS = new Set(
  'always perhaps sometimes besides afterwards towards its his series species bus gas plus yes news cannabis abuses'.split(
    ' ',
  ),
)

/** True for a word that stands for itself because it is written in an inflected form ("left", "heated", "parents"). */
function isInflected(word: string): boolean {
  if (inflected.has(word)) return true
  if (formsByBase.has(word)) return false
  if (word.endsWith('ing') && word.length > 5) return !baseInIng.has(word)
  if (word.endsWith('ed') && word.length > 4) return !baseInEd.has(word)
  return word.endsWith('s') && word.length > 3 && !baseInS.test(word) && !singularInS.has(word)
}

/**
 * All forms of a word in lower case: inflections of verb and noun, told apart nowhere.
 * Made from a table of irregular verbs and the spelling rules, never from a tagger.
 */
export function formsOf(word: string): readonly string[] {
  const base = word.toLowerCase()
  if (base === 'be')
    return ['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being', "'s", "'re", "'m"]
  if (base === 'have') return ['have', 'has', 'had', 'having', "'ve", "'d", "'s"]
  if (invariant.has(base) || !/^[\p{L}-]+$/u.test(base) || /^\p{Lu}{2,}$/u.test(word)) return [base]
  if (base === 'child') return ['child', 'children']
  if (base === 'man' || base === 'woman') return [base, base.replace(/man$/, 'men')]
  if (base in plurals) return [base, plurals[base] ?? base]
  if (base === 'person') return ['person', 'people', 'persons']
  if (base.endsWith('ing') && isInflected(base)) return [base, `${base}s`]
  if (isInflected(base)) return [base]
  const past = formsByBase.get(base) ?? [...pastOf(base), ...withoutDoubling(base)]
  return [...new Set([base, withS(base), ...past, withIng(base)])]
}

const plurals: Readonly<Record<string, string>> = {
  wife: 'wives',
  life: 'lives',
  knife: 'knives',
  self: 'selves',
  half: 'halves',
}
const vowel = /[aeiou]/
/** One short vowel before one last consonant, stressed: stop → stopped, commit → committed; not visit → visited. */
const doubled = new Set(
  'admit commit permit submit omit refer occur prefer regret control rebel compel expel upset quit begin forget deter'.split(
    ' ',
  ),
)
const doubles = (base: string) =>
  /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base) ||
  doubled.has(base) ||
  (/(?:el|al|ol|il)$/.test(base) &&
    /^(?:travel|label|counsel|cancel|model|quarrel|channel|level|total|signal|rival|fuel|initial|dial|enrol|fulfil|instil|distil|patrol)$/.test(
      base,
    ))

const withS = (base: string) =>
  /(?:s|x|z|ch|sh)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`

function pastOf(base: string): readonly string[] {
  if (base.endsWith('e')) return [`${base}d`]
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`]
  return [doubles(base) ? `${base}${base.at(-1)}ed` : `${base}ed`]
}

/** "traveled": American spelling, as some programs write it. */
const withoutDoubling = (base: string) =>
  /[eai]l$/.test(base) && doubles(base) ? [`${base}ed`, `${base}ing`] : []

function withIng(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  if (base.endsWith('e') && !/(?:ee|oe|ye)$/.test(base) && vowel.test(base.slice(0, -1)))
    return `${base.slice(0, -1)}ing`
  return doubles(base) ? `${base}${base.at(-1)}ing` : `${base}ing`
}

/** Could this form be a past participle: "hit", "strangled", "beaten"? */
export const isParticiple = (form: string) =>
  participles.has(form) || (form.endsWith('ed') && form.length > 3 && !baseInEd.has(form))

/** A past tense or participle of an irregular verb, or its base. */
export const baseOf = (form: string) => inflected.get(form) ?? form
