import type { TenantId } from '@awayday/kernel'
import { departmentIn } from '#domain/departments.ts'
import { hasLeftBy, isKnown, type Misplaced, type Place } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { loadDepartments, loadLocation, loadPerson, loadTeam } from './load.ts'

/** What is wrong with a place, as far as other streams know. An approver who has left by then could not approve anything. */
export const misplaced = async (world: World, tenant: TenantId, place: Place): Promise<Misplaced | null> => {
  const { department } = place
  const [team, location, tree, approver] = await Promise.all([
    loadTeam(world, tenant, place.team),
    loadLocation(world, tenant, place.location),
    department === null ? null : loadDepartments(world, tenant),
    place.approver && loadPerson(world, tenant, place.approver),
  ])
  if (team.status === 'unknown') return { type: 'UnknownTeam', team: place.team }
  if (location.status === 'unknown') return { type: 'UnknownLocation', location: place.location }
  if (department !== null && !(tree && departmentIn(tree, department))) return { type: 'UnknownDepartment', department }
  if (place.approver === null || !approver) return null
  const present = isKnown(approver) && !hasLeftBy(approver, place.from)
  return present ? null : { type: 'UnknownApprover', approver: place.approver }
}
