import type {AcceptedWording} from '../core/types.ts'
import {fileBeside} from './beside.ts'
import {readYamlFile} from './input.ts'
import type {CommandIo} from './io.ts'
import type {Target} from './targets.ts'

/** What `report.accepted.yml` accepts. @throws {UserError} when it cannot be used */
export async function acceptedBeside(
  target: Target,
  io: CommandIo,
): Promise<readonly AcceptedWording[]> {
  const file = await fileBeside(target, 'accepted', io)
  if (file === undefined) return []
  const {parseAccepted} = await import('../core/accepted-file.ts')
  return parseAccepted(await readYamlFile(file, io), file.name)
}
