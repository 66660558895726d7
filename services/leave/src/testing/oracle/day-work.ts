import type { Calendar, Half } from '#domain/time/calendar.ts'
import type { Whereabouts } from '#domain/time/charged.ts'
import type { DayPlan, Schedule, Span } from '#domain/time/schedule.ts'
import { type DayNo, no, ymd } from './almanac.ts'

/** What is worked on a day: which halves (`loose`: one without a side), and how long, in 1/10,000 of a minute. */
export type DayWork = {
  readonly am: boolean
  readonly pm: boolean
  readonly loose: boolean
  readonly minutes: number
  readonly times: readonly Span[]
  readonly noon: number
}

export const nothing: DayWork = { am: false, pm: false, loose: false, minutes: 0, times: [], noon: 720 }

export const scheduleOn = (where: Whereabouts, day: DayNo): Schedule | undefined =>
  where.schedules.findLast(({ from }) => no(from) <= day)?.schedule

export const planOf = (schedule: Schedule, day: DayNo): DayPlan | undefined => {
  let week = no(schedule.anchor)
  while (ymd(week).weekday !== schedule.firstWeekday) week -= 1
  const days = 7 * schedule.weeks.length
  const at = (((day - week) % days) + days) % days
  return schedule.weeks[Math.floor(at / 7)]?.[at % 7]
}

export const plannedWork = (schedule: Schedule | undefined, day: DayNo): DayWork => {
  const plan = schedule && planOf(schedule, day)
  if (!schedule || !plan || plan.halves === 'none') return nothing
  return {
    am: plan.halves === 'whole' || plan.halves === 'am',
    pm: plan.halves === 'whole' || plan.halves === 'pm',
    loose: plan.halves === 'half',
    minutes: plan.minutes * 10_000,
    times: plan.times,
    noon: schedule.noon,
  }
}

/** What is free at the location of that day. */
export const freedOn = (
  where: Whereabouts,
  day: DayNo,
  which: 'holidays' | 'closings' | 'both',
): ('whole' | Half)[] => {
  const place = where.places.findLast(({ from }) => no(from) <= day) ?? where.places[0]
  const calendar = place && where.calendars[place.location]
  if (!calendar) return []
  const { holidays, closings } = partsOf(calendar)
  return [
    ...(which === 'closings' ? [] : (holidays.get(day) ?? [])),
    ...(which === 'holidays' ? [] : (closings.get(day) ?? [])),
  ]
}

type Parts = ReadonlyMap<DayNo, ('whole' | Half)[]>
const calendars = new WeakMap<Calendar, { readonly holidays: Parts; readonly closings: Parts }>()

/** A calendar day by day, written out once. */
const partsOf = (calendar: Calendar): { readonly holidays: Parts; readonly closings: Parts } => {
  const known = calendars.get(calendar)
  if (known) return known
  const [holidays, closings] = [new Map<DayNo, ('whole' | Half)[]>(), new Map<DayNo, ('whole' | Half)[]>()]
  for (const { day, part } of calendar.holidays) holidays.set(no(day), [...(holidays.get(no(day)) ?? []), part])
  for (const { first, last, part } of calendar.closings) {
    for (let day = no(first); day <= no(last); day++) closings.set(day, [...(closings.get(day) ?? []), part])
  }
  calendars.set(calendar, { holidays, closings })
  return { holidays, closings }
}

export const without = (work: DayWork, freed: readonly ('whole' | Half)[]): DayWork => {
  if (freed.length === 0) return work
  const [am, pm] = [freed.includes('am'), freed.includes('pm')]
  if (freed.includes('whole') || (am && pm)) return nothing
  if (work.loose) return nothing
  if (work.am && work.pm) {
    // beside a named half one without a side frees nothing more, but leaves half of the minutes at most
    const most = freed.includes('half') ? work.minutes / 2 : work.minutes
    const left = am ? half(work, 'pm') : half(work, 'am')
    if (am || pm) return { ...left, minutes: Math.min(left.minutes, most) }
    return { ...work, am: false, pm: false, loose: true, minutes: work.minutes / 2 }
  }
  const loose = freed.includes('half')
  return (work.am && (am || loose)) || (work.pm && (pm || loose)) ? nothing : work
}

/** The minutes of a day before one of its minutes, or within a span: of days whose times are known. */
export const minutesIn = (work: DayWork, { from, to }: Span): number =>
  10_000 * work.times.reduce((sum, time) => sum + Math.max(0, Math.min(time.to, to) - Math.max(time.from, from)), 0)

export const halfSpan = (work: DayWork, side: 'am' | 'pm'): Span =>
  side === 'am' ? { from: 0, to: work.noon } : { from: work.noon, to: 1440 }

const half = (work: DayWork, side: 'am' | 'pm'): DayWork => {
  const span = halfSpan(work, side)
  const times = work.times
    .map(({ from, to }) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) }))
    .filter(({ from, to }) => from < to)
  return {
    ...work,
    am: side === 'am',
    pm: side === 'pm',
    minutes: work.times.length > 0 ? minutesIn(work, span) : work.minutes / 2,
    times,
  }
}

/** What stays worked after holidays and closings; `leaving` holidays in, only closings free anything. */
export const workedOn = (where: Whereabouts, day: DayNo, holidays: 'free' | 'charged' = 'free'): DayWork =>
  without(plannedWork(scheduleOn(where, day), day), freedOn(where, day, holidays === 'free' ? 'both' : 'closings'))

export const halvesOf = (work: DayWork): number => (work.am ? 1 : 0) + (work.pm ? 1 : 0) + (work.loose ? 1 : 0)
