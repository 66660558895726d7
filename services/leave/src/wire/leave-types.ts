import { starterLeaveTypes } from '#domain/leave-type/starter.ts'
import { starterPolicies } from '#domain/person/starter-policies.ts'

/** Of every company, until they have their own. */
export const leaveTypesShown = starterLeaveTypes.map(({ id, name, colour }) => ({
  id,
  name,
  colour,
  takesFromBalance: starterPolicies('').some(({ leaveType, entitlement }) => leaveType === id && entitlement !== null),
}))
