import { stream } from '@awayday/event-sourcing'
import { given } from '@awayday/event-sourcing/contracts'
import type { TenantId } from '@awayday/kernel'
import { controlTable, eventTable, recordTable, type ServiceManifest, viewTable } from '@awayday/manifest'
import { describe, expect, test } from 'vitest'
import { createTables } from './create-tables.ts'
import { openStore } from './open-store.ts'

const memory = { AWAYDAY_DATA_DIR: ':memory:' }
const acme = 'acme' as TenantId
const manifest: ServiceManifest = {
  name: 'leave',
  root: import.meta.url,
  functions: {},
  tables: {
    events: eventTable(),
    control: controlTable(),
    records: recordTable(),
    views: viewTable({ byTeam: ['team'] }),
  },
}

describe('a store', () => {
  test('is SQLite when the environment names none', async () => {
    await using store = await openStore(memory, 'leave')
    expect(store.name).toBe('sqlite')
  })

  test('has every port, over the tables of its manifest', async () => {
    await using store = await openStore(memory, 'leave')
    await createTables(store, manifest)
    await createTables(store, manifest)

    const id = stream(acme, 'thing', '1')
    const start = await store.events.read(id)
    if (!start.ok) throw new Error('stale')
    expect(await store.events.append(id, start.value.head, given().noted('first'))).toMatchObject({ ok: true })
    expect(await store.progress.save(await store.progress.load(id), { done: { project: 1 } })).toBe(true)
    expect(await store.tenants.settle(acme, store.name)).toBe('sqlite')
    expect(await store.records.save(acme, { kind: 'card', id: 'ana', data: {} }, 0)).toBe(true)
    expect(await store.views('views').save(acme, { id: 'leave/1', version: 1, doc: {} }, undefined)).toBe(true)
  })

  test('is one for all functions of a service, and another for another service', async () => {
    await using leave = await openStore(memory, 'leave')
    await using directory = await openStore(memory, 'directory')
    expect(await openStore({ ...memory, PATH: '/elsewhere' }, 'leave')).toBe(leave)
    expect(directory).not.toBe(leave)
  })

  test('is opened anew after it was closed, which may be said twice', async () => {
    const first = await openStore(memory, 'leave')
    await first[Symbol.asyncDispose]()
    await first[Symbol.asyncDispose]()
    await using second = await openStore(memory, 'leave')
    expect(second).not.toBe(first)
    expect(await second.tenants.settle(acme, 'sqlite')).toBe('sqlite')
  })

  test('is refused with the settings it would need', async () => {
    await expect(openStore({ ...memory, AWAYDAY_STORE: 'oracle' }, 'leave')).rejects.toThrow(
      'AWAYDAY_STORE is sqlite, mongodb or dynamodb, not oracle',
    )
    await expect(openStore({}, 'leave')).rejects.toThrow('AWAYDAY_DATA_DIR is not set')
  })
})
