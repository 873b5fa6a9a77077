/** What stands in the comments that we write into a document, and what is said about writing them. */
export const annotating = {
  author: 'Language check (draft)',
  initials: 'LC',
  /** Of each comment's last line. Changing it leaves the comments of earlier versions unknown. */
  signature: 'language check',
} as const
