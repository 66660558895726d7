import type { LocalDate } from '@awayday/kernel'

/** Of what holds from a day on, each until the next: what holds on `day`. `list` is by `from`. */
export const inForce = <T extends { readonly from: LocalDate }>(list: readonly T[], day: LocalDate): T | undefined =>
  list.findLast(({ from }) => from <= day)
