/**
 * What a stretch of Markdown source says, read a second way and without the reader: for phrases, in
 * which there is no code and no image.
 */
export const asRead = (source: string): string =>
  source
    .replaceAll(/[ \t]*\r?\n[ \t>]*/g, ' ')
    .replaceAll(/<\/?\w+>/g, '')
    .replaceAll(/(?<!\\)(\*\*|\*|__|_(?=\W|$)|(?<=\W|^)_)/g, '')
    .replaceAll(/&#(\d+);/g, (_, digits) => String.fromCodePoint(Number(digits)))
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, digits) =>
      String.fromCodePoint(Number.parseInt(digits, 16)),
    )
    .replaceAll('&amp;', '&')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
