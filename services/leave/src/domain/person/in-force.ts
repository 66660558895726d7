import { compare, type LocalDate } from '@awayday/kernel'

type FromADay = { readonly from: LocalDate }

/** What holds by day, each until the next, once `next` does: in place of what was said for the same day. */
export const applied = <T extends FromADay>(all: readonly T[], next: T): readonly T[] =>
  [...all.filter(({ from }) => from !== next.from), next].sort(byFrom)

export const byFrom = (a: FromADay, b: FromADay): number => compare(a.from, b.from)
