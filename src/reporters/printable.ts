// C0 and C1 controls can move the cursor or recolour a terminal; direction controls can show
// words in another order than they stand in. A report is never trusted with either.
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** Half a character, which no output can encode, and what is none, which XML may not hold. */
const halves = /[\p{Cs}\ufffe\uffff]/gu

/** The same text with line breaks as they are, for output that keeps them. */
export const harmless = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(
      /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      '\u{fffd}',
    )
    .replace(halves, '\u{fffd}')

/** One line that is safe to show on a terminal: line breaks are spaces, other controls a sign. */
export const printable = (text: string): string =>
  text.replace(breaks, ' ').replace(controls, '\u{fffd}').replace(halves, '\u{fffd}')

/**
 * One line that is safe to show on a terminal, also where a build server reads along: GitHub obeys "::" where a line
 * begins and "##[" anywhere, Azure "##vso[". An invisible sign takes them apart.
 */
export const loggable = (text: string): string =>
  printable(text).replace(/:(?=:)|#(?=#(?:vso)?\[)/g, '$&\u2060')
