import { onTrial } from '@awayday/contract-testing'
import { type Given, given, listed } from '@awayday/event-sourcing/contracts'
import { openDatabase } from '@awayday/event-sourcing/sqlite'
import type { TenantId } from '@awayday/kernel'
import { sqlitePlainRecords } from '@awayday/plain-records/sqlite'
import { recordedNotes } from '#adapters/plain-records/notes.ts'
import { notesContract } from './notes.contract.ts'
import type { LooseNote, Notes } from './notes.port.ts'

onTrial<Notes, Given>('the contract of notes', notesContract, {
  open: async () => recordedNotes(sqlitePlainRecords(openDatabase(':memory:'))),
  given,
  saboteurs: {
    'keeps ASCII only': (honest) => ({
      ...honest,
      write: (tenant, id, { person, text }, at) =>
        honest.write(tenant, id, { person, text: text.replace(/[^ -~]/gu, '?') }, at),
    }),
    'lets the last words stand': (honest) => ({
      ...honest,
      write: async (tenant, id, note, at) => {
        const [loose] = await listed(honest.loose(tenant, '9999' as typeof at))
        if (loose) await honest.forget(tenant, loose)
        return honest.write(tenant, id, note, at)
      },
    }),
    'calls everything loose at once': (honest) => ({
      ...honest,
      loose: (tenant) => honest.loose(tenant, '9999' as Parameters<Notes['loose']>[1]),
    }),
    'never keeps': (honest) => ({ ...honest, keep: async () => true }),
    'never forgets': (honest) => ({ ...honest, forget: async () => true }),
    'forgets what was written meanwhile': (honest) => ({
      ...honest,
      forget: async (tenant, { id }) => honest.forget(tenant, await latest(honest, tenant, id)),
    }),
    'mixes companies': (honest) => ({
      ...honest,
      read: async (tenant, ids) =>
        new Map([
          ...(await honest.read(tenant, ids)),
          ...(await honest.read(tenant.replace(/-b$/, '') as TenantId, ids)),
        ]),
    }),
  },
})

const latest = async (notes: Notes, tenant: TenantId, id: string): Promise<LooseNote> => {
  const loose = await listed(notes.loose(tenant, '9999' as Parameters<Notes['loose']>[1]))
  return loose.find((note) => note.id === id) ?? Promise.reject(new Error('not loose'))
}
