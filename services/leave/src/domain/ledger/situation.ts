import type { LocalDate } from '@awayday/kernel'
import type { Course, Taking } from './course.ts'

/** What the figures of a day are computed from. */
export type Situation = {
  readonly asOf: LocalDate
  /** From a carry-over day to the day before the next. */
  readonly year: { readonly first: LocalDate; readonly last: LocalDate }
  /** At least up to the year's end. */
  readonly course: Course
  /** Charges not decided yet, of the year, by day and leave. */
  readonly pending: readonly Taking[]
  readonly countLaterLots: boolean
}
