import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import { awkward, type Given, listed } from '@awayday/event-sourcing/contracts'
import { inTurns } from '@awayday/kernel'
import type { PlainRecords } from './plain-records.port.ts'

const card = (id: string, name = id) => ({ kind: 'card', id, data: { name } })

export const plainRecordsContract: Contract<PlainRecords, Given> = {
  'a record nobody wrote is not there': async (records, { tenant }) => {
    assert.equal(await records.load(tenant(), 'card', 'ana'), undefined)
    assert.deepEqual(await listed(records.list(tenant(), 'card')), [])
  },

  'a record is read as it was written, and each write adds one to its rev': async (records, { tenant }) => {
    assert.equal(await records.save(tenant(), card('ana'), 0), true)
    assert.deepEqual(await records.load(tenant(), 'card', 'ana'), { ...card('ana'), rev: 1 })
    assert.equal(await records.save(tenant(), card('ana', 'Ana'), 1), true)
    assert.deepEqual(await records.load(tenant(), 'card', 'ana'), { ...card('ana', 'Ana'), rev: 2 })
  },

  'awkward values come back as they are, members in their order': async (records, { tenant }) => {
    const data = JSON.parse(JSON.stringify({ ...awkward, filling: 'x'.repeat(100_000) })) as Record<string, unknown>
    await records.save(tenant(), { kind: 'note', id: 'awkward', data }, 0)
    const loaded = await records.load(tenant(), 'note', 'awkward')
    assert.equal(JSON.stringify(loaded), JSON.stringify({ kind: 'note', id: 'awkward', rev: 1, data }))
  },

  'a late writer is told so and leaves no trace': async (records, { tenant }) => {
    await records.save(tenant(), card('ana', 'one'), 0)
    assert.equal(await records.save(tenant(), card('ana', 'late'), 0), false)
    await records.save(tenant(), card('ana', 'two'), 1)
    assert.equal(await records.save(tenant(), card('ana', 'late'), 1), false)
    assert.equal(await records.save(tenant(), card('ben', 'ahead'), 1), false)
    assert.deepEqual(await listed(records.list(tenant(), 'card')), [{ ...card('ana', 'two'), rev: 2 }])
  },

  'of 8 racing writers exactly one wins': async (records, { tenant }) => {
    const racers = Array.from({ length: 8 }, (_, n) => `racer ${n}`)
    for (const rev of [0, 1]) {
      const won = await Promise.all(racers.map((name) => records.save(tenant(), card('ana', name), rev)))
      assert.equal(won.filter(Boolean).length, 1)
      const winner = card('ana', racers[won.indexOf(true)])
      assert.deepEqual(await records.load(tenant(), 'card', 'ana'), { ...winner, rev: rev + 1 })
    }
  },

  'a purge leaves a tombstone, which a late copy cannot pass': async (records, { tenant }) => {
    const tombstone = { kind: 'card', id: 'ana', rev: 2 }
    await records.save(tenant(), card('ana'), 0)
    assert.equal(await records.save(tenant(), { kind: 'card', id: 'ana' }, 1), true)
    assert.deepEqual(await records.load(tenant(), 'card', 'ana'), tombstone)
    assert.deepEqual(await listed(records.list(tenant(), 'card')), [tombstone])
    for (const rev of [0, 1]) assert.equal(await records.save(tenant(), card('ana'), rev), false)
    assert.deepEqual(await records.load(tenant(), 'card', 'ana'), tombstone)
    assert.equal(await records.save(tenant(), card('ana', 'back on purpose'), 2), true)
  },

  'all of a kind are listed by id, however many and large': async (records, { tenant }) => {
    const ids = ['b', 'a.1', 'a-1', 'B', 'a', 'a:1', 'a_1', ...Array.from({ length: 120 }, (_, n) => `n${n}`)]
    const filling = 'x'.repeat(12_000)
    await Promise.all(ids.map((id) => records.save(tenant(), card(id, filling), 0)))
    await records.save(tenant(), { kind: 'cards', id: 'other', data: {} }, 0)
    await records.save(tenant('a'), card('other'), 0)
    assert.deepEqual(
      await listed(records.list(tenant(), 'card')),
      ids.toSorted().map((id) => ({ ...card(id, filling), rev: 1 })),
    )
  },

  'many that are asked for at once are all answered, however large': async (records, { tenant }) => {
    const large = Array.from({ length: 60 }, (_, n) => card(`large-${n}`, `${n}`.padEnd(300_000, 'x')))
    await inTurns(large, async (one) => assert.equal(await records.save(tenant(), one, 0), true))
    const asked = [...large, card('nobody'), ...large.slice(0, 5)]
    assert.deepEqual(
      await Promise.all(asked.map(({ id }) => records.load(tenant(), 'card', id))),
      asked.map((one) => (one.id === 'nobody' ? undefined : { ...one, rev: 1 })),
    )
  },

  'a listing goes on after an id, even one that is not there': async (records, { tenant }) => {
    for (const id of ['a', 'a-1', 'b']) await records.save(tenant(), card(id), 0)
    const after = async (id: string) => (await listed(records.list(tenant(), 'card', id))).map((each) => each.id)
    assert.deepEqual(await after('a'), ['a-1', 'b'])
    assert.deepEqual(await after('aa'), ['b'])
    assert.deepEqual(await after('b'), [])
  },

  'tenants, kinds and ids whose names run together are apart': async (records, { tenant }) => {
    const keys = [tenant(), tenant('a'), tenant('-a')].flatMap((of) =>
      ['a', 'ab'].flatMap((kind) => ['b', 'bb', `c${'x'.repeat(99)}`].map((id) => ({ of, kind, id }))),
    )
    for (const [n, { of, kind, id }] of keys.entries()) await records.save(of, { kind, id, data: { n } }, 0)
    for (const [n, { of, kind, id }] of keys.entries())
      assert.deepEqual(await records.load(of, kind, id), { kind, id, rev: 1, data: { n } })
  },

  'a record that was handed over says so, and keeps saying it': async (records, { tenant }) => {
    const moved = { epoch: 1, to: 'dynamodb' } as const
    await records.save(tenant(), card('ana'), 0)
    await records.save(tenant(), { ...card('ana'), moved }, 1)
    assert.deepEqual(await records.load(tenant(), 'card', 'ana'), { ...card('ana'), rev: 2, moved })
    assert.deepEqual(await listed(records.list(tenant(), 'card')), [{ ...card('ana'), rev: 2, moved }])
    await records.save(tenant(), { kind: 'card', id: 'ana', moved }, 2)
    assert.deepEqual(await records.load(tenant(), 'card', 'ana'), { kind: 'card', id: 'ana', rev: 3, moved })
  },

  'a copy is taken as it is, where nothing or an older one stands': async (records, { tenant }) => {
    const moved = { epoch: 1, to: 'sqlite' } as const
    const copies = [
      [{ ...card('ana', 'third'), rev: 3 }, true],
      [{ ...card('ana', 'second'), rev: 2 }, false],
      [{ ...card('ana', 'another third'), rev: 3 }, false],
      [{ kind: 'card', id: 'ana', rev: 5, moved }, true],
      [{ ...card('ana', 'fourth'), rev: 4 }, false],
    ] as const
    for (const [copy, taken] of copies) assert.equal(await records.copy(tenant(), copy), taken)
    assert.deepEqual(await records.load(tenant(), 'card', 'ana'), copies[3][0])
    assert.equal(await records.save(tenant(), { ...card('ana', 'on'), moved }, 5), true)
    assert.deepEqual(await records.load(tenant(), 'card', 'ana'), { ...card('ana', 'on'), rev: 6, moved })
  },

  'what a reader does to what it was given changes nothing': async (records, { tenant }) => {
    const data = { list: [1, 2] }
    await records.save(tenant(), { kind: 'note', id: 'n', data }, 0)
    data.list.push(3)
    Object.assign((await records.load(tenant(), 'note', 'n'))?.data ?? {}, { list: 'changed' })
    assert.deepEqual((await records.load(tenant(), 'note', 'n'))?.data, { list: [1, 2] })
  },
}
