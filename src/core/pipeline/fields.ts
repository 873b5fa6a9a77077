import type {Range} from '../types.ts'

/** A place in a template where other words will stand; offsets count in the block's text. */
export interface Field extends Range {
  /** `control` steers the template and leaves no words: "{% if abuse %}". */
  readonly holds: 'person' | 'child' | 'thing' | 'control'
  /** What it is called: "mother", "respondent name"; empty for a blank line. */
  readonly name: string
}

/** By their marks, in the forms of Word, of mail merges and of Jinja, Handlebars and Liquid. */
const marked =
  /(?<control>\{%[^{}]{0,200}%\}|\{#[^{}]{0,400}#\}|\{\{\{?\s*(?:[#/>^!][^{}]{0,200}|else\b[^{}]{0,100})\}\}\}?)|\{\{\{?(?<braces>[^{}]{1,200})\}\}\}?|\$\{(?<dollar>[^{}]{1,100})\}|«(?<merge>[^«»\n]{1,80})»|<<(?<angles>[^<>\n]{1,80})>>|<(?<angle>[A-Za-z][^<>\n]{0,60})>|\[(?<square>[^[\]\n]{0,200})\]|%(?<percent>[A-Z][A-Z0-9_]{1,40})%|(?<blank>_{2,}|…{2,}|\.{4,})/gu

/**
 * What stands for somebody or something that is not yet known. Square brackets and empty controls also hold advice to
 * the author, which is text like any other: only what is as short as a name counts.
 * @param marks ranges that the file itself marks: results of merge fields, controls that nobody has filled in
 */
export function fieldsIn(text: string, marks: readonly Range[] = []): readonly Field[] {
  const byMarks = [...text.matchAll(marked)].flatMap((found) => {
    const field = toField(found.groups ?? {})
    const range = {start: found.index, end: found.index + found[0].length}
    return field ? [{...range, ...field}] : []
  })
  const byFile = marks.flatMap(({start, end}): Field[] => {
    const isKnown = byMarks.some((field) => field.start < end && start < field.end)
    const name = withoutVerb(nameOf(text.slice(start, end)))
    return isKnown || isAdvice(name) ? [] : [{start, end, name, holds: holderOf(name)}]
  })
  return byFile.length === 0
    ? byMarks
    : [...byMarks, ...byFile].toSorted((a, b) => a.start - b.start)
}

type Groups = Readonly<Record<string, string | undefined>>

function toField(groups: Groups): Pick<Field, 'holds' | 'name'> | undefined {
  const {control, blank, square} = groups
  if (control !== undefined) return {holds: 'control', name: ''}
  if (blank !== undefined) return {holds: 'person', name: ''}
  const {braces, dollar, merge, angles, angle, percent} = groups
  const code = braces?.split('|')[0] ?? dollar ?? merge ?? angles ?? angle ?? percent
  const name = withoutVerb(nameOf(code ?? square ?? ''))
  if (square !== undefined && isAdvice(name)) return undefined
  return {name, holds: holderOf(name)}
}

/** "respondent.firstName" and "RESPONDENT_NAME" are "respondent first name" and "respondent name". */
const nameOf = (code: string) =>
  code
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ')
    .replace(/[^\p{L}\p{N}’']+/gu, ' ')
    .trim()
    .toLowerCase()

/** Words that tell the author what to do, and words of a whole thought. */
const advice =
  /^(?:insert|enter|describe|add|give|state|delete|select|choose|please|include|set out|explain|note|if|where|complete|use|write|click|record|outline|summarise|list|consider|who|what|why|how|when|has|have|is|are|does|did|was|were|will|can|could|should|tick)\b/
const longestName = 4

/** "Insert the child’s name" is no more than a name. */
function withoutVerb(name: string): string {
  const short = name.replace(
    /^(?:insert|enter|add|give|state|select|choose)\s+(?:(?:the|a)\s+)?/,
    '',
  )
  return isPerson(short) ? short : name
}

const isAdvice = (name: string) => advice.test(name) || name.split(' ').length > longestName

const childWords =
  /^(?:child|children|son|sons|daughter|daughters|baby|sibling|siblings|kid)\d*(?:['’]?s)?$/
const personWords =
  /^(?:\p{L}|mother|father|mum|dad|parent|parents|party|parties|applicant|respondent|carer|client|adult|adults|partner|subject|person|victim|survivor|perpetrator|spouse|husband|wife|mr|mrs|ms)\d*(?:['’]?s)?$/u
/** Beside a word for a person, or alone, these say that its name is meant. */
const nameWords =
  /^(?:name|names|surname|forename|initials?|first|second|third|last|full|family|other|title|of|the|and|or|his|her|non|resident|paternal|maternal|\d+(?:st|nd|rd|th)?)$/

/** The word for the person who is meant: "mother" of "[Mother’s full name]"; empty where there is none. */
export function nounOf({holds, name}: Pick<Field, 'holds' | 'name'>): string {
  if (holds !== 'person' && holds !== 'child') return ''
  const isNoun = (word: string) => childWords.test(word) || personWords.test(word)
  return (name.split(' ').find(isNoun) ?? '').replace(/\d+$|['’]s$/g, '')
}

function holderOf(name: string): 'person' | 'child' | 'thing' {
  if (!isPerson(name)) return 'thing'
  return name.split(' ').some((word) => childWords.test(word)) ? 'child' : 'person'
}

function isPerson(name: string): boolean {
  const words = name.split(' ')
  const isKnown = (word: string) =>
    childWords.test(word) || personWords.test(word) || nameWords.test(word)
  return (
    words.every(isKnown) &&
    words.some(
      (word) => childWords.test(word) || personWords.test(word) || /name|initial/.test(word),
    )
  )
}
