import type { Parts } from './parts.ts'

/** How part of a period is paid: what share of it somebody was employed, and how much of full time they work. */
export type Proration = {
  /** `calendarDays` (default), whole `months`, or `workingDays` of the person's schedule, that of each segment over its whole period. */
  readonly by: 'months' | 'calendarDays' | 'workingDays'
  /**
   * With `months`, how the month of joining or leaving counts: `full`, by its calendar days (`byDays`), only when
   * `complete` (default), fully for who joins on the limit day or before and leaves on it or later, or fully for who is
   * employed on so many of its days (Brazil: 15, CLT art. 146). A month that a change of schedule or policy cuts is divided by calendar days.
   */
  readonly month: 'full' | 'byDays' | 'complete' | { readonly limitDay: number } | { readonly atLeastDays: number }
  /** With `workingDays`: whether public holidays count as working days. False by default. */
  readonly countHolidays: boolean
  /** Public holidays while employed are added to the entitlement of their leave year: none (default), all, or those on worked slots only. A half is a half. */
  readonly addHolidays: 'none' | 'all' | 'worked'
  /**
   * How amounts follow the schedule in force: not (default), by its share of full time, by worked days a week over
   * those of a full week, or by planned minutes. A rotation counts by its average. Segments by time; earlier ones keep their value.
   */
  readonly scale: 'none' | 'fte' | { readonly fullWeekDays: Parts } | { readonly fullWeekMinutes: number }
}
