import type { LocalDate, TenantId } from '@awayday/kernel'
import { type ApprovalRules, STANDARD_APPROVAL } from '#domain/approval/approval-rules.ts'
import { watchersOf } from '#domain/approval/approvers.ts'
import type { State } from '#domain/person/state.ts'
import type { Watchers } from '#domain/published-facts.ts'
import type { World } from '#ports/world.ts'
import { tellDepartments } from './departments.ts'
import { officeFor } from './office-for.ts'
import { tellPerson } from './person-stream.ts'

/** Whom the company has said to tell of somebody's leave. Who holds a role is the directory's to say. */
export const watchersFor = async (
  world: Pick<World, 'store' | 'documents'>,
  tenant: TenantId,
  state: State,
  approval: ApprovalRules,
  on: LocalDate,
): Promise<Watchers> => {
  const roles = approval.watchers.flatMap((one) => (one.kind === 'role' ? [one.role] : []))
  const watchers = approval.watchers.filter(({ kind }) => kind !== 'role')
  if (watchers.length === 0) return { people: [], roles }
  // Read as if they were to decide.
  const rules = {
    ...approval,
    watchers,
    levels: STANDARD_APPROVAL.levels.map((it) => ({ ...it, approvers: watchers })),
  }
  const told = await tellPerson(world, tenant, state.owner)
  const { departments } = await tellDepartments(world, tenant)
  const office = await officeFor(
    world,
    tenant,
    told,
    { rules, departments, leaveTypes: [] },
    { on, by: null, cover: null },
  )
  return { people: watchersOf(office, state.owner, on), roles }
}
