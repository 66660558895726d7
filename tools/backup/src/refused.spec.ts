import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stream } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { eventKey, type StoredItem } from '@awayday/stored-items'
import { afterAll, describe, expect, test } from 'vitest'
import type { Place } from './place.ts'
import { small, told } from './testing/company.ts'
import { scratchFolders } from './testing/folders.ts'
import { heldOf, inKeyOrder, living, newPlace } from './testing/places.ts'
import { restored, taken } from './testing/there-and-back.ts'

const [acme, acme2] = ['acme', 'acme2'] as [TenantId, TenantId]
const folders = await scratchFolders()
afterAll(() => folders[Symbol.asyncDispose]())

const backedUp = async (place: Place): Promise<string> => {
  const folder = await folders.folder()
  await taken(place, [acme], folder)
  return folder
}

describe('a backup is refused', () => {
  test('of a tenant that is on its way to another store', async () => {
    const place = await living(await newPlace(), { acme: small(acme) })
    await place.store.tenants.reroute(acme, { home: 'sqlite', epoch: 1, to: 'mongodb' }, 1)
    await expect(backedUp(place)).rejects.toThrow(
      "acme's leave is on its way to another store: finish the move or roll it back (pnpm switch status).",
    )
  })

  test('of a tenant whose move was announced while it was read', async () => {
    const place = await living(await newPlace(), { acme: small(acme) })
    const announcing: Place = {
      ...place,
      items: {
        ...place.items,
        async *pages(tenant, collection, after) {
          if (collection === 'registry')
            await place.store.tenants.reroute(acme, { home: 'sqlite', epoch: 1, to: 'mongodb' }, 1)
          yield* place.items.pages(tenant, collection, after)
        },
      },
    }
    await expect(backedUp(announcing)).rejects.toThrow("acme's leave is on its way to another store")
  })

  test('of a tenant that lives elsewhere', async () => {
    const place = await newPlace()
    await place.store.tenants.settle(acme, 'mongodb')
    await expect(backedUp(place)).rejects.toThrow("acme's leave has its home in mongodb, not in sqlite.")
  })

  test('where a stream goes on in another store', async () => {
    const events = told(acme, 'person/ana', [1, 2], { epoch: 1, to: 'mongodb' })
    const place = await living(await newPlace(), { acme: { events } })
    await expect(backedUp(place)).rejects.toThrow('The stream person/ana goes on in mongodb')
  })

  test('where a record is lost', async () => {
    const events = told(acme, 'person/ana', [1, 2, 3]).toSpliced(1, 1)
    const place = await living(await newPlace(), { acme: { events } })
    await expect(backedUp(place)).rejects.toThrow(
      'The record person/ana#0000000002 is lost, and person/ana#0000000003 is there.',
    )
  })

  test('where a record is not the one that its successor follows', async () => {
    const [first, , ...rest] = told(acme, 'person/ana', [1, 2, 3])
    const [, other] = told(acme, 'person/ana', [1, 'two'])
    const events = [first, other, ...rest].flatMap((item) => item ?? [])
    const place = await living(await newPlace(), { acme: { events } })
    await expect(backedUp(place)).rejects.toThrow('The record person/ana#0000000003 does not follow the one before it')
  })

  test('into a folder that holds something else', async () => {
    const folder = await folders.folder()
    await writeFile(join(folder, 'thesis.txt'), 'mine')
    const place = await living(await newPlace(), { acme: small(acme) })
    await expect(taken(place, [acme], folder)).rejects.toThrow(`${folder} holds something else (thesis.txt).`)
    await expect(taken(place, [acme], await backedUp(place))).rejects.toThrow('holds a backup. Name another folder.')
  })
})

test('a page that shows a record and not the one before, which came later to where it was read, is made whole', async () => {
  const place = await living(await newPlace(), { acme: small(acme) })
  const hurried: Place = {
    ...place,
    items: {
      ...place.items,
      async *pages(tenant, collection, after) {
        for await (const page of place.items.pages(tenant, collection, after))
          yield page.filter(({ key }) => key !== eventKey('person/ana', 2))
      },
    },
  }
  const to = await newPlace()
  await restored(await backedUp(hurried), to)
  expect(await heldOf(to, acme)).toEqual(inKeyOrder(small(acme)))
})

describe('a restore is refused', () => {
  test('where something of the tenant is, by the names of all it meets', async () => {
    const from = await living(await newPlace(), { acme: small(acme), acme2: small(acme2) })
    const folder = await folders.folder()
    await taken(from, [acme, acme2], folder)
    const to = await newPlace()
    await to.store.tenants.settle(acme, 'sqlite')
    await to.items.load(acme2, 'registry', small(acme2).registry ?? [])
    await expect(restored(folder, to)).rejects.toThrow(
      'There is something of acme (leave in sqlite), acme2 (leave in sqlite) already: a restore goes only where nothing of a tenant is.',
    )
    expect(await heldOf(to, acme2)).toEqual({
      ...(await heldOf(await newPlace(), acme2)),
      registry: small(acme2).registry,
    })
  })

  test('where another backup was begun to be restored and not ended', async () => {
    const from = await living(await newPlace(), { acme: small(acme) })
    const [first, second] = [await backedUp(from), await backedUp(await living(await newPlace(), { acme: {} }))]
    const to = await newPlace()
    const failing: Place = { ...to, items: { ...to.items, load: () => Promise.reject(new Error('the power is out')) } }
    await expect(restored(first, failing)).rejects.toThrow('the power is out')
    await expect(restored(second, to)).rejects.toThrow(
      "A restore of another backup of acme's leave was begun in sqlite and did not end",
    )
    await restored(first, to)
  })

  test('where somebody writes meanwhile', async () => {
    const from = await living(await newPlace(), { acme: small(acme) })
    const folder = await backedUp(from)
    const to = await newPlace()
    const foreign: StoredItem = { key: 'zoe', value: '{"rev":1,"done":{}}' }
    const busy: Place = {
      ...to,
      items: {
        ...to.items,
        async load(tenant, collection, items) {
          await to.items.load(tenant, collection, items)
          if (collection === 'progress') await to.items.load(tenant, 'progress', [foreign])
        },
      },
    }
    await expect(restored(folder, busy)).rejects.toThrow(
      "In sqlite the progress of acme's leave are not what the backup holds: somebody else writes there.",
    )
    expect(await to.store.tenants.route(acme)).toBeUndefined()
  })
})

test('a restored stream is gone on with where it ended', async () => {
  const to = await newPlace()
  await restored(await backedUp(await living(await newPlace(), { acme: small(acme) })), to)
  const found = await to.store.events.read(stream(acme, 'person', 'ana'))
  expect(found).toMatchObject({ ok: true, value: { head: { version: 3, owner: 'sqlite' } } })
})
