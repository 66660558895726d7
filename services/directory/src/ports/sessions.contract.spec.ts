import { onTrial } from '@awayday/contract-testing'
import { type Given, given } from '@awayday/event-sourcing/contracts'
import { openDatabase } from '@awayday/event-sourcing/sqlite'
import type { Instant, TenantId } from '@awayday/kernel'
import { sqlitePlainRecords } from '@awayday/plain-records/sqlite'
import { recordedSessions } from '#adapters/plain-records/sessions.ts'
import { sessionsContract } from './sessions.contract.ts'
import type { Session, Sessions } from './sessions.port.ts'

const one = 'one' as TenantId

onTrial<Sessions, Given>('the contract of sessions', sessionsContract, {
  open: async () => recordedSessions(sqlitePlainRecords(openDatabase(':memory:'))),
  given,
  saboteurs: {
    'revokes later': (honest) => ({ ...honest, revoke: async () => undefined }),
    'forgets what it revokes': (honest) => ({
      ...honest,
      load: async (tenant, id) => {
        const session = await honest.load(tenant, id)
        return session?.revoked ? undefined : session
      },
    }),
    'starts sessions that never end': (honest) => ({
      ...honest,
      start: (tenant, id, session) => honest.start(tenant, id, { ...session, expiresAt: '9999' as Instant }),
    }),
    'gives an id twice': (honest) => {
      const again = new Map<string, Session>()
      return {
        ...honest,
        start: async (tenant, id, session) => {
          if (await honest.load(tenant, id)) again.set(id, { ...session, revoked: false })
          else await honest.start(tenant, id, session)
        },
        load: async (tenant, id) => again.get(id) ?? honest.load(tenant, id),
      }
    },
    'knows sessions nobody started': (honest) => ({
      ...honest,
      load: async (tenant, id) => (await honest.load(tenant, id)) ?? ({ revoked: false } as Session),
    }),
    'fails when there is nothing to revoke': (honest) => ({
      ...honest,
      revoke: async (tenant, id) => {
        if (!(await honest.load(tenant, id))) throw new Error('unknown')
        await honest.revoke(tenant, id)
      },
    }),
    'mixes companies': (honest) => ({
      start: (_tenant, id, session) => honest.start(one, id, session),
      load: (_tenant, id) => honest.load(one, id),
      revoke: (_tenant, id) => honest.revoke(one, id),
    }),
  },
})
