const writer = 'Word or LibreOffice'

/** What readers say: places as an author finds them, and why a file could not be read. */
export const reading = {
  places: {
    paragraph: (number: number) => `paragraph ${number}`,
    heading: (number: number) => `heading ${number}`,
    tableRow: (table: number, row: number) => `table ${table}, row ${row}`,
    footnote: (number: number) => `footnote ${number}`,
    endnote: (number: number) => `endnote ${number}`,
    textBox: (number: number) => `text box ${number}`,
    onPage: (page: number, label: string) => `page ${page}, ${label}`,
    choice: (label: string, number: number) => `${label}, choice ${number}`,
    header: 'header',
    footer: 'footer',
  },
  /** Files made of parts, such as .docx and .odt. */
  package: {
    damaged: {
      problem: 'the file is damaged or was not saved completely',
      remedy: `Open it in ${writer} and save it again, or choose an earlier copy.`,
    },
    repeatedPart: {
      problem: 'the file holds the same part twice, so there is no telling which is the report',
      remedy: `Open it in ${writer} and save it again.`,
    },
    tooManyEntries: {
      problem: 'the file is made of more than 5,000 parts',
      remedy: 'Take out pictures and embedded files, then save it again.',
    },
    inflatesTooFar: {
      problem: 'the file unpacks to more than 200 MB',
      remedy: 'Take out large pictures and embedded files, then save it again.',
    },
    tooLong: (part: string) => ({
      problem: `the part ${part} is longer than can be read`,
      remedy: 'Check the report in parts.',
    }),
    notWellFormed: (part: string) => ({
      problem: `the part ${part} cannot be read, because its XML is not well formed`,
      remedy: `Open the file in ${writer} and save it again, or choose an earlier copy.`,
    }),
    doctype: (part: string) => ({
      problem: `the part ${part} declares a document type, which no such document does`,
      remedy: `Open the file in ${writer} and save it again.`,
    }),
    nestsTooDeep: (part: string) => ({
      problem: `the part ${part} nests its elements more than 256 deep`,
      remedy: 'Take out tables or boxes that stand inside one another, then save it again.',
    }),
    tooManyPieces: (part: string) => ({
      problem: `the part ${part} is broken into more pieces than can be read`,
      remedy: `Open the file in ${writer} and save it again, or split it into several files.`,
    }),
  },
} as const
