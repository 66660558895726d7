import type { Schedule } from '#domain/time/schedule.ts'
import type { DayNo } from './almanac.ts'
import type { PersonDay } from './person-days.ts'

/** A day of a period as far as paying for it goes: whether it is earned, and by which policy, schedule and stage. */
export type EarnedDay = {
  readonly day: DayNo
  readonly earning: boolean
  /** Undefined: nothing is paid for the day. */
  readonly paid: { readonly by: PersonDay; readonly schedule: Schedule | undefined; readonly key: string } | undefined
}
