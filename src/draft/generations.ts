/** What was worked out for texts. What nobody asked for between two turns is forgotten, so that it grows with the present text only. */
export interface Generations<Value> {
  readonly get: (key: string) => Value | undefined
  readonly set: (key: string, value: Value) => void
  readonly turn: () => void
  /** How many are kept since the last turn. */
  readonly size: () => number
}

export function generations<Value>(): Generations<Value> {
  let now = new Map<string, Value>()
  let before: ReadonlyMap<string, Value> = new Map()
  return {
    get: (key) => {
      const known = now.get(key)
      if (known !== undefined) return known
      const older = before.get(key)
      if (older !== undefined) now.set(key, older)
      return older
    },
    set: (key, value) => now.set(key, value),
    turn: () => {
      before = now
      now = new Map()
    },
    size: () => now.size,
  }
}

/** A copy that does not keep the whole text alive from which it was cut. */
export const apart = (text: string): string => ` ${text}`.slice(1)
