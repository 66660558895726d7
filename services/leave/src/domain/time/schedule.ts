import type { LocalDate } from '@awayday/kernel'

/** A minute of a local day: 0 to 1440, whole. 1440 is the end of the day, never a time within it. */
export type Minute = number

/** From a minute up to, and without, another; never empty. */
export type Span = { readonly from: Minute; readonly to: Minute }

/** What is worked on one day. */
export type DayPlan = {
  /** The halves that are worked; `half`: one of the two, and nobody said which. */
  readonly halves: 'whole' | 'am' | 'pm' | 'half' | 'none'
  /** Planned working time; 0 exactly where nothing is worked. */
  readonly minutes: number
  /**
   * When exactly, in order and apart: several stretches with breaks between. Their lengths add up to `minutes`. Empty
   * where nobody said: then each worked half has its equal share of `minutes`, and a from-to costs its own length, at
   * most what is worked.
   */
  readonly times: readonly Span[]
}

/** A work pattern: one week, or a rotation of several. */
export type Schedule = {
  /** A day in the first week of the rotation. */
  readonly anchor: LocalDate
  /** The weekday that each week begins with; 1 is Monday, 7 is Sunday. */
  readonly firstWeekday: number
  /** The weeks in turn; seven plans each, from `firstWeekday` on. */
  readonly weeks: readonly (readonly DayPlan[])[]
  /** Where mornings end: 720 by default. */
  readonly noon: Minute
  /** Share of full time in 1/10,000; 10,000 is full time. */
  readonly fte: number
}

/** The schedule of a person from a day on, until the next. Before the first one nothing is worked. */
export type Scheduled = { readonly from: LocalDate; readonly schedule: Schedule; readonly fact: string }
