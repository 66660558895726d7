import { epochDay, type LocalDate } from '@awayday/kernel'
import type { Counting } from '../policy/counting.ts'
import type { Calendar } from './calendar.ts'
import type { Whereabouts } from './charged.ts'
import type { Schedule } from './schedule.ts'
import { stretchesOf } from './stretches-of.ts'
import { type Totals, totalsOf } from './work-totals.ts'

/** What is worked: half days, and n in 1/10,000 of a minute. */
export type Worked = { readonly halves: number; readonly minutes: number }

/** The work of one person over many days, added up beforehand: any stretch of it costs a few look-ups. */
export type WorkCalendar = {
  /** What is worked from `first` to `last`, both included; days outside the calendar count nothing. With `charged`, on holidays too. */
  readonly between: (first: LocalDate, last: LocalDate, holidays?: Counting['holidays']) => Worked
}

/** The calendar of one person from `first` to `last`. For many people, `workCalendars` shares what they have in common. */
export const workCalendar = (where: Whereabouts, first: LocalDate, last: LocalDate): WorkCalendar =>
  workCalendars(first, last)(where)

/** Calendars from `first` to `last`: people with the same schedule and the same holidays, as objects, share one. */
export const workCalendars = (first: LocalDate, last: LocalDate): ((where: Whereabouts) => WorkCalendar) => {
  const start = epochDay(first)
  const days = Math.max(0, epochDay(last) - start + 1)
  const placeOf = (day: LocalDate): number => (day === first ? 0 : epochDay(day) - start)
  const placeAfter = (day: LocalDate): number => (day === last ? days : epochDay(day) - start + 1)
  const of = (pieces: readonly Piece[]): WorkCalendar => ({
    between: (a, b, holidays = 'free') => worked(pieces, placeOf(a), placeAfter(b), holidays),
  })
  const shared = sharing((schedule, calendar) => {
    const totals = totalsOf(schedule, calendar, start, days)
    return { totals, alone: of([{ from: 0, end: days, totals }]) }
  })

  return (where) => {
    const stretches = stretchesOf(where, first, last)
    const [only] = stretches
    if (only?.schedule && stretches.length === 1) return shared(only.schedule, only.calendar).alone
    return of(
      stretches.flatMap(({ from, schedule, calendar }, nth) => {
        const next = stretches[nth + 1]
        const end = next ? epochDay(next.from) - start : days
        return schedule ? [{ from: epochDay(from) - start, end, totals: shared(schedule, calendar).totals }] : []
      }),
    )
  }
}

/** Days from place `from` up to, and without, `end`, on which one schedule and one calendar hold. */
type Piece = { readonly from: number; readonly end: number; readonly totals: Totals }

const worked = (pieces: readonly Piece[], from: number, end: number, holidays: Counting['holidays']): Worked => {
  let halves = 0
  let minutes = 0
  for (const piece of pieces) {
    const a = Math.max(from, piece.from)
    const b = Math.min(end, piece.end)
    if (a >= b) continue
    const totals = piece.totals[holidays]
    halves += (totals.halves[b] ?? 0) - (totals.halves[a] ?? 0)
    minutes += (totals.minutes[b] ?? 0) - (totals.minutes[a] ?? 0)
  }
  return { halves, minutes }
}

/** Makes one for each pair; they go when the builder goes. */
const sharing = <T>(make: (schedule: Schedule, calendar: Calendar) => T) => {
  const made = new Map<Schedule, Map<Calendar, T>>()
  return (schedule: Schedule, calendar: Calendar): T => {
    const ofSchedule = made.get(schedule) ?? new Map<Calendar, T>()
    made.set(schedule, ofSchedule)
    const known = ofSchedule.get(calendar) ?? make(schedule, calendar)
    ofSchedule.set(calendar, known)
    return known
  }
}
