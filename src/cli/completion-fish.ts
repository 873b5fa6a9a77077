import {
  type Completed,
  type CompletedCommand,
  type CompletedOption,
  commandsAfter,
  flagsWithValues,
  functionName,
  type Values,
} from './completed.ts'

/** Conditions and candidates: a line for each option and each command. */
export function fishScript(completed: Completed): string {
  const {name, root, commands} = completed
  const walk = `__${functionName(completed)}_command`
  const lines = [
    ...root.options.map((option) => optionLine(option)),
    ...[root, ...commands].flatMap((each) => commandLines(each, walk, completed)),
  ]
  return `${commandWalk(completed, walk)}
complete -c ${name} -e
${lines.map((line) => `complete -c ${name} ${line}`).join('\n')}
`
}

/** Prints the words that lead to the command, and a slash where a word came after them that leads to none. */
const commandWalk = (completed: Completed, walk: string): string => `function ${walk}
    set -l words (commandline -opc)
    set -l path ''
    set -l isValue no
    for word in $words[2..-1]
        if test $isValue = yes
            set isValue no
            continue
        end
        switch $word
            case ${flagsWithValues(completed).join(' ')}
                set isValue yes
                continue
            case '-*'
                continue
        end
        switch "$path/$word"
${completed.commands
  .map(
    ({path, name, above}) =>
      `            case ${quoted(`${above}/${name}`)}\n                set path ${quoted(path)}`,
  )
  .join('\n')}
            case '*'
                echo "$path/"
                return
        end
    end
    echo $path
end
`

function commandLines(
  {path, options, operands}: CompletedCommand,
  walk: string,
  completed: Completed,
): readonly string[] {
  const isHere = `-n ${quoted(`contains -- (${walk}) "${path}" "${path}/"`)}`
  const isNext = `-n ${quoted(`test (${walk}) = "${path}"`)}`
  const inner = commandsAfter(completed, path).map(
    ({name, description}) => `${isNext} -a ${name} -d ${quoted(description)}`,
  )
  const own = path === '' ? [] : options.map((option) => `${isHere} ${optionLine(option)}`)
  return [
    ...own,
    ...inner,
    `${isHere} ${operands === 'files' ? '-F' : `-f${candidates(operands)}`}`,
  ]
}

function optionLine({flags, description, values}: CompletedOption): string {
  const named = flags.map((flag) =>
    flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  )
  const about = description === '' ? [] : [`-d ${quoted(description)}`]
  return [...named, ...valuePart(values), ...about].join(' ')
}

function valuePart(values: Values | undefined): readonly string[] {
  if (values === undefined) return []
  return [values === 'files' ? '-r -F' : `-x${candidates(values)}`]
}

function candidates(values: Values | undefined): string {
  if (values === 'folders') return " -a '(__fish_complete_directories)'"
  return typeof values === 'object' ? ` -a ${quoted(values.join(' '))}` : ''
}

/** In single quotes, as fish reads them. */
const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, '\\$&')}'`
