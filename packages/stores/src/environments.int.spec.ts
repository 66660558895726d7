import { dynamoTables } from '@awayday/contract-testing/servers'
import { stream } from '@awayday/event-sourcing'
import { given } from '@awayday/event-sourcing/contracts'
import type { TenantId } from '@awayday/kernel'
import { afterAll, expect, test } from 'vitest'
import { createTables } from './create-tables.ts'
import { openStore } from './open-store.ts'
import { manifest } from './testing/three-stores.ts'

const server = await dynamoTables()
afterAll(() => server[Symbol.asyncDispose]())

/** Names of which one begins with another, as those of people do. */
const names = Array.from({ length: 20 }, (_, n) => `an${'a'.repeat(n)}`)
const ours = stream('acme' as TenantId, 'person', 'ana')

const open = (name: string) =>
  openStore(
    {
      AWAYDAY_STORE: 'dynamodb',
      AWAYDAY_DYNAMODB_ENDPOINT: server.endpoint,
      AWAYDAY_TABLE_PREFIX: `${server.prefix}-${name}`,
    },
    manifest.name,
  )

test('twenty environments of one account, in one process, know nothing of each other’s company of the same name', async () => {
  const written = await Promise.all(
    names.map(async (name) => {
      await using store = await open(name)
      await createTables(store, manifest)
      const read = await store.events.read(ours)
      if (!read.ok) throw new Error('stale')
      expect([name, read.value.records]).toEqual([name, []])
      const appended = await store.events.append(ours, read.value.head, given().noted(name, { data: name }))
      return appended.ok
    }),
  )
  expect(written).toEqual(names.map(() => true))
  for (const name of names) {
    await using store = await open(name)
    const read = await store.events.read(ours)
    const bodies = read.ok ? read.value.records.map(({ body }) => body) : []
    expect(bodies).toEqual([expect.stringContaining(`"${name}"`)])
  }
})
