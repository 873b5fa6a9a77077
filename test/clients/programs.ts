import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'

const paths = {
  soffice: '/usr/bin/soffice',
  pandoc: '/usr/bin/pandoc',
  xmllint: '/usr/bin/xmllint',
  chromium: '/usr/bin/chromium',
  bash: '/bin/bash',
  zsh: '/usr/bin/zsh',
  fish: '/usr/bin/fish',
  pdftotext: '/usr/bin/pdftotext',
  preCommit: '/usr/bin/pre-commit',
  shellcheck: '/usr/bin/shellcheck',
  neovim: '/usr/bin/nvim',
  emacs: '/usr/bin/emacs',
  // Not one of pyenv: only Debian's has the bridge to LibreOffice.
  python: '/usr/bin/python3',
} as const

/** Where a program is. A test without it fails: what was not tried is not known to work. */
export function program(name: keyof typeof paths): string {
  const path = paths[name]
  if (!existsSync(path)) throw new Error(`${path} is missing: run scripts/install-clients.sh`)
  return path
}

/** Standard output of a program that has to end well, in at most `seconds`. */
export function runProgram(
  name: keyof typeof paths,
  args: readonly string[],
  {
    input,
    folder,
    seconds = 60,
    environment = {},
  }: {
    readonly input?: string
    readonly folder?: string
    readonly seconds?: number
    /** Beside that of the tests. */
    readonly environment?: Readonly<Record<string, string>>
  } = {},
): string {
  return execFileSync(program(name), args, {
    encoding: 'utf8',
    timeout: seconds * 1000,
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {...process.env, ...environment},
    ...(input === undefined ? {} : {input}),
    ...(folder === undefined ? {} : {cwd: folder}),
  })
}

/** Converts files by LibreOffice in one go, with a profile of its own, into a folder. */
export function convertByOffice(
  files: readonly string[],
  to: string,
  folder: string,
  profile: string,
): void {
  const {status, stderr} = spawnSync(
    program('soffice'),
    [
      '--headless',
      `-env:UserInstallation=file://${profile}`,
      '--convert-to',
      to,
      '--outdir',
      folder,
      ...files,
    ],
    {encoding: 'utf8', timeout: 240_000},
  )
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`)
}
