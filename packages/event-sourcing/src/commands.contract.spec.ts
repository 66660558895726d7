import { onTrial } from '@awayday/contract-testing'
import type { TenantId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import {
  openDatabase,
  sqliteCommandRegistry,
  sqliteEventStore,
  sqliteProgress,
  sqliteViewRows,
} from './adapters/sqlite/index.ts'
import { type CommandPorts, commandsContract, lastOneRaces } from './commands.contract.ts'
import type { EventStore } from './event-store.port.ts'
import { feedLaw, type ProjectionPorts } from './feed-law.contract.ts'
import { type Given, given } from './testing/given.ts'
import { headOf, listed } from './testing/reading.ts'

const eventsThrough =
  <Ports extends { readonly events: EventStore }>(change: (honest: EventStore) => Partial<EventStore>) =>
  (honest: Ports): Ports => ({ ...honest, events: { ...honest.events, ...change(honest.events) } })

onTrial<CommandPorts, Given>(
  'the contract of commands',
  { ...commandsContract, ...lastOneRaces(3) },
  {
    open: async () => {
      const db = openDatabase(':memory:')
      return { events: sqliteEventStore(db), registry: sqliteCommandRegistry(db) }
    },
    given,
    patienceMs: 3_000,
    saboteurs: {
      'appends wherever the stream ends': eventsThrough((honest) => ({
        append: async (stream, head, record) => {
          for (let end = head; ; end = await headOf(honest, stream)) {
            const appended = await honest.append(stream, end, { ...record, commandId: 'nobody' })
            if (appended.ok) return appended
          }
        },
      })),
      'writes every record twice': eventsThrough((honest) => ({
        append: async (stream, head, record) => {
          const appended = await honest.append(stream, head, record)
          if (appended.ok) await honest.append(stream, appended.value.head, record)
          return appended
        },
      })),
      'loses what it acknowledged': eventsThrough((honest) => ({
        append: (stream, head, record) =>
          honest.append({ ...stream, name: `${stream.name}-` as typeof stream.name }, head, record),
      })),
      'has a registry without memory': (honest) => ({
        ...honest,
        registry: { note: async (_key, use, at) => ({ first: use, at, again: false }) },
      }),
      'has a registry that takes a second try for another request': (honest) => ({
        ...honest,
        registry: {
          note: async (key, use, at) => {
            const noted = await honest.registry.note(key, use, at)
            return noted.again ? { ...noted, first: { ...noted.first, digest: 'another' } } : noted
          },
        },
      }),
      'has a registry of one tenant': (honest) => ({
        ...honest,
        registry: { note: (key, use, at) => honest.registry.note({ ...key, tenant: 'one' as TenantId }, use, at) },
      }),
    },
  },
)

describe('the law of feeds, on trial', () => {
  const saboteurs: Record<string, (honest: ProjectionPorts) => ProjectionPorts> = {
    'whose heads leave out a stream': eventsThrough((honest) => ({
      async *heads(tenant) {
        yield* (await listed(honest.heads(tenant))).slice(1)
      },
    })),
    'whose rows take whatever is written last': (honest) => ({
      ...honest,
      rows: {
        ...honest.rows,
        save: async (tenant, row) => {
          while (!(await honest.rows.save(tenant, row, (await honest.rows.load(tenant, row.id))?.version)));
          return true
        },
      },
    }),
    'whose rows are not all written': (honest) => ({
      ...honest,
      rows: {
        ...honest.rows,
        save: async (tenant, row, seen) => row.version === 3 || honest.rows.save(tenant, row, seen),
      },
    }),
    'whose rows are removed without a tombstone': (honest) => ({
      ...honest,
      rows: {
        ...honest.rows,
        load: async (tenant, id) => {
          const row = await honest.rows.load(tenant, id)
          return row?.doc && row
        },
      },
    }),
    'whose progress runs ahead': (honest) => ({
      ...honest,
      progress: {
        ...honest.progress,
        save: (seen, next) =>
          honest.progress.save(seen, { ...next, done: { ...next.done, project: (next.done['project'] ?? 0) + 1 } }),
      },
    }),
  }

  test.each(Object.entries(saboteurs))('a store %s is caught', { timeout: 60_000 }, async (_what, sabotage) => {
    const db = openDatabase(':memory:')
    const ports = {
      events: sqliteEventStore(db),
      progress: sqliteProgress(db),
      rows: sqliteViewRows(db, 'live'),
      rebuilt: sqliteViewRows(db, 'rebuilt'),
    }
    const [holds] = Object.values(feedLaw({ numRuns: 500, seed: 1, endOnFailure: true }))
    await expect(holds?.(sabotage(ports), given())).rejects.toThrow()
  })
})
