import { type LocalDate, parseLocalDate } from '@awayday/kernel'
import type { Counting } from '../policy/counting.ts'
import type { Dates, Part } from './absence.ts'
import type { Calendar } from './calendar.ts'
import type { Whereabouts } from './charged.ts'
import type { DayPlan, Schedule, Scheduled, Span } from './schedule.ts'

/** The date a text names, in specs. */
export const on = (text: string): LocalDate => {
  const day = parseLocalDate(text)
  if (!day) throw new Error(`not a date: ${text}`)
  return day
}

export const noDay: DayPlan = { halves: 'none', minutes: 0, times: [] }
/** Eight hours, and nobody said when. */
export const fullDay: DayPlan = { halves: 'whole', minutes: 480, times: [] }
export const morning: DayPlan = { halves: 'am', minutes: 240, times: [] }
export const afternoon: DayPlan = { halves: 'pm', minutes: 240, times: [] }
export const someHalf: DayPlan = { halves: 'half', minutes: 240, times: [] }
/** 9:00 to 12:00 and 13:00 to 18:00: a short morning, a break, a long afternoon. */
export const officeDay: DayPlan = {
  halves: 'whole',
  minutes: 480,
  times: [
    { from: 540, to: 720 },
    { from: 780, to: 1080 },
  ],
}
/** Shifts of a rotation. */
export const early: DayPlan = { halves: 'whole', minutes: 480, times: [{ from: 360, to: 840 }] }
export const late: DayPlan = { halves: 'whole', minutes: 420, times: [{ from: 840, to: 1260 }] }

export const scheduleOf = (weeks: Schedule['weeks'], also: Partial<Schedule> = {}): Schedule => ({
  anchor: on('2024-01-01'),
  firstWeekday: 1,
  weeks,
  noon: 720,
  fte: 10_000,
  ...also,
})

/** Monday to Friday. */
export const fiveDays = (plan: DayPlan): Schedule => scheduleOf([[plan, plan, plan, plan, plan, noDay, noDay]])
export const fullWeek: Schedule = fiveDays(fullDay)

export const scheduled = (schedule: Schedule, from = '2020-01-01'): readonly Scheduled[] => [
  { from: on(from), schedule, fact: 'schedule' },
]

/** Somebody in one place with one schedule. */
export const somebody = (schedule: Schedule = fullWeek, calendar: Partial<Calendar> = {}): Whereabouts => ({
  places: [{ from: on('2020-01-01'), location: 'here' }],
  calendars: { here: { holidays: [], closings: [], ...calendar } },
  schedules: scheduled(schedule),
})

/** Every setting of counting at its default. */
export const counting = (also: Partial<Counting> = {}): Counting => ({
  days: 'working',
  holidays: 'free',
  sandwich: 'off',
  sandwiched: 'all',
  ends: 'both',
  hours: 'scheduled',
  whole: 'slots',
  countsAsWorked: true,
  ...also,
})

/** A range in specs: `range('2026-06-01', '2026-06-05')`, its ends whole unless said. */
export const range = (first: string, last = first, firstPart: Part = 'whole', lastPart: Part = 'whole'): Dates => ({
  kind: 'range',
  first: on(first),
  firstPart,
  last: on(last),
  lastPart: first === last ? firstPart : lastPart,
})

export const oneByOne = (...days: readonly (readonly [day: string, part: Part])[]): Dates => ({
  kind: 'days',
  days: days.map(([day, part]) => ({ day: on(day), part })),
})

export const hours = (from: number, to: number): Span => ({ from: from * 60, to: to * 60 })
