import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import { stream } from '@awayday/event-sourcing'
import { awkward, type Given, listed } from '@awayday/event-sourcing/contracts'
import type { Instant, TenantId } from '@awayday/kernel'
import type { OpenStore } from '@awayday/stores'
import { eventKey } from './keys.ts'
import type { Collection, StoredItem, StoredItems } from './stored-items.port.ts'

/** A store and what it keeps: what is written through the one is seen through the other. */
export type StoreWithItems = { readonly store: OpenStore; readonly items: StoredItems }
type Clause = Contract<StoreWithItems, Given>[string]

const COLLECTIONS: readonly Collection[] = ['events', 'records', 'registry', 'progress', 'views:views']
const FAR = '2126-05-04T08:00:00.000Z' as Instant
const FARTHER = '2126-05-05T08:00:00.000Z' as Instant

/** Texts whose members a parser would put into another order, and what else a store may change on the way. */
const untouchable = `{"z":1,"10":2,"9":{"b":[],"a":{}},"":"","e":"e\u0301 🏖️ \u2028","s":"\\u0000 \\/ \\ud83d","n":1e3,"m":-0.0}`

const sample: Readonly<Record<string, readonly StoredItem[]>> = {
  events: [
    { key: 'person/ana#0000000001', value: `{"at":"x","command":{"id":"c"},"data":${untouchable}}` },
    { key: 'person/ana#0000000002', value: untouchable },
    { key: 'person/ana-2#0000000001', value: '{"largest":"'.padEnd(262_142, '🏖é').slice(0, 90_000).concat('"}') },
    { key: 'policy/A:1.x_y#0000000001', value: JSON.stringify(awkward) },
  ],
  records: [
    { key: 'card#ana', value: `{"rev":3,"data":${untouchable}}` },
    {
      key: 'card#b.1-_:',
      value: `{"rev":4,"data":{"moved":{"epoch":1,"to":"sqlite"}},"moved":{"epoch":2,"to":"dynamodb"}}`,
    },
    { key: 'card#gone', value: '{"rev":2}' },
    { key: 'card#gone-there', value: '{"rev":2,"moved":{"epoch":1,"to":"mongodb"}}' },
    { key: 'note#1', value: '{"rev":1,"data":{"x":{"moved":{"epoch":1,"to":"sqlite"}}}}' },
    { key: 'note#2', value: '{"rev":1,"data":{}}' },
  ],
  registry: [
    { key: '-_k6LbkruhWEXqyieOaMUYE4L0Qn9eSplrRfFwqivUPr', value: registered('digest', FAR) },
    { key: 'k6LbkruhWEXqyieOaMUYE4L0Qn9eSplrRfFwqivUPrk', value: registered('', FARTHER) },
  ],
  progress: [
    { key: 'person/ana', value: '{"rev":7,"done":{"project":3,"10":1,"9":2}}' },
    { key: 'person/ben', value: `{"rev":1,"done":{},"due":{"at":"${FAR}","tries":2},"parked":{}}` },
    { key: 'policy/p', value: '{"rev":1}' },
  ],
  'views:views': [
    { key: 'leave/1', value: '{"version":3,"doc":{"zeta":1,"alpha":[2,{"b":"🏖\u2028","a":null}]}}' },
    { key: 'leave/2', value: `{"version":4,"purgeAt":"${FAR}"}` },
    { key: 'leave/3', value: `{"version":9,"doc":{"purgeAt":"x"}}` },
  ],
}

function registered(digest: string, expires: Instant): string {
  return `{"digest":"${digest}","stream":"person/ana","expires":"${expires}"}`
}

const held = async (items: StoredItems, tenant: TenantId, collection: Collection, after?: string) =>
  (await listed(items.pages(tenant, collection, after))).flat()

/** Asserts what is held, and names the first that differs: a diff of so many would take minutes. */
const holds = async (items: StoredItems, tenant: TenantId, collection: Collection, expected: readonly StoredItem[]) =>
  same(await held(items, tenant, collection), expected)

const same = (found: readonly StoredItem[], expected: readonly StoredItem[]): void => {
  const n = expected.findIndex(({ key, value }, at) => found[at]?.key !== key || found[at]?.value !== value)
  if (n >= 0) assert.fail(`${expected[n]?.key} is not as it was`)
  assert.equal(found.length, expected.length)
}

