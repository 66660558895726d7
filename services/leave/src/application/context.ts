import type { TenantId } from '@awayday/kernel'
import { STANDARD_APPROVAL } from '#domain/approval/approval-rules.ts'
import { presenceBy } from '#domain/approval/presence.ts'
import { starterLeaveTypes } from '#domain/leave-type/starter.ts'
import type { Context } from '#domain/person/context.ts'
import type { Documents } from '#domain/person/documents.ts'
import type { Rule } from '#domain/rules/rule.ts'
import type { World } from '#ports/world.ts'
import { colleagues } from './colleagues.ts'
import { tellCompany } from './company/company-stream.ts'
import { tellDepartments } from './departments.ts'
import { type Deciders, officeFor } from './office-for.ts'
import type { Told } from './person-stream.ts'
import { settingsFor } from './settings-for.ts'

/** `counts`: it is asked whether leave may be taken, so rules may count who else is away. */
export type Looking = Deciders & { readonly counts: boolean }

/**
 * What a decision about somebody looks at besides their own stream: the settings of the company in force for them on the day, who decides, and, only where
 * a rule asks, everybody else. Read once a call; what others do in the same moment it does not see (docs/adr/0012-one-pure-function.md).
 */
export const contextFor = async (
  world: Pick<World, 'store' | 'documents'>,
  tenant: TenantId,
  told: Told,
  looking: Looking,
): Promise<Context> => {
  const [company, { departments }] = await Promise.all([tellCompany(world, tenant), tellDepartments(world, tenant)])
  const { leaveTypes, rules, approval } = await settingsFor(world, tenant, company, told.state, looking.on)
  const office = await officeFor(world, tenant, told, { rules: approval, departments, leaveTypes }, looking)
  const context = { documents: told.shelf.documents, office, company: { people: [], departments, leaveTypes }, rules }
  return looking.counts ? counting(world, tenant, context) : context
}

/** With everybody else, where a rule counts them. */
export const counting = async (
  world: Pick<World, 'store' | 'documents'>,
  tenant: TenantId,
  context: Context,
): Promise<Context> =>
  context.rules.some(countsPeople)
    ? { ...context, company: { ...context.company, people: await colleagues(world, tenant) } }
    : context

const countsPeople = ({ rule }: Rule): boolean => rule.kind === 'maxAway' || rule.kind === 'minimumStaffing'

/** For facts: they are never refused, whoever decides and whatever is set up. */
export const ofFacts = (documents: Documents): Context => ({
  documents,
  office: {
    rules: STANDARD_APPROVAL,
    organisation: { people: {}, departments: {}, deputies: [] },
    presence: presenceBy(new Map()),
  },
  company: { people: [], departments: {}, leaveTypes: starterLeaveTypes },
  rules: [],
})
