import {
  type Completed,
  type CompletedCommand,
  functionName,
  optionsWithValues,
  quoted,
  type Values,
} from './completed.ts'

/** A function for zsh; it may be loaded from $fpath, or read by `source` once completion is on. */
export function zshScript(completed: Completed): string {
  const name = functionName(completed)
  return `#compdef ${completed.name}

_${name}() {
  local current=$words[CURRENT] before=$words[CURRENT-1] command= operand= word
  local -a list
  if [[ $current == --*=* ]]; then
    before=\${current%%=*}
    compset -P '*='
  fi
${commandOf(completed).join('\n')}
  case $before in
${optionsWithValues(completed)
  .map(({flags, values}) => `    ${flags.join('|')}) ${listing(values)}; return ;;`)
  .join('\n')}
  esac
  if [[ $current == -* ]]; then
    case $command in
${completed.commands.map((each) => optionsCase(each, completed)).join('\n')}
    esac
    _describe -o option list
    return
  fi
  case $command in
${completed.commands.map((each) => operandsCase(each, completed)).join('\n')}
  esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _${name} "$@"
else
  compdef _${name} ${completed.name}
fi
`
}

const commandOf = (completed: Completed): readonly string[] => [
  '  integer index',
  '  for ((index = 2; index < CURRENT; index++)); do',
  '    word=$words[index]',
  '    case $word in',
  `      ${[...new Set(optionsWithValues(completed).flatMap(({flags}) => flags))].join('|')}) ((index++)); continue ;;`,
  '      -*) continue ;;',
  '    esac',
  '    [[ -n $operand ]] && continue',
  '    case "$command/$word" in',
  ...completed.commands
    .filter(({path}) => path.length > 0)
    .map(
      ({path}) =>
        `      ${quoted(`${path.slice(0, -1).join(' ')}/${path.at(-1)}`)}) command=${quoted(path.join(' '))} ;;`,
    ),
  '      *) operand=$word ;;',
  '    esac',
  '  done',
]

function optionsCase({path, options}: CompletedCommand, {commands}: Completed): string {
  const shared = path.length > 0 ? (commands[0]?.options ?? []) : []
  const list = [...options, ...shared].flatMap(({flags, description}) =>
    flags.map((flag) => described(flag, description)),
  )
  return `      ${quoted(path.join(' '))}) list=(${list.join(' ')}) ;;`
}

function operandsCase({path, operands}: CompletedCommand, {commands}: Completed): string {
  const inner = commands.filter(
    (each) =>
      each.path.length === path.length + 1 &&
      path.every((word, index) => word === each.path[index]),
  )
  const list = inner.map((each) => described(each.path.at(-1) ?? '', each.description))
  const commandsPart =
    list.length > 0
      ? `[[ -n $operand ]] || { list=(${list.join(' ')}); _describe command list }; `
      : ''
  return `    ${quoted(path.join(' '))}) ${commandsPart}${listing(operands)} ;;`
}

/** "word:what it is for", as _describe reads it. */
const described = (word: string, description: string): string =>
  quoted(description === '' ? word : `${word}:${description}`)

function listing(values: Values | undefined): string {
  if (values === undefined || values === 'anything') return '_message value'
  if (values === 'files') return '_files'
  if (values === 'folders') return '_files -/'
  return `list=(${values.map(quoted).join(' ')}); compadd -a list`
}
