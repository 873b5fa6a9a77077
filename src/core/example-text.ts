/** The paragraphs of an example: most have one, a small report has several with blank lines between them. */
export const paragraphsOf = (example: string): readonly string[] => {
  const paragraphs = example.trim().split(/\n\s*\n/)
  return paragraphs.map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
}
