import type { LeaveType } from '../leave-type/leave-type.ts'
import type { Colleague } from './colleague.ts'
import type { CrewOf } from './crew.ts'
import type { Departments } from './departments.ts'

export type Company = {
  /** Everybody a rule may count. The order means nothing; whoever wishes may be among them or not. */
  readonly people: readonly Colleague[]
  readonly departments: Departments
  readonly leaveTypes: readonly LeaveType[]
  /** For many wishes after one another: the same as reckoned from `people` each time, which it is where this is absent. */
  readonly crewOf?: CrewOf
}
