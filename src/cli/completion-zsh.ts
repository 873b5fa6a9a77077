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

/** A function for zsh; it may be loaded from $fpath, or read by `source` once completion is on. */
export function zshScript(completed: Completed): string {
  const name = `_${functionName(completed)}`
  const {root, commands} = completed
  return `#compdef ${completed.name}

${name}() {
  local current=$words[CURRENT] before=$words[CURRENT-1] command='' operand='' word
  local -a list
  integer index
  if [[ $current == --*=* ]]; then
    before=\${current%%=*}
    compset -P '*='
  fi
${commandWalk(completed)}
  case $before in
${optionsWithValues(completed)
  .map(({flags, values}) => `    ${flags.join('|')}) ${listing(values)}; return ;;`)
  .join('\n')}
  esac
  if [[ $current == -* ]]; then
    list=(${flagList(root)})
    case $command in
${commands
  .filter(({options}) => options.length > 0)
  .map((each) => `      ${quoted(each.path)}) list+=(${flagList(each)}) ;;`)
  .join('\n')}
    esac
    _describe -o option list
    return
  fi
  case $command in
${[root, ...commands].map((each) => operandsCase(each, completed)).join('\n')}
  esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  ${name} "$@"
else
  compdef ${name} ${completed.name}
fi
`
}

/** Sets `command` to the words that lead to it, and `operand` to the first word that leads to none. */
const commandWalk = (
  completed: Completed,
): string => `  for ((index = 2; index < CURRENT; index++)); do
    word=$words[index]
    case $word in
      ${flagsWithValues(completed).join('|')}) ((index++)); continue ;;
      -*) continue ;;
    esac
    [[ -n $operand ]] && continue
    case $command/$word in
${pathCases(completed)}
      *) operand=$word ;;
    esac
  done`

const flagList = ({options}: CompletedCommand): string =>
  options
    .flatMap(({flags, description}) => flags.map((flag) => described(flag, description)))
    .join(' ')

function operandsCase({path, operands}: CompletedCommand, completed: Completed): string {
  const inner = commandsAfter(completed, path)
  const list = inner.map((each) => described(each.name, each.description)).join(' ')
  const words = `[[ -n $operand ]] || { list=(${list}); _describe command list }; `
  return `    ${quoted(path)}) ${inner.length > 0 ? words : ''}${listing(operands)} ;;`
}

/** "word:what it is for", as _describe reads it. */
const described = (word: string, description: string): string =>
  quoted(description === '' ? word : `${word}:${description}`)

function listing(values: Values | undefined): string {
  if (values === undefined || values === 'anything') return ':'
  if (values === 'files') return '_files'
  if (values === 'folders') return '_files -/'
  return `list=(${values.map(quoted).join(' ')}); compadd -a list`
}
