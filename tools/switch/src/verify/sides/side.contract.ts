import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import { commandId, type NewRecord, type StreamId, whole } from '@awayday/event-sourcing'
import { awkward, type Given } from '@awayday/event-sourcing/contracts'
import { type Instant, inTurns } from '@awayday/kernel'
import type { OpenStore } from '@awayday/stores'
import { eventKey } from '../canonical.ts'
import { COLLECTIONS, type Collection, type Item, type Side } from '../side.ts'
import { everything } from '../testing/everything.ts'

/** The same storage twice: as the product writes it, and as the verifier reads and mends it. */
export type Twice = { readonly store: OpenStore; readonly side: Side }

const at = '2026-05-04T08:00:00.000Z' as Instant
const expires = '2026-06-03T08:00:00.000Z'

export const sideContract: Contract<Twice, Given> = {
  'what the product wrote is read byte for byte, streams by version': async (
    { store, side },
    { tenant, stream, noted },
  ) => {
    const names = ['person/b', 'person/a', 'person/a-1', 'person/a.1', 'mail/x_Y:1']
    for (const name of names)
      await written(
        store,
        stream(name),
        ['one', 'two', 'three'].map((key) => noted(`${name} ${key}`, { data: awkward })),
      )
    const expected = await Promise.all(
      names.toSorted().map(async (name) => {
        const { records } = await whole(store.events, stream(name))
        return records.map(({ version, body }) => ({ key: eventKey(name, version), fields: { body } }))
      }),
    )
    assert.equal(expected.flat().length, 15)
    assert.deepEqual(await everything(side, tenant(), 'events'), expected.flat())
  },

  'plain records are read with rev, data and mark, tombstones without data': async ({ store, side }, { tenant }) => {
    const moved = { epoch: 1, to: 'dynamodb' } as const
    await store.records.save(tenant(), { kind: 'card', id: 'ana', data: { name: 'Ana', ...awkward } }, 0)
    await store.records.save(tenant(), { kind: 'card', id: 'ana-1', data: { name: 'one' } }, 0)
    await store.records.save(tenant(), { kind: 'card', id: 'ana-1', data: { name: 'two' }, moved }, 1)
    await store.records.save(tenant(), { kind: 'note', id: 'n', data: {} }, 0)
    await store.records.save(tenant(), { kind: 'note', id: 'n' }, 1)
    assert.deepEqual(await everything(side, tenant(), 'records'), [
      { key: 'card#ana', fields: { rev: '1', data: JSON.stringify({ name: 'Ana', ...awkward }) } },
      { key: 'card#ana-1', fields: { rev: '2', data: '{"name":"two"}', moved: '{"epoch":1,"to":"dynamodb"}' } },
      { key: 'note#n', fields: { rev: '2' } },
    ])
  },

  'rows of the registry are read, and the tenants it knows': async ({ store, side }, { tenant, stream }) => {
    const by = { tenant: tenant(), actor: 'ana', key: 'k 1' }
    const { name } = stream('person/ana')
    await store.registry.note(by, { digest: 'digest', stream: name }, at)
    await store.tenants.settle(tenant(), store.name)
    await store.tenants.settle(tenant('-b'), store.name)
    const row = { digest: 'digest', stream: name, expires }
    assert.deepEqual(await everything(side, tenant(), 'registry'), [{ key: commandId(by), fields: row }])
    const known = await side.tenants()
    assert.deepEqual(
      known.filter((each) => each.startsWith(tenant())),
      [tenant(), tenant('-b')],
    )
  },

  'the product reads what was mended': async ({ store, side }, { tenant, stream, noted }) => {
    const [id, by] = [stream(), { tenant: tenant(), actor: 'ana', key: 'k' }]
    const { body } = noted('first', { data: awkward })
    await side.add(tenant(), 'events', { key: eventKey(id.name, 1), fields: { body } })
    await side.add(tenant(), 'records', { key: 'card#ana', fields: { rev: '3', data: '{"name":"Ana"}' } })
    const row = { digest: 'digest', stream: id.name, expires }
    await side.add(tenant(), 'registry', { key: commandId(by), fields: row })

    assert.deepEqual((await whole(store.events, id)).records, [{ version: 1, body }])
    const card = { kind: 'card', id: 'ana', rev: 3, data: { name: 'Ana' } }
    assert.deepEqual(await store.records.load(tenant(), 'card', 'ana'), card)
    const noting = await store.registry.note(by, { digest: 'other', stream: id.name }, at)
    assert.deepEqual(noting, { first: { digest: 'digest', stream: id.name }, at, again: true })
  },

  'nothing is added where something is': async ({ side }, { tenant }) => {
    for (const collection of COLLECTIONS) {
      const [first, second] = twoOf(collection)
      assert.equal(await side.add(tenant(), collection, first), true)
      assert.equal(await side.add(tenant(), collection, second), false)
      assert.deepEqual(await side.get(tenant(), collection, first.key), first.fields)
    }
  },

  'what is no longer as it was seen is neither replaced nor removed': async ({ side }, { tenant }) => {
    for (const collection of COLLECTIONS) {
      const [first, second] = twoOf(collection)
      assert.equal(await side.replace(tenant(), collection, first, second.fields), false)
      assert.equal(await side.remove(tenant(), collection, first), false)
      assert.equal(await side.get(tenant(), collection, first.key), undefined)
      await side.add(tenant(), collection, first)
      assert.equal(await side.replace(tenant(), collection, second, second.fields), false)
      assert.equal(await side.remove(tenant(), collection, second), false)
      assert.deepEqual(await side.get(tenant(), collection, first.key), first.fields)
      assert.equal(await side.replace(tenant(), collection, second, first.fields), true)
      assert.deepEqual(await side.get(tenant(), collection, first.key), second.fields)
      assert.equal(await side.replace(tenant(), collection, first, second.fields), true)
      assert.deepEqual(await side.get(tenant(), collection, first.key), first.fields)
      assert.equal(await side.remove(tenant(), collection, first), true)
      assert.equal(await side.get(tenant(), collection, first.key), undefined)
    }
  },

  'a field that is not there is another than one that is': async ({ side }, { tenant }) => {
    const item = { key: 'card#ana', fields: { rev: '1', data: '{}' } }
    await side.add(tenant(), 'records', item)
    assert.equal(await side.remove(tenant(), 'records', { ...item, fields: { rev: '1' } }), false)
    assert.equal(await side.remove(tenant(), 'records', { ...item, fields: { ...item.fields, moved: '{}' } }), false)
    assert.equal(await side.remove(tenant(), 'records', item), true)
  },

  'everything is read, however much there is': async ({ side }, { tenant }) => {
    const body = `"${'x'.repeat(12_000)}"`
    const items = Array.from({ length: 150 }, (_, n) => ({ key: eventKey('person/ana', n + 1), fields: { body } }))
    await inTurns(items, async (item) => assert.ok(await side.add(tenant(), 'events', item)))
    assert.deepEqual(await everything(side, tenant(), 'events'), items)
  },

  'of tenants whose names run together each is read alone': async ({ side }, { tenant }) => {
    const tenants = [tenant(), tenant('a'), tenant('-a')]
    for (const of of tenants) for (const collection of COLLECTIONS) await side.add(of, collection, twoOf(collection)[0])
    await side.remove(tenant(), 'records', twoOf('records')[0])
    for (const collection of COLLECTIONS) {
      const left = await Promise.all(tenants.map(async (of) => (await everything(side, of, collection)).length))
      assert.deepEqual(left, collection === 'records' ? [0, 1, 1] : [1, 1, 1])
    }
  },
}

const written = async (store: OpenStore, id: StreamId, records: readonly NewRecord[]): Promise<void> => {
  let { head } = await whole(store.events, id)
  for (const record of records) {
    const appended = await store.events.append(id, head, record)
    assert.ok(appended.ok)
    head = appended.value.head
  }
}

/** Two things under one key that differ in every field, and in which fields they have. */
const twoOf = (collection: Collection): readonly [Item, Item] => {
  const [key, first, second] = {
    events: ['person/ana#0000000001', { body: '{"n":1}' }, { body: '{"n":2}' }],
    records: ['card#ana', { rev: '1', data: '{}' }, { rev: '2', moved: '{"epoch":1,"to":"sqlite"}' }],
    registry: ['id', { digest: 'a', stream: 's', expires }, { digest: 'b', stream: 't', expires: at }],
  }[collection] as [string, Item['fields'], Item['fields']]
  return [
    { key, fields: first },
    { key, fields: second },
  ]
}
