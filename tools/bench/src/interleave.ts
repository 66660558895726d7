/** Something measured: runs once and says what came out, in the unit of its part. */
export type Rival = () => Promise<number>

/**
 * Measures rivals in turns, A B A B, and gives each one's median. A machine that is slow for a while is slow for all of
 * them, and a single bad round counts for nothing. The first round warms up and is not counted.
 */
export const interleave = async <Name extends string>(
  rivals: Readonly<Record<Name, Rival>>,
  rounds: number,
): Promise<Readonly<Record<Name, number>>> => {
  const names = Object.keys(rivals) as Name[]
  const seen = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const figure = await rivals[name]()
      if (round > 0) seen.get(name)?.push(figure)
    }
  return Object.fromEntries([...seen].map(([name, figures]) => [name, median(figures)])) as Record<Name, number>
}

export const median = (figures: readonly number[]): number => {
  const sorted = figures.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  const [low, high] = [sorted[half - 1] ?? 0, sorted[half] ?? 0]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}
