import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import type { Instant } from '@awayday/kernel'
import { awkward } from './testing/awkward.ts'
import type { Given } from './testing/given.ts'
import { listed } from './testing/reading.ts'
import type { ViewRow, ViewRows } from './view-rows.port.ts'

const purgeAt = '2026-05-11T08:00:00.000Z' as Instant
const row = (id: string, version = 1): ViewRow => ({ id, version, doc: { name: `${id} at ${version}` } })

export const viewRowsContract: Contract<ViewRows, Given> = {
  'a row nobody wrote is not there': async (rows, { tenant }) => {
    assert.equal(await rows.load(tenant(), 'leave/1'), undefined)
    assert.deepEqual(await listed(rows.all(tenant())), [])
  },

  'a row is read as it was written, and as it was replaced': async (rows, { tenant }) => {
    assert.equal(await rows.save(tenant(), row('leave/1', 3), undefined), true)
    assert.deepEqual(await rows.load(tenant(), 'leave/1'), row('leave/1', 3))
    assert.equal(await rows.save(tenant(), row('leave/1', 7), 3), true)
    assert.deepEqual(await rows.load(tenant(), 'leave/1'), row('leave/1', 7))
    assert.deepEqual(await listed(rows.all(tenant())), [row('leave/1', 7)])
  },

  'awkward values come back as they are, members in their order': async (rows, { tenant }) => {
    const doc = JSON.parse(JSON.stringify(awkward)) as Record<string, unknown>
    await rows.save(tenant(), { id: 'awkward/1', version: 1, doc }, undefined)
    const loaded = await rows.load(tenant(), 'awkward/1')
    assert.deepEqual(loaded?.doc, doc)
    assert.equal(JSON.stringify(loaded?.doc), JSON.stringify(doc))
    assert.equal(JSON.stringify(await listed(rows.all(tenant()))), JSON.stringify([loaded]))
  },

  'a late writer is told so and leaves no trace': async (rows, { tenant }) => {
    await rows.save(tenant(), row('leave/1', 1), undefined)
    assert.equal(await rows.save(tenant(), row('leave/1', 9), undefined), false)
    await rows.save(tenant(), row('leave/1', 2), 1)
    assert.equal(await rows.save(tenant(), row('leave/1', 9), 1), false)
    assert.equal(await rows.save(tenant(), row('leave/2', 9), 1), false)
    assert.deepEqual(await listed(rows.all(tenant())), [row('leave/1', 2)])
    assert.equal(await rows.load(tenant(), 'leave/2'), undefined)
  },

  'of 8 racing writers exactly one wins': async (rows, { tenant }) => {
    const racers = [2, 3, 4, 5, 6, 7, 8, 9]
    await rows.save(tenant(), row('old/1'), undefined)
    for (const [id, seen] of [['new/1', undefined] as const, ['old/1', 1] as const]) {
      const won = await Promise.all(racers.map((version) => rows.save(tenant(), row(id, version), seen)))
      assert.equal(won.filter(Boolean).length, 1)
      assert.deepEqual(await rows.load(tenant(), id), row(id, racers[won.indexOf(true)]))
    }
  },

  'a tombstone is there for writers and for no listing': async (rows, { tenant }) => {
    const tombstone: ViewRow = { id: 'leave/1', version: 2, purgeAt }
    await rows.save(tenant(), row('leave/1'), undefined)
    await rows.save(tenant(), row('leave/2'), undefined)
    assert.equal(await rows.save(tenant(), tombstone, 1), true)
    assert.deepEqual(await rows.load(tenant(), 'leave/1'), tombstone)
    assert.deepEqual(await listed(rows.all(tenant())), [row('leave/2')])
    assert.equal(await rows.save(tenant(), row('leave/1', 3), undefined), false)
    assert.equal(await rows.save(tenant(), row('leave/1', 3), 2), true)
    assert.deepEqual(await listed(rows.all(tenant())), [row('leave/1', 3), row('leave/2')])
  },

  'all rows are listed by id, however many and large': async (rows, { tenant }) => {
    const ids = ['b', 'a/1', 'a-1', 'B', 'a', 'a:1', 'a_1', ...Array.from({ length: 120 }, (_, n) => `day/${n}`)]
    const doc = { filling: 'x'.repeat(12_000) }
    await Promise.all(ids.map((id) => rows.save(tenant(), { id, version: 1, doc }, undefined)))
    await rows.save(tenant('a'), row('other'), undefined)
    assert.deepEqual(
      await listed(rows.all(tenant())),
      ids.toSorted().map((id) => ({ id, version: 1, doc })),
    )
  },

  'rows whose ids run together are apart, and so are tenants': async (rows, { tenant }) => {
    const keys = ['a/1', 'a/10', 'a/1/0', `a/${'x'.repeat(298)}`].flatMap((id) =>
      [tenant(), tenant('a'), tenant('-a')].map((of) => ({ of, id })),
    )
    for (const [n, { of, id }] of keys.entries()) await rows.save(of, row(id, n + 1), undefined)
    for (const [n, { of, id }] of keys.entries()) assert.deepEqual(await rows.load(of, id), row(id, n + 1))
  },

  'what a reader does to what it was given changes nothing': async (rows, { tenant }) => {
    const doc = { list: [1, 2] }
    await rows.save(tenant(), { id: 'leave/1', version: 1, doc }, undefined)
    doc.list.push(3)
    const loaded = await rows.load(tenant(), 'leave/1')
    Object.assign(loaded?.doc ?? {}, { list: 'changed' })
    assert.deepEqual((await rows.load(tenant(), 'leave/1'))?.doc, { list: [1, 2] })
  },
}
