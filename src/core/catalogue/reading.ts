/** What readers say: places as an author finds them, and why a file could not be read. */
export const reading = {
  places: {
    paragraph: (number: number) => `paragraph ${number}`,
    heading: (number: number) => `heading ${number}`,
    tableRow: (table: number, row: number) => `table ${table}, row ${row}`,
    footnote: (number: number) => `footnote ${number}`,
    endnote: (number: number) => `endnote ${number}`,
    textBox: (number: number) => `text box ${number}`,
  },
} as const
