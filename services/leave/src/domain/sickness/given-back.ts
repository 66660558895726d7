import { addDays, compare, type LocalDate } from '@awayday/kernel'
import { chargesFor } from '../facts/charges-for.ts'
import type { Facts, Leave } from '../facts/facts.ts'
import type { OverLeave } from '../leave-type/leave-type.ts'
import type { AbsentDay, Dates } from '../time/absence.ts'
import type { Charge } from '../time/charged.ts'
import { partsOf } from '../time/parts-of.ts'
import { noonOn } from '../time/work-on.ts'
import { less, within } from './within.ts'

/** Sickness, and the days that its certificate covers, both included; null: there is none. */
export type Sick = {
  readonly dates: Dates
  readonly certificate: { readonly first: LocalDate; readonly last: LocalDate } | null
}

/** What comes back of one charge. */
export type GivenBack = Charge & { readonly leave: string }

/**
 * What comes back of the leave that somebody was sick in, by day: for a half, a half. What waits gives back as well: approved later, it takes
 * nothing for those days. `leaves`: of other types than sickness; those that are over, or not of a type that comes back, stay out. A free day charged between two days comes back with its whole day.
 */
export const givenBack = (
  leaves: readonly Leave[],
  sick: Sick,
  overLeave: OverLeave,
  facts: Facts,
): readonly GivenBack[] => {
  if (overLeave.kind === 'refused') return []
  const days = countingDays(sick, overLeave)
  return leaves
    .filter(({ status }) => status !== 'over')
    .filter(({ leaveType }) => overLeave.leaveTypes === null || overLeave.leaveTypes.includes(leaveType))
    .flatMap((leave) => leave.charges.flatMap((charge) => backOf(leave, charge, days, facts)))
    .toSorted((a, b) => compare(a.day, b.day))
}

/** What the rest of a leave costs. */
export const chargesLeft = (leave: Leave, given: readonly GivenBack[], facts: Facts): readonly Charge[] =>
  leave.charges.flatMap((charge) => {
    const back = given.filter((one) => one.leave === leave.id && one.day === charge.day && isOf(one, charge, facts))
    const n = back.reduce((left, one) => left - one.n, charge.n)
    const part = back.reduce((left, one) => less(left, one.part, noonOn(facts, charge.day)), charge.part)
    return n > 0 ? [{ ...charge, part, n }] : []
  })

/** The parts of days of the sickness for which leave comes back. */
const countingDays = (
  { dates, certificate }: Sick,
  over: Extract<OverLeave, { kind: 'givesBack' }>,
): readonly AbsentDay[] => {
  const named = partsOf(dates)
  const first = named[0]
  if (!first || (over.certificate === 'needed' && certificate === null)) return []
  const from = addDays(first.day, over.fromDay - 1)
  const covers = (day: LocalDate) =>
    over.certificate === 'notNeeded' || (certificate !== null && certificate.first <= day && day <= certificate.last)
  return named
    .filter(({ day }) => from <= day && covers(day))
    .flatMap(({ day, parts }) => parts.map((part) => ({ day, part })))
}

const backOf = (leave: Leave, charge: Charge, days: readonly AbsentDay[], facts: Facts): readonly GivenBack[] => {
  let left = charge.n
  return days
    .filter(({ day }) => day === charge.day)
    .flatMap(({ day, part: sick }) => {
      const part = within(charge.part, sick, noonOn(facts, day))
      const n = part === undefined ? 0 : Math.min(left, shareOf(leave, charge, { day, part }, facts))
      left -= n
      return part !== undefined && n > 0 ? [{ leave: leave.id, day, part, unit: charge.unit, n }] : []
    })
}

/** A part of a day costs its share of what the charge costs, as days are counted now: that may not be how they were counted then. */
const shareOf = (leave: Leave, charge: Charge, asked: AbsentDay, facts: Facts): number => {
  if (asked.part === charge.part) return charge.n
  const cost = ({ day, part }: AbsentDay): number =>
    chargesFor(facts, leave.leaveType, { kind: 'days', days: [{ day, part }] }).reduce((sum, { n }) => sum + n, 0)
  const [of, all] = [cost(asked), cost(charge)]
  return all > 0 ? Math.floor((charge.n * of) / all) : 0
}

const isOf = (one: GivenBack, charge: Charge, facts: Facts): boolean =>
  within(charge.part, one.part, noonOn(facts, charge.day)) !== undefined || charge.part === one.part
