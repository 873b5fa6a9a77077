/** What findings depend on beside the text: configurations, packs, context files, accepted wording, baselines, ignored files; and reports. */
export const watchedFiles = [
  '**/*.{yml,yaml,json}',
  '**/.{gitignore,safe-together-lint-ignore}',
  '**/*.{docx,odt,md,markdown,html,htm,txt}',
] as const

const elsewhere = /\/(?:node_modules|\.git)\//

/** Whether it is anything that a check may have read. */
export const isRead = (uri: string): boolean =>
  !elsewhere.test(uri) &&
  /\.(?:ya?ml|json)$|\/\.(?:gitignore|safe-together-lint-ignore)$/i.test(uri)

/** Whether it may be a report that is not open. */
export const isReport = (uri: string): boolean =>
  !elsewhere.test(uri) && /\.(?:docx|odt|md|markdown|html?|txt)$/i.test(uri)
