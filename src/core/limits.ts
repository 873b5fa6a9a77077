/** What a file may ask of a reader, counted and not timed. Asking more is a ReadError. */
export const limits = {
  /** Bytes of the file as it stands on disk. */
  maxFileBytes: 50 * 1024 * 1024,
  /** Bytes of all parts of a package together. */
  maxInflatedBytes: 200 * 1024 * 1024,
  /** Bytes of one part that is read; most of a large package is pictures. */
  maxPartBytes: 64 * 1024 * 1024,
  maxZipEntries: 5_000,
  /** Elements, quotations or lists inside one another. */
  maxNesting: 256,
  maxBlocks: 200_000,
  /** Characters of the text of one report: some 5,000 pages. */
  maxText: 10_000_000,
  /** Tags, entities and carriage returns of one part of a package. */
  maxMarkup: 1_500_000,
  /** Elements and comments of a web page. */
  maxElements: 500_000,
  /** Pages of a PDF. */
  maxPages: 2_000,
} as const
