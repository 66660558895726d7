import { LAST_DATE, type LocalDate, newYearsEve, yearOf } from '@awayday/kernel'

/** Later than anybody may ask about, or for. */
export type TooFarAhead = { readonly type: 'TooFarAhead'; readonly on: LocalDate; readonly latest: LocalDate }

/** A policy may pay every day, and every day until then is walked. */
const YEARS_AHEAD = 10

/** Leave is asked for, and figures are asked about, up to the end of the tenth year after this one. */
export const tooFarAhead = (today: LocalDate, on: LocalDate): TooFarAhead | undefined => {
  const latest = newYearsEve(Math.min(yearOf(today) + YEARS_AHEAD, yearOf(LAST_DATE)))
  return latest < on ? { type: 'TooFarAhead', on, latest } : undefined
}
