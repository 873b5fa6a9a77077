/** What was worked out for texts. What nobody asked for between two turns is soon forgotten, so that it grows with the present text only. */
export interface Generations<Value> {
  readonly get: (key: string) => Value | undefined
  readonly set: (key: string, value: Value) => void
  readonly turn: () => void
  readonly clear: () => void
}

interface Kept<Value> {
  readonly value: Value
  /** The turn in which somebody last asked for it. */
  asked: number
}

/** So many more than are asked for may be kept: sweeping each time would cost as much as asking. */
const spare = 200

export function generations<Value>(): Generations<Value> {
  const all = new Map<string, Kept<Value>>()
  let now = 0
  let used = 0
  return {
    get: (key) => {
      const kept = all.get(key)
      if (!kept) return undefined
      if (kept.asked !== now) used++
      kept.asked = now
      return kept.value
    },
    set: (key, value) => {
      if (all.get(key)?.asked !== now) used++
      all.set(key, {value, asked: now})
    },
    turn: () => {
      const isTooMuch = all.size > used * 1.05 + spare
      if (isTooMuch) for (const [key, {asked}] of all) if (asked !== now) all.delete(key)
      now++
      used = 0
    },
    clear: () => {
      all.clear()
      used = 0
    },
  }
}

/** A copy that does not keep the whole text alive from which it was cut. */
export const apart = (text: string): string => ` ${text}`.slice(1)
