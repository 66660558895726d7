import { verify } from '@awayday/contract-testing'
import type { Route } from '@awayday/event-sourcing'
import { type Given, given, listed } from '@awayday/event-sourcing/contracts'
import type { TenantId } from '@awayday/kernel'
import type { PlainRecords } from '@awayday/plain-records'
import { plainRecordsContract } from '@awayday/plain-records/contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { handOverRecord } from './hand-over.ts'
import { storesNamed } from './testing/two-stores.ts'

/** Marks and copies are between stores; who asks several of them at once is shown neither. */
const {
  'a record that was handed over says so, and keeps saying it': _marks,
  'a copy is taken as it is, where nothing or an older one stands': _copies,
  ...shown
} = plainRecordsContract

const over = (route: Route) => ({
  open: async (): Promise<PlainRecords & AsyncDisposable> => {
    const databases = storesNamed('sqlite', 'mongodb')
    const { records } = databases.start('sqlite')
    const routed = new Map<TenantId, Promise<void>>()
    const first = (tenant: TenantId): Promise<void> => {
      const done = routed.get(tenant) ?? databases.reroute('sqlite', tenant, route)
      routed.set(tenant, done)
      return done
    }
    return {
      ...records,
      load: async (tenant, ...rest) => {
        await first(tenant)
        return records.load(tenant, ...rest)
      },
      save: async (tenant, ...rest) => {
        await first(tenant)
        return records.save(tenant, ...rest)
      },
      [Symbol.asyncDispose]: async () => databases[Symbol.dispose](),
    }
  },
  given: (): Given => given(),
})
verify('records of a tenant that never moved', shown, over({ home: 'sqlite', epoch: 0 }))
verify('records of a tenant on its way', shown, over({ home: 'sqlite', epoch: 1, to: 'mongodb' }))
verify('records of a tenant on its way back', shown, over({ home: 'sqlite', epoch: 2, to: 'sqlite' }))

const moved = { epoch: 1, to: 'dynamodb' } as const
const announced: Route = { home: 'mongodb', ...moved }

test('a record that the new home has begun is seen by who has not heard that it is home, and written to', async () => {
  using stores = storesNamed('mongodb', 'dynamodb')
  const tenant = given().tenant()
  await stores.reroute('mongodb', tenant, announced)
  const unaware = stores.start('mongodb')
  await unaware.routes.of(tenant)
  await stores.reroute('dynamodb', tenant, { home: 'dynamodb', epoch: 1 })
  await stores.reroute('mongodb', tenant, { home: 'dynamodb', epoch: 1 })
  const record = { kind: 'session', id: 'one', data: { person: 'ana' } }
  expect(await stores.start('mongodb').records.save(tenant, record, 0)).toBe(true)
  expect(await unaware.records.load(tenant, 'session', 'one')).toEqual({ ...record, rev: 1 })
  expect(await unaware.records.save(tenant, { ...record, data: { person: 'ana', revoked: true } }, 1)).toBe(true)
  expect(await stores.records.get('mongodb')?.load(tenant, 'session', 'one')).toBe(undefined)
})

