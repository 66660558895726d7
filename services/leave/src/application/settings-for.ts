import type { LocalDate, TenantId } from '@awayday/kernel'
import { type ApprovalRules, STANDARD_APPROVAL } from '#domain/approval/approval-rules.ts'
import type { State as Company } from '#domain/company/company.ts'
import { inForce } from '#domain/company/in-force.ts'
import { ruleListsFor, rulesIn } from '#domain/company/rules-in-force.ts'
import type { SettingKind } from '#domain/company/setting.ts'
import { pathOf } from '#domain/company/told.ts'
import type { LeaveType } from '#domain/leave-type/leave-type.ts'
import { starterLeaveTypes } from '#domain/leave-type/starter.ts'
import { placeOn } from '#domain/person/employment.ts'
import type { State } from '#domain/person/state.ts'
import type { Rule } from '#domain/rules/rule.ts'
import type { World } from '#ports/world.ts'
import { approvals, leaveTypes, rules } from './remembered.ts'

/** What a company has set up for somebody, besides what is in their own facts. */
export type SettingsFor = {
  readonly leaveTypes: readonly LeaveType[]
  /** Of all days of leave, whenever it is asked for: each rule says on which it holds. */
  readonly rules: readonly Rule[]
  readonly approval: ApprovalRules
}

type Somebody = Pick<State, 'owner' | 'employment'>

/** `day`: on which something is asked. Of each kind what is meant most closely for them; what every company starts with where nothing is saved. */
export const settingsFor = async (
  world: Pick<World, 'documents'>,
  tenant: TenantId,
  company: Company,
  person: Somebody,
  day: LocalDate,
): Promise<SettingsFor> => {
  const [types, demands, approval] = await Promise.all([
    leaveTypes(world, tenant, hashFor(company, 'leaveTypes', person, day)),
    rulesFor(world, tenant, company, person),
    approvals(world, tenant, hashFor(company, 'approval', person, day)),
  ])
  return {
    leaveTypes: types[0]?.[1] ?? starterLeaveTypes,
    rules: demands,
    approval: approval[0]?.[1] ?? STANDARD_APPROVAL,
  }
}

const rulesFor = async (
  world: Pick<World, 'documents'>,
  tenant: TenantId,
  company: Company,
  person: Somebody,
): Promise<readonly Rule[]> => {
  const listed = ruleListsFor(company, person.owner, pathOf(person))
  const found = new Map(await rules(world, tenant, [...new Set(listed.flatMap(({ lists }) => lists))]))
  return rulesIn(listed.map(({ lists, ...days }) => ({ ...days, lists: lists.map((hash) => found.get(hash) ?? []) })))
}

/** Whoever is unknown to the directory is in no team and no place: what is for everybody is for them too. */
const hashFor = (
  company: Company,
  kind: Extract<SettingKind, 'leaveTypes' | 'approval'>,
  { owner, employment }: Somebody,
  day: LocalDate,
): readonly string[] => {
  const { team, location, country } = placeOn(employment, day) ?? { team: '', location: '', country: '' }
  const hash = inForce(company, kind, null, { person: owner, team, location, country }, day)?.document
  return hash ? [hash] : []
}
