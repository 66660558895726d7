import type { LocalDate, TenantId } from '@awayday/kernel'
import type { Event } from '#domain/person/events.ts'
import { leaveFactsOf } from '#domain/person/leave-facts.ts'
import type { State } from '#domain/person/state.ts'
import { sightOfPeers } from '#domain/privacy/sight.ts'
import type { LeaveFact } from '#domain/published-facts.ts'
import type { World } from '#ports/world.ts'
import { tellCompany } from './company/company-stream.ts'
import type { Message } from './message.ts'
import { settingsFor } from './settings-for.ts'
import { watchersFor } from './watchers-for.ts'

/** What a record tells others about leave, with who is to be told, and what colleagues may be told. */
export const leaveMessages = async (
  world: Pick<World, 'store' | 'documents'>,
  tenant: TenantId,
  events: readonly Event[],
  after: State,
  today: LocalDate,
): Promise<readonly Message[]> => {
  const facts = leaveFactsOf(events, after, today)
  if (facts.every((some) => some.length === 0)) return []
  const { approval, leaveTypes } = await settingsFor(world, tenant, await tellCompany(world, tenant), after, today)
  const watchers = await watchersFor(world, tenant, after, approval, today)
  return facts.flatMap((some, index) =>
    some.map((fact, n) => {
      const type = leaveTypes.find(({ id }) => id === fact.leaveType)
      const peers = sightOfPeers({ status: STATUS_SEEN[fact.status] ?? 'over' }, type)
      return { nth: `${index}${n === 0 ? '' : `.${n}`}`, fact: { ...fact, watchers, peers } }
    }),
  )
}

const STATUS_SEEN: { readonly [status in LeaveFact['status']]?: 'pending' | 'accepted' } = {
  pending: 'pending',
  approved: 'accepted',
}
