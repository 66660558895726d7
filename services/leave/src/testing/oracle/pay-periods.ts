import type { Frequency } from '#domain/policy/plan.ts'
import { type DayNo, ymd } from './almanac.ts'
import { gridPeriod } from './grid.ts'
import { frequencyOn, type PersonDay, type PersonDays, stageOf } from './person-days.ts'

/** A period that is paid by a plan, whole or cut (rules 7 and 8). */
export type PayPeriod = {
  readonly first: DayNo
  readonly last: DayNo
  /** Where the grid would have it begin and end. */
  readonly gridFirst: DayNo
  readonly gridLast: DayNo
  readonly frequency: Frequency
}

/** All periods that begin by `until`, from joining on. */
export const payPeriods = (person: PersonDays, until: DayNo): PayPeriod[] => {
  const periods: PayPeriod[] = []
  // what applied before joining never did
  let next = person.joining ?? until + 1
  while (next <= until) {
    let day = next
    while (day <= until && !person.on(day).plan) day += 1
    if (day > until) break
    const { entitlement } = person.on(day)
    const frequency = frequencyOn(person.on(day))
    if (!entitlement || !frequency) break
    const grid = gridPeriod(person, frequency, entitlement.leaveYear, day)
    // a plan that follows a policy without one begins there; before the first policy the grid goes on
    const follows = day > (person.joining ?? day) && person.on(day - 1).applied
    const first = follows ? day : grid.first
    const last = endOf(person, day, grid.last)
    periods.push({ first, last, gridFirst: grid.first, gridLast: grid.last, frequency })
    next = last + 1
  }
  return periods
}

/** The day before the frequency changes, if that cuts the period. */
const endOf = (person: PersonDays, from: DayNo, gridLast: DayNo): DayNo => {
  let before = person.on(from)
  for (let day = from + 1; day <= gridLast; day++) {
    const today = person.on(day)
    if (!today.plan) return day - 1
    if (today.applied === before.applied && today.stage === before.stage) continue
    // had the old policy gone on, it might have changed its frequency on this day itself
    const goingOn = before.applied && before.plan ? stageOf(before.plan, before.applied, person.joining, day) : -1
    const old = { ...before, stage: goingOn }
    if (today.applied && today.plan.cutPeriod === 'split') {
      const yesterday = stageOf(today.plan, today.applied, person.joining, day - 1)
      if (yesterday >= 0 && yesterday < today.stage) return day - 1
    }
    const changes = today.plan.cutPeriod === 'old' ? old : before
    if (keyOf(person, today) !== keyOf(person, old) || keyOf(person, today) !== keyOf(person, changes)) return day - 1
    before = today
  }
  return gridLast
}

/** The frequency, and the date on which its leave years start. */
const keyOf = ({ joining }: PersonDays, day: PersonDay): string => {
  const setting = day.entitlement?.leaveYear
  const joined = joining === undefined ? undefined : ymd(joining)
  return JSON.stringify([
    frequencyOn(day),
    setting === 'anniversary' && joined ? { month: joined.m, day: joined.d } : setting,
  ])
}
