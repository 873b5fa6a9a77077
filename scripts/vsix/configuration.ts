/** The settings as an editor lists them. */
export const configuration = () => ({title: 'safe-together-lint', properties: {}})
