import type { Unit } from '@awayday/kernel'
import type { Counting } from '#domain/policy/counting.ts'
import type { AbsentDay, Dates } from '#domain/time/absence.ts'
import type { Charge, Whereabouts } from '#domain/time/charged.ts'
import { type DayNo, dateOf, no } from './almanac.ts'
import { costsOn } from './costs.ts'
import { type DayWork, freedOn, halvesOf, plannedWork, scheduleOn, without, workedOn } from './day-work.ts'
import { byDayThenPart, namedDays } from './named-days.ts'

/** What a leave costs, day by day (rules 1 to 5). `accepted`: the dates of earlier leave of the same type. */
export const oracleCharges = (
  place: Whereabouts,
  dates: Dates,
  counting: Counting,
  unit: Unit,
  accepted: readonly Dates[] = [],
): Charge[] => {
  const where = typeof counting.days === 'object' ? workingOn(place, counting.days.weekdays, counting.hours) : place
  const own = costly(where, dates, counting, unit)
  const ownDays = new Set(own.map(({ day }) => no(day)))
  const otherDays = new Set(
    counting.sandwich === 'adjoining'
      ? accepted.flatMap((one) =>
          costly(where, one, counting, unit)
            .map(({ day }) => no(day))
            .filter((day) => !isLeftOut(one, counting, day)),
        )
      : [],
  )
  const sandwiched = counting.sandwich === 'off' ? [] : between(where, counting, unit, ownDays, otherDays)
  return [...own, ...sandwiched].filter(({ day }) => !isLeftOut(dates, counting, no(day))).sort(byDayThenPart)
}

const costly = (where: Whereabouts, dates: Dates, counting: Counting, unit: Unit): Charge[] => {
  const byDay = new Map<string, AbsentDay[]>()
  for (const named of namedDays(dates)) byDay.set(named.day, [...(byDay.get(named.day) ?? []), named])
  return [...byDay.values()].flatMap((parts) => costsOn(where, parts, counting, unit))
}

/** Free days that nothing but free days separate from a charged day on either side, one of them at least of this request. */
const between = (
  where: Whereabouts,
  counting: Counting,
  unit: Unit,
  own: ReadonlySet<DayNo>,
  others: ReadonlySet<DayNo>,
): Charge[] => {
  const all = [...own, ...others].sort((a, b) => a - b)
  const charges: Charge[] = []
  for (const [i, before] of all.entries()) {
    const after = all[i + 1]
    if (after === undefined || !(own.has(before) || own.has(after))) continue
    const gap: DayNo[] = []
    for (let day = before + 1; day < after; day++) gap.push(day)
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

const isLeftOut = (dates: Dates, { ends }: Counting, day: DayNo): boolean =>
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
