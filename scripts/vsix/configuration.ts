import {toJsonSchema} from '@valibot/to-json-schema'
import {editor} from '../../src/core/catalogue/editor.ts'
import {section, settingsShape} from '../../src/lsp/settings.ts'

/** The settings that the server knows, as an editor lists them, each with what it is for. */
export function configuration(): object {
  const {properties = {}} = toJsonSchema(settingsShape, {
    typeMode: 'input',
    // A schema has no flags; the server says what of an address it cannot use.
    ignoreActions: ['regex'],
  })
  const descriptions: Readonly<Record<string, string>> = editor.settings
  const listed = Object.entries(properties).map(([key, value], order) => {
    const description = descriptions[key]
    if (description === undefined) throw new Error(`Expected words about the setting ${key}`)
    const schema = typeof value === 'object' ? value : {}
    return [`${section}.${key}`, {...schema, scope: 'resource', order, description}]
  })
  return {title: 'safe-together-lint', properties: Object.fromEntries(listed)}
}
