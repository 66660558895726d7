import type { TenantId } from '@awayday/kernel'
import { eventTable } from '@awayday/manifest'
import fc from 'fast-check'
import { type Collection, type Filter, type FindOptions, MongoNetworkError } from 'mongodb'
import { describe, expect, test } from 'vitest'
import type { RecordDocument } from './documents.ts'
import { newKeys, textOf } from './new-keys.ts'
import { onMongoDb } from './testing/on-server.ts'

const { db } = await onMongoDb({ events: eventTable() })
const events = db.collection<RecordDocument>('events')
const START = Date.parse('2026-05-04T08:00:00.000Z')

/** A stretch of time of the collection that nobody else's records are stamped in, and a clock of its own. */
let places = 0
const place = () => {
  const tenant = `t${++places}` as TenantId
  const clock = { now: START + places * 10_000_000 }
  let records = 0
  return {
    clock,
    /** Records that become visible now, stamped some time ago. */
    appear: async (count: number, ageMs: number) => {
      const stamped = Array.from({ length: count }, () => ({
        _id: { tenant, stream: `thing/${++records}`, version: 1 },
        body: '{}',
        seen: new Date(clock.now - ageMs),
      }))
      if (count > 0) await events.insertMany(stamped)
      return stamped.map(({ _id }) => textOf(_id))
    },
    look: (of: Collection<RecordDocument> = events) => {
      const look = newKeys(of, async () => clock.now, 250)
      return async () => (await look()).map(textOf)
    },
  }
}

/** The collection, which tells how many keys it was asked for, and does not answer every so many questions. */
const counting = (failEvery = Infinity) => {
  const counts = { keys: 0, questions: 0 }
  const find = (filter: Filter<RecordDocument>, options: FindOptions) => {
    const cursor = events.find(filter, options)
    const all = cursor.toArray.bind(cursor)
    cursor.toArray = async () => {
      if (++counts.questions % failEvery === 0) throw new MongoNetworkError('no answer')
      const found = await all()
      counts.keys += found.length
      return found
    }
    return cursor
  }
  return { counts, collection: Object.create(events, { find: { value: find } }) as Collection<RecordDocument> }
}

/** A question fails within a pass; a minute later a slice is complete while what lies before it is still open. */
const quiet = { passes: 0, appear: [], looks: 0 }
const aPassThatIsLeftOpen: [{ passes: number; appear: { count: number; age: number }[]; looks: number }[], number] = [
  [
    { passes: 5_000, appear: [], looks: 1 },
    { ...quiet, appear: [{ count: 1, age: 0 }] },
    { ...quiet, passes: 60_000 },
    quiet,
    quiet,
    quiet,
  ],
  3,
]

describe('the keys that are new', () => {
  test('are answered once, each stamp before the next', async () => {
    const { clock, appear, look: begin } = place()
    const look = begin()
    expect(await look()).toEqual([])
    clock.now += 300
    const older = await appear(2, 2)
    const newer = await appear(3, 1)
    expect(await look()).toEqual([...older, ...newer])
    clock.now += 1_000
    expect(await look()).toEqual([])
  })

  test('are found although a later stamp was seen before, as long as they may be late', async () => {
    const { clock, appear, look: begin } = place()
    const look = begin()
    await look()
    const first = await appear(1, 0)
    clock.now += 300
    expect(await look()).toEqual(first)
    for (let age = 9_000; age > 0; age -= 3_000) {
      clock.now += 500
      const late = await appear(1, age)
      expect(await look()).toEqual(late)
    }
  })

  test('are all answered where more share one millisecond than a look reads', async () => {
    const { clock, appear, look: begin } = place()
    const look = begin()
    await look()
    clock.now += 1
    const crowd = await appear(2_500, 0)
    expect(await look()).toEqual(crowd.toSorted())
  })

  test.each([
    ['as fast as they come', 0],
    ['an hour late', 3_600_000],
  ])('are read a few times each however many come at once, %s', async (_when, behind) => {
    const { clock, appear, look: begin } = place()
    const { counts, collection } = counting()
    const look = begin(collection)
    await look()
    const [expected, answered]: [string[], string[]] = [[], []]
    for (let load = 0; load < 20; load++) {
      clock.now += 100
      expected.push(...(await appear(1_000, 0)))
      if (behind === 0) answered.push(...(await look()))
    }
    clock.now += behind
    while (answered.length < expected.length) {
      answered.push(...(await look()))
      clock.now += 100
    }
    const read = counts.keys
    for (let n = 0; n < 150; n++) {
      expect(await look()).toEqual([])
      clock.now += 100
    }
    expect(answered.toSorted()).toEqual(expected.toSorted())
    expect(read).toBeLessThan(6 * expected.length)
    const before = counts.keys
    expect(await look()).toEqual([])
    expect(counts.keys).toBe(before) // nothing is young any more
  })

  test('are answered exactly once whatever comes late and whatever question fails', async () => {
    const step = fc.record({
      passes: fc.constantFrom(0, 1, 100, 400, 5_000, 60_000),
      appear: fc.array(fc.record({ count: fc.nat(3), age: fc.nat(9_700) }), { maxLength: 2 }),
      looks: fc.constantFrom(0, 1, 1, 3),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 15 }),
        fc.integer({ min: 3, max: 7 }),
        async (steps, n) => {
          const { clock, appear, look: begin } = place()
          const look = begin(counting(n).collection)
          const [expected, answered]: [string[], string[]] = [[], []]
          const insist = async () => answered.push(...(await look().catch(() => [])))
          await insist()
          await insist()
          for (const { passes, appear: late, looks } of steps) {
            clock.now += passes
            for (const { count, age } of late) expected.push(...(await appear(count, Math.min(age, 9_700))))
            for (let n = 0; n < looks; n++) {
              await insist()
              clock.now += 100
            }
          }
          for (let n = 0; n < 40; n++) {
            await insist()
            clock.now += 250
          }
          expect(answered.toSorted()).toEqual(expected.toSorted())
        },
      ),
      { numRuns: process.env['CI'] ? 100 : 15, examples: [aPassThatIsLeftOpen] },
    )
  })
})
