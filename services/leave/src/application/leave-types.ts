import { utcDate } from '@awayday/clock/zone'
import type { Actor, PersonId, TenantId } from '@awayday/kernel'
import type { State as Company } from '#domain/company/company.ts'
import type { LeaveType } from '#domain/leave-type/leave-type.ts'
import { starterPolicies } from '#domain/person/starter-policies.ts'
import { initial } from '#domain/person/state.ts'
import type { World } from '#ports/world.ts'
import { type LeaveTypeShown, leaveTypeShown } from '#wire/leave-types.ts'
import { tellCompany } from './company/company-stream.ts'
import { tellPerson } from './person-stream.ts'
import { settingsFor } from './settings-for.ts'
import { todayOf } from './today.ts'

/** What whoever asks may take today. */
export const leaveTypes =
  (world: World) =>
  async ({ actor: { tenant, person } }: { readonly actor: Actor }): Promise<readonly LeaveTypeShown[]> => {
    const [company, { state, facts }] = await Promise.all([
      tellCompany(world, tenant),
      tellPerson(world, tenant, person),
    ])
    const types = (await settingsFor(world, tenant, company, state, todayOf(world, state))).leaveTypes
    const policies = facts.policies.length > 0 ? facts.policies.map(({ policy }) => policy) : starterPolicies('')
    const balanced = policies.filter(({ entitlement }) => entitlement !== null).map(({ leaveType }) => leaveType)
    return types.map((type) => leaveTypeShown(type, balanced.includes(type.id)))
  }

/** How much of somebody's leave of a type others may see is for their own company's settings to say, today. Undefined: no such type. */
export type TypeOf = (person: PersonId, leaveType: string) => LeaveType | undefined

/** The types of these people. Usually a company has one list for everybody, and nobody's stream is read. */
export const typesOf = async (
  world: Pick<World, 'store' | 'documents' | 'clock'>,
  tenant: TenantId,
  people: readonly PersonId[],
): Promise<TypeOf> => {
  const company = await tellCompany(world, tenant)
  const one = isForAll(company)
  const lists = new Map(
    await Promise.all(
      [...new Set(people)].map(async (person) => {
        const state = one ? initial(person) : (await tellPerson(world, tenant, person)).state
        const today = one ? utcDate(world.clock.now()) : todayOf(world, state)
        return [person, (await settingsFor(world, tenant, company, state, today)).leaveTypes] as const
      }),
    ),
  )
  return (person, leaveType) => lists.get(person)?.find(({ id }) => id === leaveType)
}

const isForAll = ({ settings }: Company): boolean =>
  settings.every(({ kind, appliesTo }) => kind !== 'leaveTypes' || Object.keys(appliesTo).length === 0)
