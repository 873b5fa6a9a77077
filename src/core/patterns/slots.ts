import type {Mention} from '../pipeline/analysis.ts'
import type {SlotRole} from './notation.ts'

/** `unsure`: somebody whose role nobody declared and who may be the one. */
export type Fit = 'yes' | 'no' | 'unsure'

/** Whether a mention can be whom a slot or a `subject` asks for. */
export function fitOf(mention: Mention, role: SlotRole): Fit {
  if (
    mention.person === 'professional' ||
    mention.person === 'author' ||
    mention.person === 'nobody'
  )
    return 'no'
  if (mention.members.length > 0)
    return bestOf(mention.members.map((member) => fitOf(member, role)))
  return mention.role === 'unknown' ? fitOfUnknown(mention, role) : fitOfDeclared(mention, role)
}

const bestOf = (fits: readonly Fit[]): Fit =>
  fits.includes('yes') ? 'yes' : fits.includes('unsure') ? 'unsure' : 'no'

function fitOfDeclared({role: declared}: Mention, role: SlotRole): Fit {
  if (role === 'party') return 'yes'
  if (role === 'adult') return declared === 'perpetrator' || declared === 'survivor' ? 'yes' : 'no'
  return declared === role ? 'yes' : 'no'
}

/** What the words themselves say: a child is no adult, a grandmother is neither of the two parties. */
function fitOfUnknown({person}: Mention, role: SlotRole): Fit {
  if (role === 'party') return 'yes'
  if (person === 'child') return role === 'child' ? 'yes' : 'no'
  if (person === 'relative') return role === 'adult' ? 'unsure' : 'no'
  if (role === 'child') return person === 'adult' ? 'no' : 'unsure'
  return role === 'adult' ? 'yes' : 'unsure'
}
