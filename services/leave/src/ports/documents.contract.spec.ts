import { onTrial } from '@awayday/contract-testing'
import { type Given, given } from '@awayday/event-sourcing/contracts'
import { openDatabase } from '@awayday/event-sourcing/sqlite'
import type { TenantId } from '@awayday/kernel'
import { sqlitePlainRecords } from '@awayday/plain-records/sqlite'
import { recordedDocuments } from '#adapters/plain-records/documents.ts'
import { DOCUMENT_BYTES_MAX } from '#domain/company/setting.ts'
import { documentsContract } from './documents.contract.ts'
import type { Documents } from './documents.port.ts'

onTrial<Documents, Given>('the contract of documents', documentsContract, {
  open: async () => recordedDocuments(sqlitePlainRecords(openDatabase(':memory:'))),
  given,
  saboteurs: {
    'keeps ASCII only': (honest) => ({
      ...honest,
      put: async (tenant, text) => honest.put(tenant, text.replace(/[^ -~\n]/gu, '?')),
    }),
    'keeps what the text means': (honest) => ({
      ...honest,
      put: (tenant, text) => honest.put(tenant, text.startsWith('{') ? JSON.stringify(JSON.parse(text)) : text),
    }),
    'numbers its documents': (honest) => {
      let n = 0
      return { ...honest, put: async (tenant, text) => `${await honest.put(tenant, text)}${++n}` }
    },
    'takes the same text for a mistake': (honest) => {
      const known = new Set<string>()
      return {
        ...honest,
        put: async (tenant, text) => {
          if (known.size === known.add(`${tenant} ${text}`).size) throw new Error('there already')
          return honest.put(tenant, text)
        },
      }
    },
    forgets: (honest) => ({ ...honest, read: async () => new Map() }),
    'answers what nobody put': (honest) => ({
      ...honest,
      read: async (tenant, hashes) =>
        new Map([...hashes.map((hash) => [hash, ''] as const), ...(await honest.read(tenant, hashes))]),
    }),
    'cuts what is long': (honest) => ({ ...honest, put: (tenant, text) => honest.put(tenant, text.slice(0, 100_000)) }),
    'takes whatever comes': (honest) => ({
      ...honest,
      put: (tenant, text) => honest.put(tenant, text.slice(0, DOCUMENT_BYTES_MAX / 2)),
    }),
    'mixes companies': (honest) => ({
      ...honest,
      read: async (tenant, hashes) =>
        new Map([
          ...(await honest.read(tenant, hashes)),
          ...(await honest.read(tenant.replace(/-b$/, '') as TenantId, hashes)),
        ]),
    }),
  },
})
