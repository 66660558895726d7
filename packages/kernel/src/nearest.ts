/** The known word that somebody who wrote `word` may have meant: a third of its letters away, or two, of a short word one. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  const ranked = known.map((candidate) => ({
    candidate,
    distance: distance(word.toLowerCase(), candidate.toLowerCase()),
  }))
  const best = ranked.reduce<(typeof ranked)[number] | undefined>(
    (least, next) => (least === undefined || next.distance < least.distance ? next : least),
    undefined,
  )
  return best &&
    best.distance < word.length &&
    best.distance <= Math.max(word.length < 4 ? 1 : 2, Math.floor(word.length / 3))
    ? best.candidate
    : undefined
}

export const didYouMean = (word: string, known: readonly string[]): string => {
  const meant = nearest(word, known)
  return meant === undefined ? '' : `; did you mean "${meant}"?`
}

/** Levenshtein's: letters to insert, remove or replace. Long words are not compared: they would take long. */
const distance = (a: string, b: string): number => {
  if (a.length > 60 || b.length > 60) return Number.MAX_SAFE_INTEGER
  let row = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}
