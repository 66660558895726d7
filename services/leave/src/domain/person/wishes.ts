import { err, type LocalDate, ok, type Result } from '@awayday/kernel'
import type { Wish as ApprovalWish } from '../approval/wish.ts'
import { chargesFor } from '../facts/charges-for.ts'
import type { Facts } from '../facts/facts.ts'
import type { Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import { notDates } from '../time/not-dates.ts'
import { clashOf } from '../time/overlap.ts'
import { partsOf } from '../time/parts-of.ts'
import { noonOn } from '../time/work-on.ts'
import type { Context } from './context.ts'
import { notEmployedOn } from './employment.ts'
import type { Asking } from './events.ts'
import { rangeOf } from './range-of.ts'
import type { NotRequestable } from './rejections.ts'
import { type Asked, isAccepted, type State, stands } from './state.ts'

/** Days of a type that somebody wishes to be away. */
export type Wish = { readonly request: string; readonly leaveType: string; readonly dates: Dates }

/** What a wish costs, or why nobody can be away then: each check may rely on those before it. */
export const costOfWish = (
  { request, leaveType, dates }: Wish,
  state: State,
  facts: Facts,
  { company }: Context,
): Result<readonly Charge[], NotRequestable> => {
  if (!company.leaveTypes.some(({ id }) => id === leaveType)) return err({ type: 'UnknownLeaveType', leaveType })
  const malformed = notDates(dates)
  if (malformed) return err(malformed)
  const { first, last } = rangeOf(dates)
  const on = notEmployedWithin(dates, state)
  if (on) return err({ type: 'NotEmployed', on })
  const earlier = state.requests.filter(
    (other) => other.leaveType === leaveType && other.request !== request && isAccepted(other),
  )
  const charges = chargesFor(
    facts,
    leaveType,
    dates,
    earlier.map((other) => other.dates),
  )
  return charges.length > 0 ? ok(charges) : err({ type: 'NoWorkingDay', first, last })
}

/** The first of the days named on which they are not employed. */
export const notEmployedWithin = (dates: Dates, { employment }: State): LocalDate | undefined =>
  partsOf(dates)
    .map(({ day }) => notEmployedOn(employment, day, day))
    .find((day) => day !== undefined)

/** All slots named count, worked or not, of everything that is pending or accepted. */
export const overlapping = (
  { request, dates }: Wish,
  state: State,
  facts: Facts,
  counts: (other: Asked) => boolean = () => true,
): NotRequestable | undefined => {
  const others = state.requests.filter((other) => stands(other) && other.request !== request && counts(other))
  const [on] = clashOf(
    others.map((other) => other.dates),
    dates,
    noonOn(facts, rangeOf(dates).first),
  )
  const other = on && others.find((it) => partsOf(it.dates).some(({ day }) => day === on))
  return other && { type: 'Overlaps', request: other.request, ...rangeOf(other.dates) }
}

/** A request as those see it who decide about it. */
export const wishOf = (
  { request, leaveType, dates, charges, cover }: Omit<Asking, 'by' | 'on' | 'note'>,
  { owner }: State,
  warned = false,
): ApprovalWish => ({ request, person: owner, leaveType, dates, charges, cover, warned })
