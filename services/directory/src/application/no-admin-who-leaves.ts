import { type CommandMeta, handle } from '@awayday/event-sourcing'
import type { PersonId } from '@awayday/kernel'
import { company } from '#domain/company.ts'
import type { AlreadyLeft } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { companyCodec } from '#wire/events.ts'
import { loadCompany, loadPerson } from './load.ts'
import { companyStream } from './streams.ts'

/**
 * Employment is decided in the person's stream, the admin role in the company's. Whoever appended to one of them calls this
 * afterwards: of two who did so at the same moment at least one sees the other's record, and the role goes. (Only where all
 * other admins have been revoked in this very moment does it stay: an admin who leaves is better than none.)
 */
export const noAdminWhoLeaves = async (world: World, meta: CommandMeta, id: PersonId): Promise<AlreadyLeft | null> => {
  const [state, { admins }] = await Promise.all([loadPerson(world, meta.tenant, id), loadCompany(world, meta.tenant)])
  if (state.status !== 'leaving' || !admins.includes(id)) return null
  const undo = { ...meta, actor: 'system:no-admin-who-leaves', key: `${meta.actor}/${meta.key}` }
  const revoke = handle({ store: world.store }, company, companyCodec)
  await revoke(companyStream(meta.tenant), undo, () => ({ type: 'RevokeAdmin', person: id }))
  return { type: 'AlreadyLeft', lastDay: state.lastDay }
}
