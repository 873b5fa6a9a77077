import {
  type Completed,
  type CompletedOption,
  functionName,
  optionsWithValues,
  type Values,
} from './completed.ts'

/** Conditions and candidates, one line for each option and command. */
export function fishScript(completed: Completed): string {
  const name = functionName(completed)
  const lines = completed.commands.flatMap(({path, options, operands}) => {
    const here = condition(name, path)
    return [
      // What the program itself knows is known to all its commands.
      ...options.map((option) =>
        optionLine(completed.name, path.length === 0 ? '' : `${here} `, option),
      ),
      ...innerLines(completed, path, here),
      operandLine(completed.name, here, operands),
    ]
  })
  return `${[...commandOf(completed, name), '', `complete -c ${completed.name} -e`, ...lines].join('\n')}\n`
}

/** Prints the words that lead to the command; a word that leads to none ends them. */
const commandOf = (completed: Completed, name: string): readonly string[] => [
  `function __${name}_command`,
  '    set -l words (commandline -opc)',
  '    set -l path',
  '    set -l isValue 0',
  '    for word in $words[2..-1]',
  '        if test $isValue = 1',
  '            set isValue 0',
  '            continue',
  '        end',
  '        switch $word',
  `            case ${[...new Set(optionsWithValues(completed).flatMap(({flags}) => flags))].join(' ')}`,
  '                set isValue 1',
  "            case '-*'",
  '                continue',
  "            case '*'",
  '                switch "$path/$word"',
  ...completed.commands
    .filter(({path}) => path.length > 0)
    .flatMap(({path}) => [
      `                    case ${quoted(`${path.slice(0, -1).join(' ')}/${path.at(-1)}`)}`,
      '                        set -a path $word',
    ]),
  "                    case '*'",
  '                        echo "$path/"',
  '                        return',
  '                end',
  '        end',
  '    end',
  '    echo "$path"',
  'end',
]

/** A slash behind it says that a word that is none of its commands came after. */
const condition = (name: string, path: readonly string[]): string =>
  `-n 'string match -qr "^${path.join(' ')}/?$" -- (__${name}_command)'`

const innerLines = (
  {name, commands}: Completed,
  above: readonly string[],
  here: string,
): readonly string[] =>
  commands
    .filter(
      ({path}) =>
        path.length === above.length + 1 && above.every((word, index) => word === path[index]),
    )
    .map(
      ({path, description}) =>
        `complete -c ${name} ${here.replace('/?$', '$')} -a ${quoted(path.at(-1) ?? '')} -d ${quoted(description)}`,
    )

function operandLine(name: string, here: string, operands: Values | undefined): string {
  if (operands === 'files') return `complete -c ${name} ${here} -F`
  return `complete -c ${name} ${here} -f${candidates(operands)}`
}

function optionLine(name: string, here: string, {flags, description, values}: CompletedOption) {
  const named = flags.map((flag) =>
    flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  )
  const about = description === '' ? '' : ` -d ${quoted(description)}`
  return `complete -c ${name} ${here}${named.join(' ')}${valuePart(values)}${about}`
}

function valuePart(values: Values | undefined): string {
  if (values === undefined) return ''
  return values === 'files' ? ' -r -F' : ` -x${candidates(values)}`
}

function candidates(values: Values | undefined): string {
  if (values === 'folders') return " -a '(__fish_complete_directories)'"
  return typeof values === 'object' ? ` -a ${quoted(values.join(' '))}` : ''
}

/** In single quotes, as fish reads them. */
const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, '\\$&')}'`
