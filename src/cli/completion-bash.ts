import {
  type Completed,
  type CompletedCommand,
  commandsAfter,
  flagsWithValues,
  functionName,
  optionsWithValues,
  pathCases,
  quoted,
  type Values,
} from './completed.ts'

/** For bash from 3.2 on, without the package of completions that not every machine has. */
export function bashScript(completed: Completed): string {
  const name = `_${functionName(completed)}`
  const {root, commands} = completed
  return `${name}_words() {
  local word
  while IFS= read -r word; do
    COMPREPLY+=("$word")
  done < <(compgen "$@" -- "$current")
}

${name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  local command='' operand='' index
  COMPREPLY=()
  # --option=value comes as three words.
  if [[ $current == = ]]; then current=''
  elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
${commandWalk(completed)}
  case $before in
${optionsWithValues(completed)
  .map(({flags, values}) => `    ${flags.join('|')}) ${listing(name, values)}; return ;;`)
  .join('\n')}
  esac
  if [[ $current == -* ]]; then
    ${name}_words -W ${flagWords(root)}
    case $command in
${commands
  .filter(({options}) => options.length > 0)
  .map((each) => `      ${quoted(each.path)}) ${name}_words -W ${flagWords(each)} ;;`)
  .join('\n')}
    esac
    return
  fi
  case $command in
${[root, ...commands].map((each) => operandsCase(name, each, completed)).join('\n')}
  esac
}

complete -F ${name} ${completed.name}
`
}

/** Sets `command` to the words that lead to it, and `operand` to the first word that leads to none. */
const commandWalk = (
  completed: Completed,
): string => `  for ((index = 1; index < COMP_CWORD; index++)); do
    case \${COMP_WORDS[index]} in
      ${flagsWithValues(completed).join('|')})
        [[ \${COMP_WORDS[index+1]} == = ]] && ((index++))
        ((index++))
        continue ;;
      -*|=) continue ;;
    esac
    [[ -n $operand ]] && continue
    case $command/\${COMP_WORDS[index]} in
${pathCases(completed)}
      *) operand=\${COMP_WORDS[index]} ;;
    esac
  done`

const flagWords = ({options}: CompletedCommand): string =>
  quoted(options.flatMap(({flags}) => flags).join(' '))

function operandsCase(
  name: string,
  {path, operands}: CompletedCommand,
  completed: Completed,
): string {
  const inner = commandsAfter(completed, path).map((each) => each.name)
  const words = `[[ -n $operand ]] || ${name}_words -W ${quoted(inner.join(' '))}; `
  return `    ${quoted(path)}) ${inner.length > 0 ? words : ''}${listing(name, operands)} ;;`
}

function listing(name: string, values: Values | undefined): string {
  if (values === undefined || values === 'anything') return ':'
  // Marks folders, and quotes names with spaces; an old bash does without.
  const asFiles = 'compopt -o filenames 2>/dev/null'
  if (values === 'files') return `${asFiles}; ${name}_words -f`
  if (values === 'folders') return `${asFiles}; ${name}_words -d`
  return `${name}_words -W ${quoted(values.join(' '))}`
}
