import type { LocalDate, Unit } from '@awayday/kernel'
import type { Counting } from '#domain/policy/counting.ts'
import type { AbsentDay, Dates } from '#domain/time/absence.ts'
import type { Charge, Whereabouts } from '#domain/time/charged.ts'
import { type DayNo, dateOf, no } from './almanac.ts'
import { clash, costsBeside } from './beside.ts'
import { costsOn } from './costs.ts'
import { type DayWork, freedOn, halvesOf, plannedWork, scheduleOn, without, workedOn } from './day-work.ts'
import { byDayThenPart, namedDays } from './named-days.ts'

/** What was accepted before a leave. `taken`: what it takes of days. */
export type Accepted = { readonly dates: Dates; readonly sameType: boolean; readonly taken: readonly AbsentDay[] }

/** What a leave costs, day by day, by one way of counting (rules 1 to 5). */
export const oracleCharges = (
  place: Whereabouts,
  dates: Dates,
  counting: Counting,
  unit: Unit,
  accepted: readonly Accepted[] = [],
  employed: (day: DayNo) => boolean = () => true,
): Charge[] => {
  const where = typeof counting.days === 'object' ? workingOn(place, counting.days.weekdays, counting.hours) : place
  const noonOf = (day: DayNo): number => scheduleOn(place, day)?.noon ?? 720
  const free = (one: Dates): AbsentDay[] => namedDays(one).filter(({ day }) => employed(no(day)))
  const own = [...parts(free(dates))].flatMap(([date, named]) => {
    const day = no(date)
    const taken = accepted.map((one) => one.taken.filter((other) => no(other.day) === day))
    const apart = taken.filter((theirs) => theirs.length > 0 && !clash(named, theirs, noonOf(day)))
    return costsBeside(where, named, apart, noonOf(day), counting, unit)
  })
  const ownDays = new Set(own.map(({ day }) => no(day)))
  const otherDays = new Set(
    counting.sandwich === 'adjoining'
      ? accepted.flatMap((one) =>
          one.sameType
            ? [...parts(free(one.dates)).values()]
                .flatMap((named) => costsOn(where, named, counting, unit))
                .map(({ day }) => no(day))
                .filter((day) => !isLeftOut(one.dates, counting, day))
            : [],
        )
      : [],
  )
  const sandwiched = counting.sandwich === 'off' ? [] : between(where, counting, unit, ownDays, otherDays, employed)
  return [...own, ...sandwiched].filter(({ day }) => !isLeftOut(dates, counting, no(day))).sort(byDayThenPart)
}

const parts = (days: readonly AbsentDay[]): Map<LocalDate, AbsentDay[]> => {
  const byDay = new Map<LocalDate, AbsentDay[]>()
  for (const named of days) byDay.set(named.day, [...(byDay.get(named.day) ?? []), named])
  return byDay
}

/** Free days that nothing but free days separate from a charged day on either side, one of them at least of this request. */
const between = (
  where: Whereabouts,
  counting: Counting,
  unit: Unit,
  own: ReadonlySet<DayNo>,
  others: ReadonlySet<DayNo>,
  employed: (day: DayNo) => boolean,
): Charge[] => {
  const all = [...own, ...others].sort((a, b) => a - b)
  const charges: Charge[] = []
  for (const [i, before] of all.entries()) {
    const after = all[i + 1]
    if (after === undefined || !(own.has(before) || own.has(after))) continue
    const gap: DayNo[] = []
    for (let day = before + 1; day < after; day++) gap.push(day)
    if (!gap.every(employed)) continue
    if (!gap.every((day) => halvesOf(workedOn(where, day, counting.holidays)) === 0)) continue
    for (const day of gap) {
      const planned = plannedWork(scheduleOn(where, day), day)
      const isDayOff = halvesOf(planned) === 0
      if (counting.sandwiched === (isDayOff ? 'holidays' : 'daysOff')) continue
      if (!isDayOff && halvesOf(workedOn(where, day, 'charged')) === 0) continue // freed by closings
      if (halvesOf(without(WHOLE, freedOn(where, day, 'closings'))) === 0) continue // wholly covered by closings
      const n = unit === 'day' ? 10_000 : planned.minutes
      if (n > 0) charges.push({ day: dateOf(day), part: 'whole', unit, n, sandwiched: true })
    }
  }
  return charges
}

export const isLeftOut = (dates: Dates, { ends }: Counting, day: DayNo): boolean =>
  dates.kind === 'range' &&
  ((day === no(dates.first) && (ends === 'withoutFirst' || ends === 'neither')) ||
    (day === no(dates.last) && (ends === 'withoutLast' || ends === 'neither')))

const WHOLE: DayWork = { am: true, pm: true, loose: false, minutes: 1, times: [], noon: 720 }

/** Somebody with whole days on some weekdays, of the fixed length of day or eight hours. */
const workingOn = (place: Whereabouts, weekdays: readonly number[], hours: Counting['hours']): Whereabouts => {
  const minutes = hours === 'scheduled' ? 480 : hours.dayMinutes
  const week = Array.from({ length: 7 }, (_, i) =>
    weekdays.includes(i + 1)
      ? { halves: 'whole' as const, minutes, times: [] }
      : { halves: 'none' as const, minutes: 0, times: [] },
  )
  const monday = dateOf(0)
  return {
    ...place,
    schedules: [
      { from: monday, schedule: { anchor: monday, firstWeekday: 1, weeks: [week], noon: 720, fte: 10_000 }, fact: '' },
    ],
  }
}