const everything = async (items: StoredItems, tenant: TenantId) =>
  Promise.all(COLLECTIONS.map((collection) => held(items, tenant, collection)))

const itemOf = (collection: Collection, n = 0): StoredItem => sample[collection]?.[n] ?? assert.fail('no sample')

const reading: Readonly<Record<string, Clause>> = {
  'a tenant nobody wrote for has nothing': async ({ items }, { tenant }) => {
    assert.deepEqual(await everything(items, tenant()), [[], [], [], [], []])
    for (const collection of COLLECTIONS)
      assert.deepEqual(await items.get(tenant(), collection, [itemOf(collection).key]), [])
  },

  'the tenants are those of the store': async ({ store, items }, { tenant }) => {
    for (const each of [tenant('b'), tenant('a')]) await store.tenants.settle(each, store.name)
    const mine = (await listed(items.tenants())).filter((each) => each.startsWith(tenant()))
    assert.deepEqual(mine, [tenant('a'), tenant('b')])
  },

  'what the ports write are items': async ({ store, items }, { tenant, noted }) => {
    const ana = stream(tenant(), 'person', 'ana')
    const records = [noted('1', { data: awkward }), noted('2', { data: '🏖'.repeat(60_000) })]
    const start = await store.events.read(ana)
    let head = start.ok ? start.value.head : assert.fail('stale')
    for (const record of records) {
      const appended = await store.events.append(ana, head, record)
      head = appended.ok ? appended.value.head : assert.fail('conflict')
    }
    const moved = { epoch: 1, to: 'dynamodb' } as const
    await store.records.save(tenant(), { kind: 'card', id: 'ana', data: { b: 1, a: '🏖' } }, 0)
    await store.records.save(tenant(), { kind: 'card', id: 'ana', data: { b: 2, a: '🏖' }, moved }, 1)
    await store.records.save(tenant(), { kind: 'note', id: 'n', data: {} }, 0)
    await store.records.save(tenant(), { kind: 'note', id: 'n' }, 1)
    await store.progress.save(await store.progress.load(ana), { done: { project: 2 } })
    await store.views('views').save(tenant(), { id: 'leave/1', version: 3, doc: { zeta: 1, alpha: [2] } }, undefined)
    await store.views('views').save(tenant(), { id: 'leave/2', version: 4, purgeAt: FAR }, undefined)
    const use = { digest: 'digest', stream: ana.name }
    await store.registry.note({ tenant: tenant(), actor: 'ana', key: 'k' }, use, FAR)

    const [events, cards, registry, ...others] = await everything(items, tenant())
    assert.deepEqual(
      events,
      records.map(({ body }, n) => ({ key: eventKey(ana.name, n + 1), value: body })),
    )
    assert.deepEqual(cards, [
      { key: 'card#ana', value: '{"rev":2,"data":{"b":2,"a":"🏖"},"moved":{"epoch":1,"to":"dynamodb"}}' },
      { key: 'note#n', value: '{"rev":2}' },
    ])
    assert.deepEqual(
      registry?.map(({ key, value }) => [key.length, value]),
      [[43, registered('digest', '2126-06-03T08:00:00.000Z' as Instant)]],
    )
    assert.deepEqual(others, [
      [{ key: 'person/ana', value: '{"rev":1,"done":{"project":2}}' }],
      [
        { key: 'leave/1', value: '{"version":3,"doc":{"zeta":1,"alpha":[2]}}' },
        { key: 'leave/2', value: `{"version":4,"purgeAt":"${FAR}"}` },
      ],
    ])
  },

  'ten thousand small items are read in order, a thousand at a time': async ({ items }, { tenant }) => {
    const all = Array.from({ length: 10_000 }, (_, n) => ({
      key: `card#${String(n).padStart(5, '0')}`,
      value: `{"rev":1,"data":{"n":${n}}}`,
    }))
    await items.load(tenant(), 'records', all)
    const pages = await listed(items.pages(tenant(), 'records'))
    same(pages.flat(), all)
    assert.ok(pages.every(({ length }) => length > 0 && length <= 1_000))
  },

  'many large items are read in pages of about a megabyte': async ({ items }, { tenant }) => {
    const all = Array.from({ length: 24 }, (_, n) => ({
      key: eventKey('s/1', n + 1),
      value: `{"x":"${'x'.repeat(250_000)}"}`,
    }))
    await items.load(tenant(), 'events', all)
    const pages = await listed(items.pages(tenant(), 'events'))
    await holds(items, tenant(), 'events', all)
    assert.ok(pages.every(({ length }) => length > 0 && length <= 6))
  },

  'streams follow each other by name, their records by version': async ({ items }, { tenant }) => {
    const names = ['b', 'a/1', 'a-1', 'B', 'a', 'a0', '_', '9', 'a:1', 'a.1']
    const all = names.flatMap((name) => [1, 2, 10, 11].map((n) => ({ key: eventKey(name, n), value: `{"n":${n}}` })))
    await items.load(tenant(), 'events', all)
    await holds(
      items,
      tenant(),
      'events',
      all.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    )
  },

  'pages go on behind a key, even one that is not there': async ({ items }, { tenant }) => {
    const all = [1, 2, 3].flatMap((n) => ['a', 'a-1', 'b'].map((s) => ({ key: eventKey(s, n), value: `{"n":${n}}` })))
    await items.load(tenant(), 'events', all)
    const after = async (key: string) => (await held(items, tenant(), 'events', key)).map((item) => item.key)
    const keys = all.map(({ key }) => key).toSorted()
    assert.deepEqual(await after(eventKey('a', 2)), keys.slice(2))
    assert.deepEqual(await after(eventKey('a', 9)), keys.slice(3))
    assert.deepEqual(await after(eventKey('b', 3)), [])
    for (const collection of COLLECTIONS.slice(1)) {
      const [first = assert.fail(), ...rest] = sample[collection] ?? []
      await items.load(tenant('-2'), collection, [first, ...rest])
      assert.deepEqual(await held(items, tenant('-2'), collection, first.key), rest)
    }
  },

  'items are got by their keys, in that order': async ({ items }, { tenant }) => {
    const all = Array.from({ length: 260 }, (_, n) => ({ key: eventKey('s', n + 1), value: `{"n":${n}}` }))
    await items.load(tenant(), 'events', all)
    const asked = [...all.toReversed(), { key: eventKey('s', 999), value: '' }]
    same(
      await items.get(
        tenant(),
        'events',
        asked.map(({ key }) => key),
      ),
      all.toReversed(),
    )
    for (const collection of COLLECTIONS) await items.load(tenant('-2'), collection, sample[collection] ?? [])
    for (const collection of COLLECTIONS) {
      const keys = (sample[collection] ?? []).map(({ key }) => key)
      assert.deepEqual(await items.get(tenant('-2'), collection, keys), sample[collection])
    }
  },
}

