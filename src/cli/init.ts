import {existsSync} from 'node:fs'
import {lstat} from 'node:fs/promises'
import {dirname, join, relative, resolve, sep} from 'node:path'
import {createInterface} from 'node:readline'
import {Readable} from 'node:stream'
import {findConfig} from '../config/load.ts'
import {en} from '../core/catalogue/en.ts'
import {checkProfile, emptyContext} from '../core/context.ts'
import {ConfigError} from '../core/errors.ts'
import {rulebook} from '../core/rules.generated.ts'
import {printable} from '../reporters/printable.ts'
import {type FirstSettings, firstConfig} from './first-config.ts'
import type {CommandIo} from './io.ts'
import {writeWhole} from './output.ts'
import type {Flags} from './program.ts'
import type {InitFlags} from './program-settling.ts'
import {version} from './version.ts'

const {problems, remedies, init: said} = en.settling

const configFile = 'safe-together-lint.config.yml'

/**
 * Writes a first configuration into the folder in which the command runs, whole or not at all.
 * @throws {UserError} where there is one already, or an answer cannot be used
 */
export async function writeConfig(
  {yes = false, force = false}: InitFlags,
  {profile}: Flags,
  io: CommandIo,
): Promise<void> {
  const above = await refuseExisting(force, io.cwd)
  const usual: FirstSettings = {
    profile: checkProfile(profile ?? emptyContext.profile, '--profile'),
    templates: existsSync(join(io.cwd, 'templates')) ? 'templates' : undefined,
  }
  const isAsked = !yes && io.stdin.isTTY === true && io.stderr.isTTY === true
  const settings = isAsked ? await ask(usual, profile !== undefined, io) : usual
  const text = firstConfig(settings, Object.keys(rulebook.profiles), schemaFrom(io.cwd))
  await writeWhole(new TextEncoder().encode(text), {name: configFile, force: true}, io)
  io.stdout.write(`${said.written(configFile)}\n`)
  if (above) io.stdout.write(`${printable(said.inPlaceOf(above))}\n`)
}

/** Gives the name of the configuration in a folder above, which the new one stands in place of. */
async function refuseExisting(force: boolean, cwd: string): Promise<string | undefined> {
  const own = await lstat(join(cwd, configFile)).catch(() => undefined)
  if (own && !(force && own.isFile()))
    throw new ConfigError(configFile, problems.exists, remedies.change)
  // A broken configuration above is not what this command is about.
  const layer = (await findConfig(own ? dirname(cwd) : cwd, cwd).catch(() => [])).at(-1)
  if (layer && resolve(layer.folder) === resolve(cwd))
    throw new ConfigError(layer.name, problems.exists, remedies.takeAway)
  return layer?.name
}

/** Two questions at most. An empty answer, and the end of the input, is the usual. */
async function ask(usual: FirstSettings, isProfileGiven: boolean, io: CommandIo) {
  const input = io.stdin instanceof Readable ? io.stdin : Readable.from(io.stdin)
  const lines = createInterface({input, terminal: false})
  const answers = lines[Symbol.asyncIterator]()
  const answer = async (question: string) => {
    io.stderr.write(question)
    const {value, done} = await answers.next()
    return done === true || typeof value !== 'string' ? '' : value.trim()
  }
  try {
    const names = Object.keys(rulebook.profiles).join(', ')
    const profile = isProfileGiven ? '' : await answer(said.whichProfile(names, usual.profile))
    // Before the next question: nobody wants to answer that for nothing.
    if (profile !== '') checkProfile(profile, 'profile')
    const templates = await answer(said.whichTemplates(usual.templates ?? said.noTemplates))
    return {
      profile: profile || usual.profile,
      templates: templates === said.noTemplates ? undefined : templates || usual.templates,
    }
  } finally {
    lines.close()
  }
}

const schemaFile = 'schema/safe-together-lint.config.schema.json'

/** The schema where the package is installed for this folder, or else where it is published. */
function schemaFrom(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules/safe-together-lint', schemaFile)
    if (existsSync(path)) return relative(cwd, path).split(sep).join('/')
    if (dirname(folder) === folder) break
  }
  return `https://unpkg.com/safe-together-lint@${version}/${schemaFile}`
}
