// The names stay English in translated versions of Word and LibreOffice; ids do not.
const quoteNames = new Set(['quote', 'intensequote', 'blocktext', 'quotations'])

/** Whether the name of a style is one that Word or LibreOffice gives quotations. */
export const isQuoteName = (name: string): boolean =>
  quoteNames.has(name.toLowerCase().replaceAll(/[\s_-]/g, ''))
