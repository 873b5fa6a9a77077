/** What is said of configuration files. */
export const configuring = {
  notMap: 'this is no list of settings',
  unknownKey: (key: string) => `there is no setting "${key}"`,
  remedy: 'docs/configuration.md lists the settings.',
  problems: {
    noRule: (id: string) => `there is no rule "${id}"`,
    notFound: (name: string) => `"${name}", which it extends, is not there`,
    circle: (name: string) => `it extends "${name}", which extends it`,
    tooDeep: 'configurations extend one another more than 20 deep',
    exists: 'there is a configuration already',
    notBaseline: 'this is no baseline',
    notYaml: 'this is neither YAML nor JSON',
  },
  remedies: {
    nearestRule: (id: string) => `Perhaps "${id}" is meant.`,
    listRules: 'safe-together-lint rules lists all rules.',
    notFound: 'Give the path from this file, or install the package.',
    circle: 'Take one of the two out.',
    exists: 'Change it by hand, or replace it with --force.',
    notBaseline: 'Write it anew: safe-together-lint baseline',
    notYaml: 'Check indentation and quotation marks.',
  },
} as const
