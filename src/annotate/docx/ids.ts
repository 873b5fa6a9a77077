import {attributeOf, type XmlElement} from '../../readers/package/xml.ts'

/** The greatest number that Word takes for an id. */
const greatest = 2_147_483_646

/** `w:id` as a number; undefined where it is none. */
export function readId(element: XmlElement): number | undefined {
  const value = attributeOf(element, 'w:id')
  return value !== undefined && /^-?\d{1,10}$/.test(value) ? Number(value) : undefined
}

/** Numbers above all that are used; where there is no room above, those that are free from 0 on. */
export function freeIds(used: ReadonlySet<number>, wanted: number): () => number {
  let highest = -1
  for (const id of used) highest = Math.max(highest, id)
  let next = highest + wanted > greatest ? 0 : highest + 1
  return () => {
    while (used.has(next)) next++
    return next++
  }
}
