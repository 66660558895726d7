import type { Amount, LocalDate, PersonId } from '@awayday/kernel'
import type { Part } from './time/absence.ts'

/** What other services learn about leave: ids, dates and amounts only. Each fact is whole, so none needs an earlier one. */
export type LeaveFact = {
  readonly person: PersonId
  readonly request: string
  readonly leaveType: string
  readonly first: LocalDate
  readonly firstPart: Part
  readonly last: LocalDate
  readonly lastPart: Part
  readonly amount: Amount
  /** Who did it (null: the rules, or facts about others), and on which day of the person's location. */
  readonly by: PersonId | null
  readonly on: LocalDate
}

export type LeaveEvent =
  | ({
      readonly type: (typeof leaveFacts)[number]
    } & LeaveFact)
  /** `who` has been waited for on so many of their working days. Null: whoever holds a role that is asked. */
  | ({ readonly type: 'LeaveReminderDue'; readonly who: PersonId | null; readonly after: number } & LeaveFact)
  /** The views show this version of a person's stream. `audience`: who may know. */
  | {
      readonly type: 'LeaveViewsChanged'
      readonly person: PersonId
      readonly version: number
      readonly audience: readonly PersonId[]
    }

const leaveFacts = [
  'LeaveRequested',
  'LeaveApproved',
  'LeaveDeclined',
  'LeaveExpired',
  'LeaveWithdrawn',
  'LeaveCancelled',
  /** Other days, or another cost of them, pending or approved as it is. */
  'LeaveChanged',
] as const

export const leaveEvents = { source: 'leave', types: [...leaveFacts, 'LeaveReminderDue', 'LeaveViewsChanged'] } as const
