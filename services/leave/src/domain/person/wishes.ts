import { err, type LocalDate, ok, type Result } from '@awayday/kernel'
import { differenceOf } from '../approval/difference.ts'
import type { Wish as ApprovalWish } from '../approval/wish.ts'
import { acceptedBefore } from '../facts/accepted-before.ts'
import { chargesFor } from '../facts/charges-for.ts'
import type { Facts } from '../facts/facts.ts'
import { overlapIsRuled } from '../rules/check.ts'
import type { Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import { notDates } from '../time/not-dates.ts'
import { clashing } from '../time/overlap.ts'
import { partsOf } from '../time/parts-of.ts'
import { noonOn } from '../time/work-on.ts'
import type { Context } from './context.ts'
import { notEmployedOn } from './employment.ts'
import type { Asking } from './events.ts'
import { tooFarAhead } from './horizon.ts'
import { rangeOf } from './range-of.ts'
import type { NotRequestable } from './rejections.ts'
import { type Asked, type State, stands } from './state.ts'

/** Days of a type that somebody wishes to be away. */
export type Wish = { readonly request: string; readonly leaveType: string; readonly dates: Dates }

/** What a wish costs, or why nobody can be away then: each check may rely on those before it. `on`: the day of asking. */
export const costOfWish = (
  { request, leaveType, dates, on: today }: Wish & { readonly on: LocalDate },
  state: State,
  facts: Facts,
  { company }: Context,
): Result<readonly Charge[], NotRequestable> => {
  if (!company.leaveTypes.some(({ id }) => id === leaveType)) return err({ type: 'UnknownLeaveType', leaveType })
  const malformed = notDates(dates)
  if (malformed) return err(malformed)
  const { first, last } = rangeOf(dates)
  const far = tooFarAhead(today, last)
  if (far) return err(far)
  const on = notEmployedWithin(dates, state)
  if (on) return err({ type: 'NotEmployed', on })
  const charges = chargesFor(facts, leaveType, dates, acceptedBefore(facts.leaves, request))
  return charges.length > 0 ? ok(charges) : err({ type: 'NoWorkingDay', first, last })
}

/** The first of the days named on which they are not employed. */
export const notEmployedWithin = (dates: Dates, { employment }: State): LocalDate | undefined =>
  partsOf(dates)
    .map(({ day }) => notEmployedOn(employment, day, day))
    .find((day) => day !== undefined)

/**
 * All slots named count, worked or not, of everything that is pending or accepted, and of what accepted leave is to become. Where a rule of
 * the company is about the pair, that decides instead (`check`).
 */
export const overlapping = (
  { request, dates }: Wish,
  state: State,
  facts: Facts,
  counts: (other: Asked) => boolean = () => true,
): NotRequestable | undefined => {
  const [other] = clashing(
    state.requests.filter((one) => stands(one) && one.request !== request && counts(one)).flatMap(slotsOf),
    dates,
    (day) => noonOn(facts, day),
  )
  return other && { type: 'Overlaps', request: other.request, ...rangeOf(other.dates) }
}

/** The rest of what a change names is named by the leave itself. */
const slotsOf = ({ request, dates, proposal }: Asked) => {
  const added = proposal ? differenceOf(dates, proposal.dates).added : []
  const leave = { request, dates }
  return added.length > 0 ? [leave, { request, dates: { kind: 'days', days: added } as const }] : [leave]
}

/** Leave about which no rule of the company says how far a wish may overlap it. */
export const unruled = (wish: Wish, facts: Facts, { company, rules }: Context): ((other: Asked) => boolean) => {
  const isRuled = overlapIsRuled(wish, facts, company, rules)
  return ({ leaveType }) => !isRuled(leaveType)
}

/** A request as those see it who decide about it. */
export const wishOf = (
  { request, leaveType, dates, charges, cover }: Omit<Asking, 'by' | 'on' | 'note'>,
  { owner }: State,
  warned = false,
): ApprovalWish => ({ request, person: owner, leaveType, dates, charges, cover, warned })
