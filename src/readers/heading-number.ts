/** "1 Introduction", but not "12 March 2024"; in running text this would be any number. */
export const headingNumber =
  /^(\d{1,2})(?=\s)(?!\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day|week|month|year))/i
