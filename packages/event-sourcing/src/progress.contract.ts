import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import type { Instant } from '@awayday/kernel'
import type { Progress, StreamProgress } from './progress.port.ts'
import type { Given } from './testing/given.ts'
import { listed } from './testing/reading.ts'

const at = '2026-05-04T08:00:00.000Z' as Instant

export const progressContract: Contract<Progress, Given> = {
  'a stream nobody worked on has nothing done': async (progress, { stream }) => {
    const id = stream()
    assert.deepEqual(await progress.load(id), { stream: id, rev: 0, done: {} })
  },

  'what is written is what is read': async (progress, { stream }) => {
    const id = stream()
    const full: Content = {
      done: { project: 12, publish: 9, 'a.b': 1, $c: 2 },
      due: { at, tries: 3 },
      parked: { publish: { version: 10, reason: 'TypeError in 🏖.ts:3', at } },
    }
    assert.equal(await progress.save(await progress.load(id), full), true)
    assert.deepEqual(contentOf(await progress.load(id)), full)
    assert.equal(await progress.save(await progress.load(id), { done: { project: 13 } }), true)
    assert.deepEqual(contentOf(await progress.load(id)), { done: { project: 13 } })
  },

  'a late writer is told so and leaves no trace': async (progress, { stream }) => {
    const id = stream()
    const nothing = await progress.load(id)
    await progress.save(nothing, { done: { project: 1 } })
    const first = await progress.load(id)
    assert.equal(await progress.save(nothing, { done: { project: 7 } }), false)
    await progress.save(first, { done: { project: 2 } })
    assert.equal(await progress.save(first, { done: { project: 8 } }), false)
    assert.deepEqual(contentOf(await progress.load(id)), { done: { project: 2 } })
  },

  'every write changes the rev, even one that says the same': async (progress, { stream }) => {
    const id = stream()
    const revs = new Set([0])
    for (let n = 1; n <= 3; n++) {
      await progress.save(await progress.load(id), { done: { project: 1 } })
      revs.add((await progress.load(id)).rev)
    }
    assert.equal(revs.size, 4)
  },

  'of 8 racing writers exactly one wins': async (progress, { stream }) => {
    for (const id of [stream(), stream()]) {
      const seen = await progress.load(id)
      const racers = [1, 2, 3, 4, 5, 6, 7, 8]
      const won = await Promise.all(racers.map((n) => progress.save(seen, { done: { project: n } })))
      assert.equal(won.filter(Boolean).length, 1)
      assert.deepEqual(contentOf(await progress.load(id)), { done: { project: racers[won.indexOf(true)] } })
    }
  },

  'all of a tenant are listed by name, however many, and no other': async (progress, { stream, tenant }) => {
    const names = ['b', 'a/1', 'a-1', 'B', 'a', ...Array.from({ length: 120 }, (_, n) => `thing/${n}`)]
    await Promise.all(names.map(async (name) => save(progress, stream(name))))
    await save(progress, stream('a', tenant('-2')))
    assert.deepEqual(
      (await listed(progress.all(tenant()))).map(({ stream }) => stream.name),
      names.toSorted(),
    )
    assert.deepEqual(await listed(progress.all(tenant('-2'))), [await progress.load(stream('a', tenant('-2')))])
  },

  'a listing goes on after a stream, even one that is not there': async (progress, { stream, tenant }) => {
    for (const name of ['a', 'a/1', 'b']) await save(progress, stream(name))
    const after = async (name: string) =>
      (await listed(progress.all(tenant(), stream(name).name))).map(({ stream }) => stream.name)
    assert.deepEqual(await after('a'), ['a/1', 'b'])
    assert.deepEqual(await after('aa'), ['b'])
    assert.deepEqual(await after('b'), [])
  },

  'streams and tenants whose names run together are apart': async (progress, { stream, tenant }) => {
    const ids = [stream('a1'), stream('a11'), stream('a/1'), stream('a1', tenant('a')), stream('1', tenant('a1'))]
    for (const [n, id] of ids.entries()) await progress.save(await progress.load(id), { done: { project: n + 1 } })
    for (const [n, id] of ids.entries()) assert.deepEqual((await progress.load(id)).done, { project: n + 1 })
  },
}

type Content = Omit<StreamProgress, 'rev' | 'stream'>
const contentOf = ({ stream: _stream, rev: _rev, ...content }: StreamProgress): Content => content

const save = async (progress: Progress, id: StreamProgress['stream']): Promise<void> => {
  assert.equal(await progress.save(await progress.load(id), { done: { project: 1 } }), true)
}
