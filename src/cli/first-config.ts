import {en} from '../core/catalogue/en.ts'

const {lines: said} = en.settling.init

/** What `init` asks about. */
export interface FirstSettings {
  readonly profile: string
  /** A folder, or undefined where there are no templates. */
  readonly templates: string | undefined
}

/**
 * A first configuration: what nearly every team settles, and in comments what some do.
 * @param schema where an editor finds the JSON Schema
 */
export function firstConfig(
  {profile, templates}: FirstSettings,
  profiles: readonly string[],
  schema: string,
): string {
  const parts = [
    [`# yaml-language-server: $schema=${schema}`, `# ${said.about}`],
    [`# ${said.profile(profiles.join(', '))}`, `profile: ${profile}`],
    [`# ${said.failOn}`, 'fail-on: warning'],
    [`# ${said.rules}`, `# ${said.rulesList}`, '# rules:', '#   access: warning'],
    [`# ${said.packs}`, '# packs: [our-rules]'],
    [`# ${said.ignore}`, '# ignore: [archive/]'],
    [`# ${said.baseline}`, '# baseline: safe-together-lint-baseline.json'],
    [`# ${said.overrides}`, ...overridesFor(templates)],
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function overridesFor(templates: string | undefined): readonly string[] {
  const folder = templates?.replaceAll('\\', '/').replace(/^\.\/|\/+$/g, '')
  // Quoted as JSON, which is YAML whatever signs a name has; a pattern takes some of them for its own.
  const pattern = JSON.stringify(
    `${folder?.replaceAll(/[[\](){}*?!+@]/g, '\\$&') ?? 'templates'}/**`,
  )
  const lines = [
    'overrides:',
    `  - files: ${pattern}`,
    '    mode: template',
    `    # ${said.excerpts}`,
    '    # excerpts: sentence',
  ]
  return folder === undefined ? lines.map((line) => `# ${line}`) : lines
}