describe('a record under an announced move', () => {
  let stores: ReturnType<typeof storesNamed>
  const acme = 'acme' as TenantId
  const ana = { tenant: acme, kind: 'card', id: 'ana' }
  const card = (name: string) => ({ kind: 'card', id: 'ana', data: { name } })
  const at = (name: 'mongodb' | 'dynamodb') => stores.records.get(name)?.load(acme, 'card', 'ana')
  beforeEach(async () => {
    stores = storesNamed('mongodb', 'dynamodb')
    await stores.reroute('mongodb', acme, { home: 'mongodb', epoch: 0 })
  })
  afterEach(() => stores[Symbol.dispose]())

  test('is written at home until it is handed over, and where it went from then on', async () => {
    const unaware = stores.start('mongodb')
    await unaware.records.save(acme, card('Ana'), 0)
    await stores.reroute('mongodb', acme, announced)
    const { records, routes } = stores.start('mongodb')
    expect(await records.save(acme, card('Anna'), 1)).toBe(true)
    await handOverRecord({ stores: stores.records, routes }, ana, moved)
    await handOverRecord({ stores: stores.records, routes }, ana, moved)
    expect(await unaware.records.save(acme, card('late'), 2)).toBe(false)
    expect(await unaware.records.load(acme, 'card', 'ana')).toEqual({ ...card('Anna'), rev: 3 })
    expect(await unaware.records.save(acme, card('Hanna'), 3)).toBe(true)
    expect(await at('mongodb')).toEqual({ ...card('Anna'), rev: 3, moved })
    expect(await at('dynamodb')).toEqual({ ...card('Hanna'), rev: 4, moved })
    expect(await records.load(acme, 'card', 'ana')).toEqual({ ...card('Hanna'), rev: 4 })
    expect(await listed(records.list(acme, 'card'))).toEqual([{ ...card('Hanna'), rev: 4 }])
  })

  test('is taken along by whoever meets the mark, when the mover died behind it', async () => {
    await stores.start('mongodb').records.save(acme, card('Ana'), 0)
    await stores.reroute('mongodb', acme, announced)
    await stores.records.get('mongodb')?.save(acme, { ...card('Ana'), moved }, 1)
    const { records } = stores.start('mongodb')
    expect(await records.load(acme, 'card', 'ana')).toEqual({ ...card('Ana'), rev: 2 })
    expect(await at('dynamodb')).toEqual({ ...card('Ana'), rev: 2, moved })
  })

  test('is made at home, with the mark on it, so that two processes never make two', async () => {
    const unaware = stores.start('mongodb')
    await unaware.routes.of(acme)
    await stores.reroute('mongodb', acme, announced)
    const told = stores.start('mongodb')
    const made = await Promise.all([
      told.records.save(acme, card('told'), 0),
      unaware.records.save(acme, card('unaware'), 0),
      told.records.save(acme, card('told as well'), 0),
    ])
    expect(made.filter(Boolean)).toHaveLength(1)
    expect(await told.records.load(acme, 'card', 'ana')).toEqual(await unaware.records.load(acme, 'card', 'ana'))
  })

  test('made in the new home is not made again by who has not heard of it', async () => {
    await stores.reroute('mongodb', acme, announced)
    const late = stores.start('mongodb')
    await late.routes.of(acme)
    await stores.reroute('dynamodb', acme, { home: 'dynamodb', epoch: 1 })
    await stores.reroute('mongodb', acme, { home: 'dynamodb', epoch: 1 })
    const { records } = stores.start('mongodb')
    expect(await records.save(acme, card('Ana'), 0)).toBe(true)
    expect(await late.records.save(acme, card('late'), 0)).toBe(false)
    expect(await late.records.load(acme, 'card', 'ana')).toEqual({ ...card('Ana'), rev: 1 })
  })

  test('comes back the same way, purged or not', async () => {
    const { records } = stores.start('mongodb')
    await records.save(acme, card('Ana'), 0)
    await stores.reroute('mongodb', acme, announced)
    const told = stores.start('mongodb')
    await handOverRecord({ stores: stores.records, routes: told.routes }, ana, moved)
    await told.records.save(acme, { kind: 'card', id: 'ana' }, 2)
    const back = { epoch: 2, to: 'mongodb' } as const
    await stores.reroute('mongodb', acme, { home: 'mongodb', ...back })
    const returning = stores.start('mongodb')
    await handOverRecord({ stores: stores.records, routes: returning.routes }, ana, back)
    expect(await returning.records.save(acme, card('late'), 2)).toBe(false)
    expect(await at('mongodb')).toEqual({ kind: 'card', id: 'ana', rev: 4, moved: back })
    expect(await told.records.load(acme, 'card', 'ana')).toEqual({ kind: 'card', id: 'ana', rev: 4 })
    await handOverRecord({ stores: stores.records, routes: told.routes }, ana, moved) // by a mover that comes late
    expect(await at('mongodb')).toEqual({ kind: 'card', id: 'ana', rev: 4, moved: back })
  })
})
