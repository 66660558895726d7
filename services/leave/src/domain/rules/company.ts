import type { Facts } from '../facts/facts.ts'
import type { LeaveType } from '../leave-type/leave-type.ts'
import type { Departments } from './departments.ts'

/** What a rule may know of somebody else: where they belong, when they work, and when they are away. */
export type Colleague = Pick<Facts, 'person' | 'employment' | 'places' | 'calendars' | 'schedules' | 'leaves'>

/** Everybody a rule may count. The order means nothing; whoever wishes may be among them or not. */
export type Company = {
  readonly people: readonly Colleague[]
  readonly departments: Departments
  readonly leaveTypes: readonly LeaveType[]
}
