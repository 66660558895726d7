import { StoreUnavailable } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { afterAll, expect, test } from 'vitest'
import type { Place } from './place.ts'
import { small } from './testing/company.ts'
import { scratchFolders } from './testing/folders.ts'
import { heldOf, inKeyOrder, living, newPlace } from './testing/places.ts'
import { restored, taken } from './testing/there-and-back.ts'

const [acme, acme2] = ['acme', 'acme2'] as [TenantId, TenantId]
const folders = await scratchFolders()
afterAll(() => folders[Symbol.asyncDispose]())

/** A place of which the n-th writing call is the last that is answered: what comes later is lost, before or after its effect. */
const cutShort = (place: Place, n: number, when: 'before' | 'after'): Place => {
  let calls = 0
  const written = async <T>(write: () => Promise<T>): Promise<T> => {
    calls += 1
    if (calls > n || (calls === n && when === 'before')) throw new StoreUnavailable('cut short')
    const done = await write()
    if (calls === n) throw new StoreUnavailable('cut short')
    return done
  }
  const { items, store } = place
  return {
    ...place,
    store: {
      ...store,
      tenants: { ...store.tenants, reroute: (...of) => written(() => store.tenants.reroute(...of)) },
    },
    items: {
      ...items,
      load: (...of) => written(() => items.load(...of)),
      copy: (...of) => written(() => items.copy(...of)),
      replace: (...of) => written(() => items.replace(...of)),
    },
  }
}

/** Every write is tried where changes are checked, every fourth otherwise. */
const STEP = process.env['CI'] ? 1 : 4

test.each(['before', 'after'] as const)(
  'a restore that is cut short %s any write is brought to its end by the next',
  async (when) => {
    const folder = await folders.folder()
    const { records = [], events = [] } = small(acme2)
    const companies = { acme: small(acme), acme2: { progress: [], 'views:views': [], events, records, registry: [] } }
    await taken(await living(await newPlace(), companies), [acme, acme2], folder)
    const expected = Object.values(companies).map(inKeyOrder)
    let cuts = 0
    for (;;) {
      const place = await newPlace()
      const ended = await restored(folder, cutShort(place, 1 + cuts * STEP, when)).then(
        () => true,
        () => false,
      )
      if (ended) break
      cuts += 1
      await restored(folder, place)
      expect([await heldOf(place, acme), await heldOf(place, acme2)]).toEqual(expected)
      expect(await place.store.tenants.route(acme)).toEqual({ home: 'sqlite', epoch: 0, rev: expect.any(Number) })
    }
    expect(cuts).toBeGreaterThan(16 / STEP)
  },
)

test('a backup that is cut short is none, and the next one begins anew', async () => {
  const folder = await folders.folder()
  const place = await living(await newPlace(), { acme: small(acme), acme2: small(acme2) })
  const failing: Place = {
    ...place,
    items: {
      ...place.items,
      pages: (tenant, collection, after) => {
        if (tenant === acme2 && collection === 'records') throw new StoreUnavailable('cut short')
        return place.items.pages(tenant, collection, after)
      },
    },
  }
  await expect(taken(failing, [acme, acme2], folder)).rejects.toThrow('cut short')
  await expect(restored(folder, await newPlace())).rejects.toThrow(
    `${folder} holds no backup: without a manifest.json it was never finished.`,
  )
  const manifest = await taken(place, [acme, acme2], folder)
  expect(manifest.parts.map(({ tenant }) => tenant)).toEqual([acme, acme2])
  await restored(folder, await newPlace())
})
