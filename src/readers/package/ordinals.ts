/** After z comes aa, then bb. `value` is at least 1. */
export const toLetters = (value: number) =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

const romanDigits = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

/** 4 is iv. `value` is at least 1. */
export function toRoman(value: number): string {
  let rest = value
  let roman = ''
  for (const [amount, digits] of romanDigits) {
    roman += digits.repeat(Math.floor(rest / amount))
    rest %= amount
  }
  return roman
}
