/**
 * How much of a text is its label, typed at its start: "4.2 The visit", "4. The visit", "(a) The visit". Never the
 * number of "4 March", which begins a sentence, unless it is a heading's.
 * @returns UTF-16 units, with the space after it; 0 where the label is no part of the text
 */
export function typedLabelLength(text: string, label: string, isHeading = false): number {
  if (label === '') return 0
  const typed = [label, `(${label})`].find((each) => text.startsWith(each)) ?? ''
  const isBareNumber = /^[\p{L}\p{N}]+$/u.test(typed)
  const gap = isBareNumber && !isHeading ? /^(?:[.)](?:\s+|$)|\t\s*)/ : /^[.)]?(?:\s+|$)/
  const found = typed === '' ? undefined : gap.exec(text.slice(typed.length))?.[0]
  return found === undefined ? 0 : typed.length + found.length
}
