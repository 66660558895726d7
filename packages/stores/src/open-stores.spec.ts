import { stream, whole } from '@awayday/event-sourcing'
import { given, listed } from '@awayday/event-sourcing/contracts'
import type { TenantId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { openStores } from './open-stores.ts'

const memory = { AWAYDAY_DATA_DIR: ':memory:' }
const acme = 'acme' as TenantId

describe('the stores of a service', () => {
  test('are one, unless others are named', async () => {
    await using stores = await openStores(memory, 'leave')
    expect([stores.home, stores.all.map(({ name }) => name)]).toEqual(['sqlite', ['sqlite']])
    expect(stores.followed('views').map(({ name, place, carry }) => [name, place, carry])).toEqual([
      ['sqlite', undefined, undefined],
    ])
    expect(await stores.followed('views')[0].isRead(acme)).toBe(true)
  })

  test('are asked as one', async () => {
    await using stores = await openStores(memory, 'leave')
    expect(await stores.tenants.settle(acme, stores.home)).toBe('sqlite')
    const { head } = await whole(stores.events, stream(acme, 'thing', '1'))
    expect(await stores.events.append(stream(acme, 'thing', '1'), head, given().noted('first'))).toMatchObject({
      ok: true,
    })
    expect(await stores.records.save(acme, { kind: 'card', id: 'ana', data: {} }, 0)).toBe(true)
    expect(await listed(stores.tenants.all())).toEqual([acme])
  })

  test('take nothing for a tenant that has moved to where this process does not look', async () => {
    await using stores = await openStores(memory, 'leave')
    await stores.all[0].tenants.reroute(acme, { home: 'dynamodb', epoch: 1 }, 0)
    const id = stream(acme, 'thing', '1')
    const { head } = await whole(stores.events, id)
    await expect(stores.events.append(id, head, given().noted('first'))).rejects.toThrow(
      'add dynamodb to AWAYDAY_OTHER_STORES',
    )
    expect(await listed(stores.tenants.all())).toEqual([])
  })

  test.each([
    [{ AWAYDAY_OTHER_STORES: 'oracle' }, 'AWAYDAY_OTHER_STORES names oracle; there are sqlite, mongodb, dynamodb'],
    [{ AWAYDAY_OTHER_STORES: 'mongodb' }, 'AWAYDAY_MONGODB_URL is not set'],
  ])('are refused with the setting that is missing or wrong: %j', async (env, sentence) =>
    expect(openStores({ ...memory, ...env }, 'leave')).rejects.toThrow(sentence),
  )
})
