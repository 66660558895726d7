import { onTrial } from '@awayday/contract-testing'
import type { TenantId } from '@awayday/kernel'
import { openDatabase, sqliteViewRows } from './adapters/sqlite/index.ts'
import { given } from './testing/given.ts'
import { listed } from './testing/reading.ts'
import { viewRowsContract } from './view-rows.contract.ts'
import type { ViewRow, ViewRows } from './view-rows.port.ts'

const one = 'one' as TenantId
const sorted = (value: unknown): unknown =>
  Array.isArray(value) || typeof value !== 'object' || value === null
    ? value
    : Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))

onTrial<ViewRows, ReturnType<typeof given>>('the contract of view rows', viewRowsContract, {
  open: async () => sqliteViewRows(openDatabase(':memory:'), 'views'),
  given,
  saboteurs: {
    'lets the last writer win': (honest) => ({
      ...honest,
      save: async (tenant, row) => honest.save(tenant, row, (await honest.load(tenant, row.id))?.version),
    }),
    'looks first and writes afterwards': (honest) => ({
      ...honest,
      save: async (tenant, row, seen) => {
        if ((await honest.load(tenant, row.id))?.version !== seen) return false
        while (!(await honest.save(tenant, row, (await honest.load(tenant, row.id))?.version)));
        return true
      },
    }),
    'keeps what it refuses': (honest) => ({
      ...honest,
      save: async (tenant, row, seen) => {
        if (await honest.save(tenant, row, seen)) return true
        await honest.save(tenant, row, (await honest.load(tenant, row.id))?.version)
        return false
      },
    }),
    'keeps the row as it was first': (honest) => ({
      ...honest,
      save: async (tenant, row, seen) => seen !== undefined || honest.save(tenant, row, seen),
    }),
    'lists tombstones': (honest) => {
      const gone = new Map<string, ViewRow>()
      return {
        ...honest,
        save: (tenant, row, seen) => {
          if (!row.doc) gone.set(tenant, row)
          return honest.save(tenant, row, seen)
        },
        async *all(tenant) {
          yield* honest.all(tenant)
          const tombstone = gone.get(tenant)
          if (tombstone) yield tombstone
        },
      }
    },
    'hides tombstones from writers': (honest) => ({
      ...honest,
      load: async (tenant, id) => {
        const row = await honest.load(tenant, id)
        return row?.doc && row
      },
    }),
    'forgets when a tombstone may go': (honest) => ({
      ...honest,
      save: (tenant, { purgeAt: _purgeAt, ...row }, seen) => honest.save(tenant, row, seen),
    }),
    'sorts members by name': (honest) => ({
      ...honest,
      load: async (tenant, id) => {
        const row = await honest.load(tenant, id)
        return row?.doc ? { ...row, doc: sorted(row.doc) as Record<string, unknown> } : row
      },
    }),
    'lists the first page': (honest) => ({
      ...honest,
      async *all(tenant) {
        yield* (await listed(honest.all(tenant))).slice(0, 100)
      },
    }),
    'lists as dictionaries do': (honest) => ({
      ...honest,
      async *all(tenant) {
        yield* (await listed(honest.all(tenant))).toSorted((a, b) => a.id.localeCompare(b.id))
      },
    }),
    'joins tenant and id': (honest) => ({
      ...honest,
      load: async (tenant, id) => {
        const row = await honest.load(one, tenant + id)
        return row && { ...row, id }
      },
      save: (tenant, row, seen) => honest.save(one, { ...row, id: (tenant + row.id).slice(0, 200) }, seen),
    }),
    'finds a row where there is none': (honest) => ({
      ...honest,
      load: async (tenant, id) => (await honest.load(tenant, id)) ?? { id, version: 0 },
    }),
    'keeps the documents it was given': (honest) => {
      const kept = new Map<string, ViewRow>()
      return {
        ...honest,
        load: async (tenant, id) => kept.get(`${tenant}#${id}`) ?? honest.load(tenant, id),
        save: async (tenant, row, seen) => {
          const won = await honest.save(tenant, row, seen)
          if (won) kept.set(`${tenant}#${row.id}`, row)
          return won
        },
      }
    },
  },
})
