import { onTrial } from '@awayday/contract-testing'
import { given, listed } from '@awayday/event-sourcing/contracts'
import { openDatabase } from '@awayday/event-sourcing/sqlite'
import type { TenantId } from '@awayday/kernel'
import { sqlitePlainRecords } from './adapters/sqlite/plain-records.ts'
import { plainRecordsContract } from './plain-records.contract.ts'
import type { PlainRecord, PlainRecords } from './plain-records.port.ts'

const revOf = async (records: PlainRecords, tenant: TenantId, { kind, id }: { kind: string; id: string }) =>
  (await records.load(tenant, kind, id))?.rev ?? 0
const pageOf = (
  honest: PlainRecords,
  change: (all: readonly PlainRecord[]) => readonly PlainRecord[],
): PlainRecords => ({
  ...honest,
  async *list(tenant, kind, after) {
    yield* change(await listed(honest.list(tenant, kind, after)))
  },
})

onTrial<PlainRecords, ReturnType<typeof given>>('the contract of plain records', plainRecordsContract, {
  open: async () => sqlitePlainRecords(openDatabase(':memory:')),
  given,
  saboteurs: {
    'lets the last writer win': (honest) => ({
      ...honest,
      save: async (tenant, record) => honest.save(tenant, record, await revOf(honest, tenant, record)),
    }),
    'looks first and writes afterwards': (honest) => ({
      ...honest,
      save: async (tenant, record, seen) => {
        if ((await revOf(honest, tenant, record)) !== seen) return false
        while (!(await honest.save(tenant, record, await revOf(honest, tenant, record))));
        return true
      },
    }),
    'keeps what it refuses': (honest) => ({
      ...honest,
      save: async (tenant, record, seen) => {
        if (await honest.save(tenant, record, seen)) return true
        await honest.save(tenant, record, await revOf(honest, tenant, record))
        return false
      },
    }),
    'does not count': (honest) => ({
      ...honest,
      load: async (tenant, kind, id) => {
        const found = await honest.load(tenant, kind, id)
        return found && { ...found, rev: 1 }
      },
    }),
    'finds an empty record where there is none': (honest) => ({
      ...honest,
      load: async (tenant, kind, id) => (await honest.load(tenant, kind, id)) ?? { kind, id, rev: 0 },
    }),
    'purges without a tombstone': (honest) => ({
      ...honest,
      load: async (tenant, kind, id) => {
        const found = await honest.load(tenant, kind, id)
        return found?.data && found
      },
    }),
    'lists no tombstones': (honest) => pageOf(honest, (all) => all.filter(({ data }) => data)),
    'lists the first page': (honest) => pageOf(honest, (all) => all.slice(0, 100)),
    'lists as dictionaries do': (honest) => pageOf(honest, (all) => all.toSorted((a, b) => a.id.localeCompare(b.id))),
    'lists from the start whatever it is asked': (honest) => ({
      ...honest,
      list: (tenant, kind) => honest.list(tenant, kind),
    }),
    'joins tenant, kind and id': (honest) => ({
      ...honest,
      load: async (tenant, kind, id) => {
        const found = await honest.load('one' as TenantId, 'one', tenant + kind + id)
        return found && { ...found, kind, id }
      },
      save: (tenant, record, seen) =>
        honest.save('one' as TenantId, { ...record, kind: 'one', id: tenant + record.kind + record.id }, seen),
    }),
    'changes text': (honest) => ({
      ...honest,
      save: (tenant, record, seen) =>
        honest.save(tenant, JSON.parse(JSON.stringify(record).normalize('NFC')) as typeof record, seen),
    }),
    'keeps the data it was given': (honest) => {
      const kept = new Map<string, PlainRecord['data']>()
      return {
        ...honest,
        load: async (tenant, kind, id) => {
          const found = await honest.load(tenant, kind, id)
          const data = kept.get([tenant, kind, id].join())
          return found?.data && data ? { ...found, data } : found
        },
        save: async (tenant, record, seen) => {
          const won = await honest.save(tenant, record, seen)
          if (won) kept.set([tenant, record.kind, record.id].join(), record.data)
          return won
        },
      }
    },
  },
})
