import type { LocalDate } from '@awayday/kernel'

/** Of what holds from a day on, each until the next: what holds on `day`. `list` is by `from`. */
export const inForce = <T extends { readonly from: LocalDate }>(list: readonly T[], day: LocalDate): T | undefined =>
  list.findLast(({ from }) => from <= day)

/** The same, where the first also holds before. */
export const inForceOrFirst = <T extends { readonly from: LocalDate }>(
  list: readonly T[],
  day: LocalDate,
): T | undefined => inForce(list, day) ?? list[0]

/** What holds on `day` or later, oldest first; the first one also holds before. */
export const inForceFrom = <T extends { readonly from: LocalDate }>(list: readonly T[], day: LocalDate): readonly T[] =>
  list.filter((_, n) => {
    const next = list[n + 1]
    return !next || day < next.from
  })
