import type { Amount, LocalDate, PersonId } from '@awayday/kernel'
import type { Notice } from './company/notice.ts'
import type { ExpiryWarning } from './ledger/expiry-warnings.ts'
import type { LeaveStatus } from './person/entries.ts'
import type { Sight } from './privacy/sight.ts'
import type { Range } from './time/absence.ts'

/** What other services learn about leave: ids, dates and amounts only. Each fact is whole, so none needs an earlier one. */
export type LeaveFact = {
  readonly person: PersonId
  readonly request: string
  readonly leaveType: string
  /** As it is now. A wish to change or to cancel leave is nothing to others: until that is decided, it is `approved`. */
  readonly status: Exclude<LeaveStatus, 'cancelRequested'>
  /** When they are away by it, oldest first: a range for each run of days that it names. None: they are not employed then. */
  readonly ranges: readonly Range[]
  /** What it costs, by unit: policies of two may meet within it. None: nothing. */
  readonly amounts: readonly Amount[]
  /** Who did it (null: the rules, or facts about others), and on which day of the person's location. */
  readonly by: PersonId | null
  readonly on: LocalDate
  readonly watchers: Watchers
  /** What colleagues may be told: nothing of it, that somebody is away, or of which type; never more. Nothing of what is over. */
  readonly peers: Exclude<Sight, 'all'>
}

/** Who is to be told of what becomes of somebody's leave, besides them and those who decide: by id, and whoever holds one of these roles. */
export type Watchers = { readonly people: readonly PersonId[]; readonly roles: readonly string[] }

export type LeaveEvent =
  | ({ readonly type: (typeof leaveFacts)[number] } & LeaveFact)
  /** `who` has been waited for on so many of their working days. Null: whoever holds a role that is asked. */
  | ({ readonly type: 'LeaveReminderDue'; readonly who: PersonId | null; readonly after: number } & LeaveFact)
  /** What others have set up gives somebody other balances, or corrects a year that is closed. What it makes leave cost is a `LeaveChanged`. */
  | ({ readonly type: 'LeaveFiguresChanged'; readonly person: PersonId } & Omit<Notice, 'leaves'>)
  /** Days that are lost after `lastDay` if nothing more is taken than is accepted. Said some weeks before, and again nearer to it. */
  | ({ readonly type: 'LeaveWillExpire'; readonly person: PersonId } & Omit<ExpiryWarning, 'weeks'>)
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
  /** Other days, or another cost of them; or leave still ahead that was brought in from elsewhere. */
  'LeaveChanged',
] as const

export const leaveEvents = {
  source: 'leave',
  types: [...leaveFacts, 'LeaveReminderDue', 'LeaveFiguresChanged', 'LeaveWillExpire', 'LeaveViewsChanged'],
} as const
