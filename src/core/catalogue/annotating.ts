const count = (number: number, one: string, many: string) =>
  number === 1 ? one : `${number} ${many}`

/** What stands in the comments that we write into a document, and what is said about writing them. */
export const annotating = {
  author: 'Language check (draft)',
  initials: 'LC',
  /** Of each comment's last line. Changing it leaves the comments of earlier versions unknown. */
  signature: 'language check',
  written: (copy: string, comments: number, suggestions: number) => {
    const changes =
      suggestions > 0 ? ` and ${count(suggestions, 'one tracked change', 'tracked changes')}` : ''
    return comments === 0
      ? `${copy}: a copy without comments, since there is nothing to point at.`
      : `${copy}: ${count(comments, 'one comment', 'comments')}${changes}. Nothing else was changed.`
  },
  beforeFiling: 'Take them out before filing: safe-together-lint annotate --clean',
  cleaned: (copy: string, removed: number, isExact: boolean) =>
    removed === 0
      ? `${copy}: a copy as it is; the file holds no comments of this check.`
      : `${copy}: ${count(removed, 'one comment', 'comments')} of this check taken out.${isExact ? ' The copy is what the report was before, part for part.' : ''}`,
  kept: (number: number) =>
    `${count(number, 'One comment', 'comments')} of this check had somebody’s own words added, and ${number === 1 ? 'was' : 'were'} left in.`,
  leftOut: (number: number) =>
    `${count(number, 'One finding has', 'findings have')} no comment: Word opens no file with more than 32,767.`,
  forWordAlone:
    'Open the copy in Word: some versions of LibreOffice lose the text of notes and content controls beside comments.',
  signed: 'The report carries a digital signature, which does not hold for the copy.',
  protected: 'The report is protected against changes, and so is the copy.',
  undeclared:
    'Who is who has not been declared, so some comments only ask. “check” says how to declare it.',
} as const
