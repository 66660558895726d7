import type { Amount, LocalDate, PersonId } from '@awayday/kernel'

/** What other services learn about leave: ids, dates and amounts only. Each fact is whole, so none needs an earlier one. */
export type LeaveFact = {
  readonly person: PersonId
  readonly request: string
  readonly leaveType: string
  readonly first: LocalDate
  readonly firstPart: 'whole' | 'am' | 'pm'
  readonly last: LocalDate
  readonly lastPart: 'whole' | 'am' | 'pm'
  readonly amount: Amount
  /** Who did it, and on which day of the person's location. */
  readonly by: PersonId
  readonly on: LocalDate
}

export type LeaveEvent =
  | ({
      readonly type: 'LeaveRequested' | 'LeaveApproved' | 'LeaveDeclined' | 'LeaveWithdrawn' | 'LeaveCancelled'
    } & LeaveFact)
  /** The views show this version of a person's stream. `audience`: who may know. */
  | {
      readonly type: 'LeaveViewsChanged'
      readonly person: PersonId
      readonly version: number
      readonly audience: readonly PersonId[]
    }

export const leaveEvents = {
  source: 'leave',
  types: ['LeaveRequested', 'LeaveApproved', 'LeaveDeclined', 'LeaveWithdrawn', 'LeaveCancelled', 'LeaveViewsChanged'],
} as const
