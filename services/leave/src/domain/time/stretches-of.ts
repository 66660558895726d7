import type { LocalDate } from '@awayday/kernel'
import type { Calendar } from './calendar.ts'
import type { Whereabouts } from './charged.ts'
import { inForce } from './in-force.ts'
import type { Schedule } from './schedule.ts'
import { calendarOn } from './work-on.ts'

/** From a day on, until the next stretch: one schedule, or none, and one calendar. */
export type Stretch = {
  readonly from: LocalDate
  readonly schedule: Schedule | undefined
  readonly calendar: Calendar
}

/** The stretches from `first` to `last`: a new one for each change of schedule or place. */
export const stretchesOf = (where: Whereabouts, first: LocalDate, last: LocalDate): readonly Stretch[] => {
  const within = ({ from }: { readonly from: LocalDate }): boolean => first < from && from <= last
  const changes = [...where.places.filter(within), ...where.schedules.filter(within)].map(({ from }) => from)
  const starts = changes.length === 0 ? [first] : [...new Set([first, ...changes])].toSorted()
  return starts.map((from) => ({
    from,
    schedule: inForce(where.schedules, from)?.schedule,
    calendar: calendarOn(where, from) ?? NOTHING_FREE,
  }))
}

const NOTHING_FREE: Calendar = { holidays: [], closings: [] }