const writing: Readonly<Record<string, Clause>> = {
  'what is loaded is there byte for byte, also when it is loaded again': async ({ items }, { tenant }) => {
    for (const _ of [1, 2])
      for (const collection of COLLECTIONS) {
        await items.load(tenant(), collection, sample[collection] ?? [])
        await holds(items, tenant(), collection, sample[collection] ?? [])
      }
  },

  'what is copied is there byte for byte, also when it is copied again': async ({ items }, { tenant }) => {
    for (const _ of [1, 2])
      for (const collection of COLLECTIONS) {
        assert.deepEqual(await items.copy(tenant(), collection, sample[collection] ?? []), [])
        await holds(items, tenant(), collection, sample[collection] ?? [])
      }
  },

  'the ports read what is loaded or copied': async ({ store, items }, { tenant, noted }) => {
    const ana = stream(tenant(), 'person', 'ana')
    const bodies = ['1', '2', '3'].map((key) => noted(key).body)
    const all = bodies.map((value, n) => ({ key: eventKey(ana.name, n + 1), value }))
    await items.load(tenant(), 'events', all.slice(0, 2))
    await items.copy(tenant(), 'events', all)
    const read = await store.events.read(ana)
    assert.deepEqual(read.ok && read.value.records.map(({ body }) => body), bodies)
    await items.load(tenant(), 'records', [{ key: 'card#ana', value: '{"rev":3,"data":{"b":1}}' }])
    assert.deepEqual(await store.records.load(tenant(), 'card', 'ana'), {
      kind: 'card',
      id: 'ana',
      rev: 3,
      data: { b: 1 },
    })
    await items.copy(tenant(), 'progress', [{ key: ana.name, value: '{"rev":4,"done":{"project":3}}' }])
    assert.deepEqual(await store.progress.load(ana), { stream: ana, rev: 4, done: { project: 3 } })
    await items.load(tenant(), 'views:views', sample['views:views'] ?? [])
    assert.deepEqual(
      (await listed(store.views('views').all(tenant()))).map(({ id }) => id),
      ['leave/1', 'leave/3'],
    )
    const key = { tenant: tenant(), actor: 'ana', key: 'k' }
    const first = { digest: 'digest', stream: ana.name }
    await store.registry.note(key, first, FAR)
    await items.copy(tenant('-2'), 'registry', await held(items, tenant(), 'registry'))
    await items.remove(
      tenant(),
      'registry',
      (await held(items, tenant(), 'registry')).map((item) => item.key),
    )
    await items.load(tenant(), 'registry', await held(items, tenant('-2'), 'registry'))
    assert.deepEqual(await store.registry.note(key, { ...first, digest: 'other' }, FAR), {
      first,
      at: FAR,
      again: true,
    })
  },

  'the feed delivers what is loaded or copied': async ({ store, items }, { tenant, noted }) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const missing = new Set(['a', 'b', 'c'].map((name) => `${name}/1`))
    await using _feed = store.feed.deliver(async (batch) => {
      for (const { stream } of batch) if (stream.tenant === tenant()) missing.delete(stream.name)
      if (missing.size === 0) resolve()
      return []
    })
    const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ key: eventKey(`${name}/1`, 1), value: noted(name).body }))
    await items.load(tenant(), 'events', [a ?? assert.fail()])
    await items.copy(tenant(), 'events', [b ?? assert.fail()])
    await items.replace(tenant(), 'events', [c ?? assert.fail()])
    await promise
  },

  'a copy leaves a record that is there alone, and says so if it is another': async ({ items }, { tenant }) => {
    const key = (n: number) => eventKey('s/1', n)
    await items.load(tenant(), 'events', [
      { key: key(2), value: '{"here":2}' },
      { key: key(3), value: '{"n":3}' },
    ])
    const coming = [1, 2, 3, 4].map((n) => ({ key: key(n), value: `{"n":${n}}` }))
    assert.deepEqual(await items.copy(tenant(), 'events', coming), [
      { key: key(2), here: '{"here":2}', coming: '{"n":2}' },
    ])
    await holds(items, tenant(), 'events', coming.with(1, { key: key(2), value: '{"here":2}' }))
  },

  'a copy replaces what is older, and nothing else': async ({ items }, { tenant }) => {
    const aged: Readonly<Record<string, readonly [old: string, same: string, other: string, newer: string]>> = {
      records: [
        '{"rev":9,"data":{"a":1}}',
        '{"rev":10}',
        '{"rev":10,"data":{}}',
        '{"rev":11,"moved":{"epoch":1,"to":"sqlite"}}',
      ],
      registry: [
        registered('a', FAR),
        registered('b', FARTHER),
        registered('c', FARTHER),
        registered('d', '2126-07-01T00:00:00.000Z' as Instant),
      ],
      progress: ['{"rev":9,"done":{}}', '{"rev":10,"done":{}}', '{"rev":10,"done":{"p":1}}', '{"rev":11,"done":{}}'],
      'views:views': [
        '{"version":9,"doc":{"a":1}}',
        `{"version":10,"purgeAt":"${FAR}"}`,
        '{"version":10,"doc":{}}',
        '{"version":11,"doc":{}}',
      ],
    }
    for (const collection of COLLECTIONS.slice(1)) {
      const [old, here, other, newer] = aged[collection] ?? assert.fail()
      const { key } = itemOf(collection)
      const copied = async (value: string) => items.copy(tenant(), collection, [{ key, value }])
      const stands = async () => (await items.get(tenant(), collection, [key]))[0]?.value
      await items.load(tenant(), collection, [{ key, value: here }])
      assert.deepEqual([await copied(old), await stands()], [[], here])
      assert.deepEqual([await copied(other), await stands()], [[{ key, here, coming: other }], here])
      assert.deepEqual([await copied(newer), await stands()], [[], newer])
    }
  },

  'of a copy and a writer at the same key one wins, and the other is told': async (
    { store, items },
    { stream, tenant, noted },
  ) => {
    const coming = noted('coming')
    await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        const id = stream(`race/${n}`)
        const start = await store.events.read(id)
        const { head } = start.ok ? start.value : assert.fail('stale')
        const key = eventKey(id.name, 1)
        const own = noted('own')
        const [clashes, appended] = await Promise.all([
          items.copy(tenant(), 'events', [{ key, value: coming.body }]),
          store.events.append(id, head, own),
        ])
        const won = appended.ok ? own.body : coming.body
        assert.deepEqual(await items.get(tenant(), 'events', [key]), [{ key, value: won }])
        assert.deepEqual(clashes, appended.ok ? [{ key, here: own.body, coming: coming.body }] : [])
      }),
    )
  },

  'a copy of a plain record never undoes a later writing': async ({ store, items }, { tenant }) => {
    await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        const key = `card#r${n}`
        const card = (name: string) => ({ kind: 'card', id: `r${n}`, data: { name } })
        await store.records.save(tenant(), card('first'), 0)
        const [clashes, saved] = await Promise.all([
          items.copy(tenant(), 'records', [{ key, value: '{"rev":2,"data":{"name":"copied"}}' }]),
          store.records.save(tenant(), card('saved'), 1),
        ])
        const there = await store.records.load(tenant(), 'card', `r${n}`)
        assert.deepEqual(there, { ...card(saved ? 'saved' : 'copied'), rev: 2 })
        assert.equal(clashes.length, saved ? 1 : 0)
      }),
    )
  },

  'a replaced item is as it was given, a removed one is gone': async ({ items }, { tenant }) => {
    for (const collection of COLLECTIONS) {
      const [first = assert.fail(), second = assert.fail(), ...rest] = sample[collection] ?? []
      await items.load(tenant(), collection, [{ ...first, value: second.value }, ...rest])
      await items.replace(tenant(), collection, [first, second])
      await holds(items, tenant(), collection, [first, second, ...rest])
      await items.remove(tenant(), collection, [first.key, first.key.replace(/.$/, '7')])
      await holds(items, tenant(), collection, [second, ...rest])
    }
  },

  'what is done to a tenant touches no other': async ({ items }, { tenant }) => {
    const [acme, acme2, dash] = [tenant(), tenant('2'), tenant('-a')]
    for (const collection of COLLECTIONS) {
      const all = sample[collection] ?? []
      const keys = all.map(({ key }) => key)
      for (const one of [acme, acme2, dash]) await items.load(one, collection, all)
      await items.remove(acme2, collection, keys)
      assert.deepEqual(await held(items, acme2, collection), [])
      assert.deepEqual(await items.get(acme2, collection, keys), [])
      await items.replace(acme2, collection, [itemOf(collection, 1)])
      await items.copy(acme2, collection, [itemOf(collection)])
      await holds(items, acme2, collection, all.slice(0, 2))
      for (const one of [acme, dash]) await holds(items, one, collection, all)
    }
  },

  'what is none of a collection is refused, and nothing beside it is written': async ({ items }, { tenant }) => {
    const wrong: Readonly<Record<string, readonly StoredItem[]>> = {
      events: [
        { key: 'person/ana', value: '{}' },
        { key: 's#1', value: '{}' },
        { key: 's#0000000000', value: '{}' },
        { key: 's#0000000001', value: '' },
      ],
      records: [
        { key: 'ana', value: '{"rev":1}' },
        { key: 'card#ana', value: '{"rev":1, "data":{}}' },
        { key: 'card#ana', value: '{"data":{}}' },
      ],
      registry: [
        { key: 'k', value: '{}' },
        { key: 'a b', value: registered('d', FAR) },
      ],
      progress: [
        { key: 'a#b', value: '{"rev":1}' },
        { key: 'a', value: '{}' },
      ],
      'views:views': [
        { key: 'leave/1', value: '{"doc":{}}' },
        { key: 'a b', value: '{"version":1}' },
      ],
    }
    for (const collection of COLLECTIONS)
      for (const item of wrong[collection] ?? []) {
        const all = [itemOf(collection), item]
        await assert.rejects(items.load(tenant(), collection, all), TypeError)
        await assert.rejects(items.copy(tenant(), collection, all), TypeError)
        await assert.rejects(items.replace(tenant(), collection, all), TypeError)
      }
    assert.deepEqual(await everything(items, tenant()), [[], [], [], [], []])
  },
}

export const storedItemsContract: Contract<StoreWithItems, Given> = { ...reading, ...writing }
