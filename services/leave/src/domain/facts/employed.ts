import type { LocalDate } from '@awayday/kernel'

/** Time of employment, both days included; null: no end is known. */
type Period = { readonly from: LocalDate; readonly until: LocalDate | null }

/** The period of employment that a day lies in. */
export const periodOn = <P extends Period>(periods: readonly P[], day: LocalDate): P | undefined =>
  periods.find(({ from, until }) => from <= day && (until === null || day <= until))

export const isEmployed = (periods: readonly Period[], day: LocalDate): boolean => periodOn(periods, day) !== undefined
