/** The known word a person most likely meant, or undefined when none is close. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const asked = word.toLowerCase()
  const limit = Math.max(2, Math.floor(asked.length / 3))
  const [best] = known
    .map((candidate) => ({candidate, distance: distanceBetween(asked, candidate.toLowerCase())}))
    .filter(({distance}) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
  return best?.candidate ?? known.find((candidate) => asked.length > 3 && candidate.includes(asked))
}

/** How many letters have to be put in, left out or changed to turn one word into the other. */
function distanceBetween(from: string, to: string): number {
  let row = Array.from({length: to.length + 1}, (_, index) => index)
  for (const [above, letter] of [...from.slice(0, 100)].entries()) {
    const next = [above + 1]
    for (let index = 1; index <= to.length; index++) {
      const change = (row[index - 1] ?? 0) + (letter === to[index - 1] ? 0 : 1)
      next.push(Math.min(change, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
