import { verify } from '@awayday/contract-testing'
import { given, listed } from '@awayday/event-sourcing/contracts'
import { faultyProcess } from '@awayday/faults'
import type { TenantId } from '@awayday/kernel'
import { expect, test } from 'vitest'
import { storedItemsContract } from './stored-items.contract.ts'
import { storedItemsFaults } from './testing/faults.ts'
import { onSqlite } from './testing/on-sqlite.ts'

verify('stored items that faults may befall, when quiet', storedItemsContract, {
  open: async () => {
    const opened = await onSqlite()
    return { ...opened, items: faultyProcess().through('items', opened.items, storedItemsFaults) }
  },
  given,
})

const acme = 'acme' as TenantId
const keys = ['a#0000000001', 'a#0000000002', 'b#0000000001', 'c#0000000001']
const items = keys.map((key) => ({ key, value: '{}' }))

test.each([
  ['load', 'partial batch', [0, 1]],
  ['load', 'unprocessed items', [1, 3]],
  ['copy', 'unprocessed items', [0, 1]],
] as const)('of a %s that meets a %s a part is there: %j', async (how, kind, there) => {
  await using opened = await onSqlite()
  const process = faultyProcess()
  const faulty = process.through('items', opened.items, storedItemsFaults)
  process.expect({ call: 0, kind })
  await expect(faulty[how](acme, 'events', items)).rejects.toMatchObject({ name: 'StoreUnavailable' })
  const found = (await listed(faulty.pages(acme, 'events'))).flat().map(({ key }) => key)
  expect(found).toEqual(there.map((n) => keys[n]))
})
