import {
  type Head,
  headAfter,
  headAt,
  newRecord,
  STORE_NAMES,
  type StoreName,
  sealIn,
  stream,
} from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { afterAll, describe, expect, test } from 'vitest'
import { AT, type Company, small, told } from './testing/company.ts'
import { scratchFolders } from './testing/folders.ts'
import { heldOf, inKeyOrder, living } from './testing/places.ts'
import { restored, taken } from './testing/there-and-back.ts'
import { threePlaces } from './testing/three-stores.ts'

await using stack = new AsyncDisposableStack()
const folders = stack.use(await scratchFolders())
const [from, to] = [stack.use(await threePlaces()).places, stack.use(await threePlaces()).places]
const all = stack.move()
afterAll(() => all.disposeAsync())

const pairs = STORE_NAMES.flatMap((source) => STORE_NAMES.map((target) => [source, target] as const))

/** As a company is that has been moved to this store. */
const moved = (tenant: TenantId, here: StoreName): Company => ({
  ...small(tenant),
  events: [
    ...told(tenant, 'person/ana', [1, 2], { epoch: 3, to: here }),
    ...told(tenant, 'person/ben', [1]), // began after the move
  ],
  records: [
    { key: 'card#ana', value: `{"rev":4,"data":{"zeta":1,"alpha":2},"moved":{"epoch":3,"to":"${here}"}}` },
    { key: 'card#ben', value: '{"rev":1,"data":{}}' },
  ],
})

describe.each(pairs)('a backup of %s, restored into %s', (source, target) => {
  test('holds the same, byte for byte', async () => {
    const tenant = `acme-${source}-${target}` as TenantId
    await living(from[source], { [tenant]: small(tenant) })
    const folder = await folders.folder()
    const { sha256 } = await taken(from[source], [tenant], folder)
    await restored(folder, to[target])
    expect(await heldOf(to[target], tenant)).toEqual(inKeyOrder(small(tenant)))
    expect(await to[target].store.tenants.route(tenant)).toMatchObject({ home: target, epoch: 0 })
    expect((await taken(to[target], [tenant], await folders.folder())).sha256).toBe(sha256)
  })

  test('is owned by the store it is in, wherever the company had been moved before', async () => {
    const tenant = `globex-${source}-${target}` as TenantId
    const company = moved(tenant, source)
    await living(from[source], { [tenant]: company })
    await from[source].store.tenants.reroute(tenant, { home: source, epoch: 3 }, 1)
    const folder = await folders.folder()
    await taken(from[source], [tenant], folder)
    await restored(folder, to[target])

    const { store } = to[target]
    const again = source !== target
    expect(await store.tenants.route(tenant)).toMatchObject({ home: target, epoch: again ? 4 : 3 })
    const ana = await store.events.read(stream(tenant, 'person', 'ana'))
    if (!ana.ok) throw new Error('stale')
    const { records, head } = ana.value
    expect(records.map(({ body }) => body).slice(0, 3)).toEqual(
      company.events?.flatMap(({ key, value }) => (key.startsWith('person/ana#') ? [value] : [])),
    )
    expect(records.slice(3).map(sealIn)).toEqual(again ? [{ epoch: 4, to: target }] : [])
    expect(await store.events.append(stream(tenant, 'person', 'ana'), head, note('after', head))).toMatchObject({
      ok: true,
    })
    const ben = await store.events.read(stream(tenant, 'person', 'ben'))
    expect(ben.ok && [ben.value.records.length, ben.value.head.owner]).toEqual([1, target])
    expect(await store.records.load(tenant, 'card', 'ana')).toEqual({
      kind: 'card',
      id: 'ana',
      rev: again ? 5 : 4,
      data: { zeta: 1, alpha: 2 },
      moved: { epoch: again ? 4 : 3, to: target },
    })
    expect(await store.records.load(tenant, 'card', 'ben')).toEqual({ kind: 'card', id: 'ben', rev: 1, data: {} })
    await taken(to[target], [tenant], await folders.folder()) // which it can be only where every stream is owned
  })
})

test.each(STORE_NAMES)('a backup of %s that is taken while many append holds of each stream a prefix', async (name) => {
  const tenant = 'busy' as TenantId
  const place = await living(from[name], { [tenant]: {} })
  const streams = Array.from({ length: 8 }, (_, n) => stream(tenant, 'person', `p${n}`))
  let writing = true
  const writers = streams.map(async (one) => {
    const bodies: string[] = []
    let head = headAt(name)
    while (writing) {
      const record = note(`${one.name} ${head.version}`, head)
      const appended = await place.store.events.append(one, head, record)
      if (!appended.ok) throw new Error('conflict')
      bodies.push(record.body)
      head = headAfter(head, [appended.value.record])
    }
    return bodies
  })
  await taken(place, [tenant], await folders.folder())
  const folder = await folders.folder()
  await taken(place, [tenant], folder)
  writing = false
  const written = await Promise.all(writers)

  await restored(folder, to[name])
  for (const [n, one] of streams.entries()) {
    const read = await to[name].store.events.read(one)
    const bodies = read.ok ? read.value.records.map(({ body }) => body) : []
    expect(bodies.length).toBeGreaterThan(0)
    expect(bodies).toEqual(written[n]?.slice(0, bodies.length))
  }
})

const note = (id: string, { version, digest }: Head) =>
  newRecord({
    at: AT,
    by: 'ana',
    command: { id, digest: 'd' },
    correlation: 'c',
    cause: 'c',
    prev: version === 0 ? null : digest,
    events: [{ type: 'Noted', v: 1, data: version }],
  })
