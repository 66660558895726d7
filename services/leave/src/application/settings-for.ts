import type { LocalDate, TenantId } from '@awayday/kernel'
import { type ApprovalRules, STANDARD_APPROVAL } from '#domain/approval/approval-rules.ts'
import type { State as Company } from '#domain/company/company.ts'
import { inForce } from '#domain/company/in-force.ts'
import type { SettingKind } from '#domain/company/setting.ts'
import type { LeaveType } from '#domain/leave-type/leave-type.ts'
import { starterLeaveTypes } from '#domain/leave-type/starter.ts'
import { placeOn } from '#domain/person/employment.ts'
import type { State } from '#domain/person/state.ts'
import type { Rule } from '#domain/rules/rule.ts'
import type { World } from '#ports/world.ts'
import { approvals, leaveTypes, rules } from './remembered.ts'

/** What a company has set up for somebody on a day, besides what is in their own facts. */
export type SettingsFor = {
  readonly leaveTypes: readonly LeaveType[]
  readonly rules: readonly Rule[]
  readonly approval: ApprovalRules
}

/** Of each kind what is meant most closely for them; what every company starts with where nothing is saved. */
export const settingsFor = async (
  world: Pick<World, 'documents'>,
  tenant: TenantId,
  company: Company,
  person: Pick<State, 'owner' | 'employment'>,
  day: LocalDate,
): Promise<SettingsFor> => {
  const [types, demands, approval] = await Promise.all([
    leaveTypes(world, tenant, hashFor(company, 'leaveTypes', person, day)),
    rules(world, tenant, hashFor(company, 'rules', person, day)),
    approvals(world, tenant, hashFor(company, 'approval', person, day)),
  ])
  return {
    leaveTypes: types[0]?.[1] ?? starterLeaveTypes,
    rules: demands[0]?.[1] ?? [],
    approval: approval[0]?.[1] ?? STANDARD_APPROVAL,
  }
}

/** Whoever is unknown to the directory is in no team and no place: what is for everybody is for them too. */
const hashFor = (
  company: Company,
  kind: Extract<SettingKind, 'leaveTypes' | 'rules' | 'approval'>,
  { owner, employment }: Pick<State, 'owner' | 'employment'>,
  day: LocalDate,
): readonly string[] => {
  const { team, location, country } = placeOn(employment, day) ?? { team: '', location: '', country: '' }
  const hash = inForce(company, kind, null, { person: owner, team, location, country }, day)?.document
  return hash ? [hash] : []
}
