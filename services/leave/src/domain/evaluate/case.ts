import type { LocalDate, PersonId } from '@awayday/kernel'
import type { ApprovalRules } from '../approval/approval-rules.ts'
import type { Deputy, Organisation, Post } from '../approval/organisation.ts'
import type { Word } from '../approval/words.ts'
import type { Applied, ClosedYear, Credit, Employed, Facts, PaidOut, Worked } from '../facts/facts.ts'
import type { LeaveType } from '../leave-type/leave-type.ts'
import type { Rule } from '../rules/rule.ts'
import type { AbsentDay, Dates } from '../time/absence.ts'
import type { Scheduled } from '../time/schedule.ts'
import type { SaidCharge } from './said-charge.ts'
import type { WrittenUnit } from './shown.ts'

/** A document, its names looked up: all that the answers come from. */
export type Case = {
  readonly people: readonly Someone[]
  readonly departments: Organisation['departments']
  readonly deputies: readonly Deputy[]
  readonly leaveTypes: readonly LeaveType[]
  readonly rules: readonly Rule[]
  readonly approval: ApprovalRules
}

/** One person, and when each thing became known of them. */
export type Someone = {
  readonly person: PersonId
  readonly roles: readonly string[]
  readonly calendars: Facts['calendars']
  readonly employment: readonly Recorded<Employed>[]
  readonly places: readonly Recorded<Post>[]
  readonly schedules: readonly Recorded<Scheduled>[]
  readonly policies: readonly Recorded<Applied>[]
  readonly credits: readonly Recorded<Credit>[]
  readonly payOuts: readonly Recorded<PaidOut>[]
  readonly worked: readonly Recorded<Worked>[]
  readonly closedYears: readonly Recorded<ClosedYear>[]
  readonly leaves: readonly Asked[]
  /** What the policies of each leave type are written in. */
  readonly units: Readonly<Record<string, WrittenUnit>>
}

/** `recordedOn` null: always known. */
export type Recorded<T> = { readonly recordedOn: LocalDate | null; readonly it: T }

/** Leave as a document has it: what was asked for, and all that happened to it since. */
export type Asked = {
  readonly id: string
  readonly leaveType: string
  readonly dates: Dates
  readonly recordedOn: LocalDate | null
  /** Null: it does not say. */
  readonly askedOn: LocalDate | null
  readonly by: PersonId
  /** What it was said to be; null: what the decisions make of it, or approved where there are none. */
  readonly status: Status | null
  /** What it was said to cost; null: what the engine counts. */
  readonly charges: readonly SaidCharge[] | null
  readonly decisions: readonly Decision[]
  readonly edits: readonly { readonly on: LocalDate; readonly by: PersonId; readonly dates: Dates }[]
  readonly cancelledDays: readonly ({ readonly on: LocalDate; readonly by: PersonId } & AbsentDay)[]
  /** Of sickness: the days that a certificate covers; null: there is none. */
  readonly certificate: { readonly first: LocalDate; readonly last: LocalDate } | null
  readonly reason: boolean
  readonly cover: PersonId | null
  /** Where it stands in the document. */
  readonly fact: string
}

export type Status =
  | 'approved'
  | 'pending'
  | 'partlyApproved'
  | 'cancelRequested'
  | 'declined'
  | 'withdrawn'
  | 'cancelled'
  | 'expired'

/** What somebody said about it. */
export type Decision = Exclude<Word, { readonly says: 'edit' }>
