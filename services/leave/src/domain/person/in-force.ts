import type { LocalDate } from '@awayday/kernel'

/** A version of a named document that holds from a day on, until the next. */
export type InForce = { readonly from: LocalDate; readonly version: number }

/**
 * What holds by day once `next` does. It takes the place of what was said for the same day; and a later version of a document
 * takes the place of earlier ones of the same name up to the day on which another one begins.
 */
export const applied = <T extends InForce>(all: readonly T[], next: T, nameOf: (one: T) => string): readonly T[] => {
  const name = nameOf(next)
  const other = all.find((one) => one.from > next.from && nameOf(one) !== name)
  const outdated = (one: T) =>
    nameOf(one) === name && one.from > next.from && one.version < next.version && (!other || one.from < other.from)
  return [...all.filter((one) => one.from !== next.from && !outdated(one)), next].sort(byFrom)
}

export const byFrom = (a: InForce, b: InForce): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

/**
 * From which days on a new version of a document holds for somebody who is under it at times: from `from`, or from where
 * they come under it later. None: they are not under it by then, or know that version already.
 */
export const startsOf = <T extends InForce>(
  all: readonly T[],
  next: InForce,
  isIt: (one: T) => boolean,
): readonly LocalDate[] => {
  const starts: LocalDate[] = []
  for (const [n, one] of all.entries()) {
    const until = all[n + 1]?.from
    if (!isIt(one) || one.version >= next.version || (until !== undefined && until <= next.from)) continue
    const before = all[n - 1]
    const goesOn = before !== undefined && isIt(before) && one.from > next.from
    if (!goesOn) starts.push(one.from > next.from ? one.from : next.from)
  }
  return starts
}
