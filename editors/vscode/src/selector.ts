/** Where the settings stand, here and in the editor’s own: "safeTogetherLint.enable". */
export const section = 'safeTogetherLint'

/** Texts that are checked: saved, or not yet. */
export const checkedTexts = ['file', 'untitled'].flatMap((scheme) =>
  ['markdown', 'plaintext', 'html'].map((language) => ({scheme, language})),
)
