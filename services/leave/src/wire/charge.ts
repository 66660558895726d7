import type { LocalDate } from '@awayday/kernel'
import type { Asked } from '#domain/person/state.ts'
import type { AbsentDay, Dates } from '#domain/time/absence.ts'
import type { Charge } from '#domain/time/charged.ts'
import { partText } from '#domain/time/part-text.ts'
import { type AmountShown, amountShown } from './amount.ts'

/** `part`: `whole`, `am`, `pm`, `half`, or hours such as `09:00-12:30`. */
export type ChargeShown = {
  readonly day: LocalDate
  readonly part: string
  readonly amount: AmountShown
  readonly sandwiched: boolean
}

export const chargeShown = ({ day, part, unit, n, sandwiched }: Charge): ChargeShown => ({
  day,
  part: partText(part),
  amount: amountShown({ unit, n }),
  sandwiched: sandwiched === true,
})

/** `part` as in `ChargeShown`. */
export type DayShown = { readonly day: LocalDate; readonly part: string }

/** As they were asked for: a range, or days one by one. */
export const datesShown = (dates: Dates) =>
  dates.kind === 'days'
    ? { days: daysShown(dates.days) }
    : {
        first: dates.first,
        firstPart: partText(dates.firstPart),
        last: dates.last,
        lastPart: partText(dates.lastPart),
      }

export const daysShown = (days: readonly AbsentDay[]): readonly DayShown[] =>
  days.map(({ day, part }) => ({ day, part: partText(part) }))

/** What accepted leave is to become, once that is approved. */
export const proposalShown = ({ dates, charges, cover, by, on }: NonNullable<Asked['proposal']>) => ({
  dates: datesShown(dates),
  charges: charges.map(chargeShown),
  ...(cover === null ? {} : { cover }),
  by,
  on,
})
