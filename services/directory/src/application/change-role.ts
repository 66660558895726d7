import { handle } from '@awayday/event-sourcing'
import { err, ok, type PersonId, type Role, type TenantId, unreachable } from '@awayday/kernel'
import { type Rejection as CompanyRejection, company } from '#domain/company.ts'
import { type AlreadyLeft, isKnown, type UnknownPerson } from '#domain/person.ts'
import { roles } from '#domain/roles.ts'
import type { World } from '#ports/world.ts'
import { companyCodec, rolesCodec } from '#wire/events.ts'
import { type Asked, adminsOnly, type Changed, isAdmin, type Somebody } from './admins-only.ts'
import { loadPerson } from './load.ts'
import { noAdminWhoLeaves } from './no-admin-who-leaves.ts'
import { companyStream, rolesStream } from './streams.ts'

export type RoleChange = { readonly person: PersonId; readonly role: Role }

export type ByEmployment = { readonly type: 'ByEmployment' }
type Rejection = CompanyRejection | ByEmployment

/** Employment alone makes an employee. */
const byEmployment = err({ type: 'ByEmployment' } as const)

export const grantRole =
  (world: World) =>
  async ({ actor, meta, input }: Asked<RoleChange>): Changed<Somebody, Rejection> => {
    if (!isAdmin(actor)) return adminsOnly
    const { person, role } = input
    if (role === 'employee') return byEmployment
    const against = await unfit(world, meta.tenant, person)
    switch (role) {
      case 'approver':
      case 'manager':
      case 'hr': {
        const grant = handle(world, roles, rolesCodec)
        const granted = await grant(rolesStream(meta.tenant, person), meta, () => ({ type: 'Grant', role, against }))
        return granted.ok ? ok({ person, version: granted.value.version }) : granted
      }
      case 'admin': {
        const grant = handle(world, company, companyCodec)
        const granted = await grant(companyStream(meta.tenant), meta, () => ({ type: 'GrantAdmin', person, against }))
        if (!granted.ok) return granted
        const left = await noAdminWhoLeaves(world, meta, person)
        return left ? err(left) : ok({ person, version: granted.value.version })
      }
      default:
        return unreachable(role)
    }
  }

export const revokeRole =
  (world: World) =>
  async ({ actor, meta, input }: Asked<RoleChange>): Changed<Somebody, Rejection> => {
    if (!isAdmin(actor)) return adminsOnly
    const { person, role } = input
    if (!isKnown(await loadPerson(world, meta.tenant, person))) return unknownPerson(person)
    switch (role) {
      case 'employee':
        return byEmployment
      case 'approver':
      case 'manager':
      case 'hr': {
        const revoke = handle(world, roles, rolesCodec)
        const revoked = await revoke(rolesStream(meta.tenant, person), meta, () => ({ type: 'Revoke', role }))
        return revoked.ok ? ok({ person, version: revoked.value.version }) : revoked
      }
      case 'admin': {
        const revoke = handle(world, company, companyCodec)
        const revoked = await revoke(companyStream(meta.tenant), meta, () => ({ type: 'RevokeAdmin', person }))
        return revoked.ok ? ok({ person, version: revoked.value.version }) : revoked
      }
      default:
        return unreachable(role)
    }
  }

const unknownPerson = (person: PersonId) => err<UnknownPerson>({ type: 'UnknownPerson', person })

const unfit = async (world: World, tenant: TenantId, id: PersonId): Promise<UnknownPerson | AlreadyLeft | null> => {
  const state = await loadPerson(world, tenant, id)
  if (!isKnown(state)) return { type: 'UnknownPerson', person: id }
  return state.status === 'leaving' ? { type: 'AlreadyLeft', lastDay: state.lastDay } : null
}
