import {type Completed, functionName, optionsWithValues, quoted, type Values} from './completed.ts'

/** For bash from 3.2 on, without the package of completions that not every machine has. */
export function bashScript(completed: Completed): string {
  const name = functionName(completed)
  return `${[
    `_${name}_words() {`,
    '  local word',
    '  while IFS= read -r word; do',
    '    COMPREPLY+=("$word")',
    '  done < <(compgen "$@" -- "$current")',
    '}',
    '',
    `_${name}() {`,
    '  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}',
    '  COMPREPLY=()',
    // bash parts --option=value into three words.
    '  if [[ $current == = ]]; then current=',
    '  elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}',
    '  fi',
    ...commandOf(completed),
    '  case $before in',
    ...optionsWithValues(completed).map(
      ({flags, values}) => `    ${flags.join('|')}) ${listing(name, values)}; return ;;`,
    ),
    '  esac',
    '  if [[ $current == -* ]]; then',
    '    case $command in',
    ...completed.commands.map(
      ({path, options}) =>
        `      ${quoted(path.join(' '))}) _${name}_words -W ${quoted(options.flatMap(({flags}) => flags).join(' '))} ;;`,
    ),
    '    esac',
    ...(completed.commands[0]?.options.length
      ? [
          `    [[ -z $command ]] || _${name}_words -W ${quoted(completed.commands[0].options.flatMap(({flags}) => flags).join(' '))}`,
        ]
      : []),
    '    return',
    '  fi',
    '  case $command in',
    ...completed.commands.map(({path, operands}) => {
      const inner = innerNames(completed, path)
      const words =
        inner.length > 0
          ? `[[ -n $operand ]] || _${name}_words -W ${quoted(inner.join(' '))}; `
          : ''
      return `    ${quoted(path.join(' '))}) ${words}${listing(name, operands)} ;;`
    }),
    '  esac',
    '}',
    '',
    `complete -F _${name} ${completed.name}`,
  ].join('\n')}\n`
}

/** Sets `command` to the words that lead to it, and `operand` to the first word that leads to none. */
const commandOf = (completed: Completed): readonly string[] => [
  '  local command= operand= index',
  '  for ((index = 1; index < COMP_CWORD; index++)); do',
  '    case ${COMP_WORDS[index]} in',
  `      ${flagsOf(completed).join('|')})`,
  '        [[ ${COMP_WORDS[index+1]} == = ]] && ((index++))',
  '        ((index++)); continue ;;',
  '      -*|=) continue ;;',
  '    esac',
  '    [[ -n $operand ]] && continue',
  '    case "$command/${COMP_WORDS[index]}" in',
  ...completed.commands
    .filter(({path}) => path.length > 0)
    .map(
      ({path}) =>
        `      ${quoted(`${path.slice(0, -1).join(' ')}/${path.at(-1)}`)}) command=${quoted(path.join(' '))} ;;`,
    ),
  '      *) operand=${COMP_WORDS[index]} ;;',
  '    esac',
  '  done',
]

const flagsOf = (completed: Completed): readonly string[] => [
  ...new Set(optionsWithValues(completed).flatMap(({flags}) => flags)),
]

const innerNames = ({commands}: Completed, above: readonly string[]): readonly string[] =>
  commands.flatMap(({path}) =>
    path.length === above.length + 1 && above.every((word, index) => word === path[index])
      ? (path.at(-1) ?? [])
      : [],
  )

function listing(name: string, values: Values | undefined): string {
  if (values === undefined || values === 'anything') return ':'
  // Marks folders, and quotes names with spaces; an old bash does without.
  const asFiles = 'compopt -o filenames 2>/dev/null'
  if (values === 'files') return `${asFiles}; _${name}_words -f`
  if (values === 'folders') return `${asFiles}; _${name}_words -d`
  return `_${name}_words -W ${quoted(values.join(' '))}`
}
