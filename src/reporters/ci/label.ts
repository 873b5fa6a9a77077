import {en} from '../../core/catalogue/en.ts'

const {places} = en.reading

/** The words that readers put into labels; all others come from the file, whose numbers can have any words beside them. */
const ownWords: ReadonlySet<string> = new Set(
  [
    places.paragraph(1),
    places.heading(1),
    places.tableRow(1, 1),
    places.footnote(1),
    places.endnote(1),
    places.textBox(1),
    places.onPage(1, ''),
    places.header,
    places.footer,
  ].flatMap((label) => label.match(/\p{L}+/gu) ?? []),
)

const romanNumeral = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i

const isNumber = (letters: string): boolean =>
  /^(\p{L})\1*$/u.test(letters) || romanNumeral.test(letters)

/** What of a label says nothing of the report: "Mr Jones’s account 4(b)" is "4(b)". Can be empty. */
export const numbersAlone = (label: string): string =>
  label
    .split(/\s+/)
    .filter((part) =>
      (part.match(/[\p{L}\p{M}]+/gu) ?? []).every(
        (letters) => ownWords.has(letters) || isNumber(letters),
      ),
    )
    .join(' ')
    .replace(/^[\s\p{P}]+$/u, '')
