import { verify } from '@awayday/contract-testing'
import { given } from '@awayday/event-sourcing/contracts'
import { openDatabase } from '@awayday/event-sourcing/sqlite'
import { faultyProcess } from '@awayday/faults'
import type { TenantId } from '@awayday/kernel'
import { expect, test } from 'vitest'
import { sqlitePlainRecords } from './adapters/sqlite/plain-records.ts'
import { plainRecordsContract } from './plain-records.contract.ts'
import { plainRecordsFaults } from './testing/faults.ts'

const opened = () => {
  const db = openDatabase(':memory:')
  const process = faultyProcess()
  const records = process.through('records', sqlitePlainRecords(db), plainRecordsFaults)
  return { process, records, [Symbol.asyncDispose]: async () => db.close() }
}

verify('plain records that faults may befall, when quiet', plainRecordsContract, {
  open: async () => {
    const { records, [Symbol.asyncDispose]: dispose } = opened()
    return { ...records, [Symbol.asyncDispose]: dispose }
  },
  given,
})

test.each([
  ['what is there', { name: 'Ana' }, 1, { name: 'Ana' }, 2],
  ['another try of the same words', undefined, 0, { name: 'Anna' }, 1],
] as const)('in between comes %s', async (_what, there, seen, after, rev) => {
  await using store = opened()
  const { process, records } = store
  const [tenant, card] = ['acme' as TenantId, { kind: 'card', id: 'ana' }]
  if (there) await records.save(tenant, { ...card, data: there }, 0)
  process.expect({ call: 0, kind: 'conflict' })
  expect(await records.save(tenant, { ...card, data: { name: 'Anna' } }, seen)).toBe(false)
  expect(await records.load(tenant, 'card', 'ana')).toEqual({ ...card, rev, data: after })
})
