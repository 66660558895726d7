import type { LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import type { Recorded, Someone } from './case.ts'

/** What was known of somebody at the end of a day (null: all of it), without their leave. */
export const knownOf = (someone: Someone, on: LocalDate | null): Facts => ({
  person: someone.person,
  calendars: someone.calendars,
  employment: latest(someone.employment, on, ({ from }) => from),
  places: latest(someone.places, on, ({ from }) => from).map(({ approver: _, ...stay }) => stay),
  schedules: latest(someone.schedules, on, ({ from }) => from),
  policies: latest(someone.policies, on, ({ from, policy }) => `${policy.leaveType} ${from}`),
  leaves: [],
  credits: knownOn(someone.credits, on),
  payOuts: knownOn(someone.payOuts, on),
  worked: knownOn(someone.worked, on),
  closedYears: knownOn(someone.closedYears, on),
})

export const knownOn = <T>(all: readonly Recorded<T>[], on: LocalDate | null): readonly T[] =>
  all.filter(({ recordedOn }) => isKnown(recordedOn, on)).map(({ it }) => it)

export const isKnown = (recordedOn: LocalDate | null, on: LocalDate | null): boolean =>
  on === null || recordedOn === null || recordedOn <= on

/** Of what was said twice of the same thing, what was said later. */
export const latest = <T>(
  all: readonly Recorded<T>[],
  on: LocalDate | null,
  keyOf: (it: T) => string,
): readonly T[] => {
  const byKey = new Map<string, Recorded<T>>()
  for (const one of all) {
    if (!isKnown(one.recordedOn, on)) continue
    const before = byKey.get(keyOf(one.it))
    if (!before || (before.recordedOn ?? '') <= (one.recordedOn ?? '')) byKey.set(keyOf(one.it), one)
  }
  return [...byKey.values()].map(({ it }) => it)
}
