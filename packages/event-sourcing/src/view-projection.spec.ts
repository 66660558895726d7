import { stoppedClock } from '@awayday/clock'
import type { TenantId } from '@awayday/kernel'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, sqliteEventStore, sqliteViewRows } from './adapters/sqlite/index.ts'
import type { EventStore } from './event-store.port.ts'
import { handle } from './handle.ts'
import type { StoredRecord } from './record.ts'
import { stream } from './stream.ts'
import { metaOf } from './testing/commands.ts'
import { type Command, counter, counterCodec, counterRows } from './testing/counter.ts'
import { listed, whole } from './testing/reading.ts'
import { viewProjection } from './view-projection.ts'
import type { ViewRows } from './view-rows.port.ts'

const acme = 'acme' as TenantId
const room = stream(acme, 'room', 'one')
const clock = stoppedClock('2026-05-04T08:00:00.000Z')

let store: EventStore
let rows: ViewRows
beforeEach(() => {
  const db = openDatabase(':memory:')
  store = sqliteEventStore(db)
  rows = sqliteViewRows(db, 'views')
})

const projection = (into: ViewRows = rows) =>
  viewProjection({
    name: 'project',
    rows: into,
    clock,
    initial: () => counter.initial,
    evolve: counter.evolve,
    codec: counterCodec,
    rowsOf: counterRows,
  })

const historyOf = async (...commands: readonly Command[]): Promise<readonly StoredRecord[]> => {
  for (const [n, command] of commands.entries())
    await handle({ store }, counter, counterCodec)(room, metaOf(acme, `k${n}`), () => command)
  return (await whole(store, room)).records
}
const take = (seat: string): Command => ({ type: 'Take', seat })
const history = () =>
  historyOf({ type: 'Open', seats: 9 }, take('a'), take('b'), { type: 'GiveBack', seat: 'a' }, take('a'))

const show =
  (records: readonly StoredRecord[], consumer = projection()) =>
  async (version: number) => {
    const record = records[version - 1]
    if (!record) throw new Error(`no version ${version}`)
    await consumer.consume({ stream: room, record, past: async () => records.slice(0, version - 1) })
  }
const all = () => listed(rows.all(acme))

describe('a view', () => {
  test('shows each row at the version that changed it', async () => {
    const records = await history()
    const next = show(records)
    for (const version of [1, 2, 3]) await next(version)
    expect(await all()).toEqual([
      { id: 'room:room/one', version: 3, doc: { seats: 9, free: 7 } },
      { id: 'seat:room/one/a', version: 2, doc: { seat: 'a' } },
      { id: 'seat:room/one/b', version: 3, doc: { seat: 'b' } },
    ])
  })

  test('leaves a tombstone of 7 days for a row that is gone, and may bring it back later', async () => {
    const records = await history()
    const next = show(records)
    for (const version of [1, 2, 3, 4]) await next(version)
    expect(await all()).toEqual([
      { id: 'room:room/one', version: 4, doc: { seats: 9, free: 8 } },
      { id: 'seat:room/one/b', version: 3, doc: { seat: 'b' } },
    ])
    expect(await rows.load(acme, 'seat:room/one/a')).toEqual({
      id: 'seat:room/one/a',
      version: 4,
      purgeAt: '2026-05-11T08:00:00.000Z',
    })
    await next(5)
    expect(await rows.load(acme, 'seat:room/one/a')).toEqual({ id: 'seat:room/one/a', version: 5, doc: { seat: 'a' } })
  })

  test('is the same whether its projection remembers the state or folds it anew', async () => {
    const records = await history()
    const next = show(records)
    for (const version of [1, 2, 3, 4, 5]) await next(version)
    const remembered = await all()
    rows = sqliteViewRows(openDatabase(':memory:'), 'views')
    for (const version of [1, 2, 3, 4, 5]) await show(records, projection(rows))(version)
    expect(await all()).toEqual(remembered)
  })

  test('is the same, tombstones included, however many records are shown at once', async () => {
    const step = fc.record({
      type: fc.constantFrom('Take' as const, 'GiveBack' as const),
      seat: fc.constantFrom('a', 'b'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.array(fc.nat(8)), async (steps, cuts) => {
        store = sqliteEventStore(openDatabase(':memory:'))
        const records = await historyOf({ type: 'Open', seats: 9 }, ...steps)
        const [single, several] = [0, 1].map(() => sqliteViewRows(openDatabase(':memory:'), 'views'))
        if (!single || !several) throw new Error('two views')
        for (const { version } of records) await show(records, projection(single))(version)
        const ends = [...new Set([...cuts, records.length])].filter((end) => end > 0 && end <= records.length)
        let start = 0
        for (const end of ends.toSorted((a, b) => a - b)) {
          const [past, shown] = [records.slice(0, start), records.slice(start, end)]
          await projection(several).consumeAll({ stream: room, records: shown, past: async () => past })
          start = end
        }
        for (const id of ['room:room/one', 'seat:room/one/a', 'seat:room/one/b'])
          expect(await several.load(acme, id)).toEqual(await single.load(acme, id))
      }),
    )
  })

  test('reads no past for records that follow each other', async () => {
    const records = await history()
    const consumer = projection()
    for (const record of records)
      await consumer.consume({ stream: room, record, past: () => Promise.reject(new Error('read the past')) })
    expect((await all()).length).toBe(3)
  })

  test('stays as it is when a record is shown again, late or by another', async () => {
    const records = await history()
    const next = show(records)
    for (const version of [1, 2, 3, 4, 5]) await next(version)
    const before = await all()
    for (const version of [2, 1, 4, 3, 5]) await show(records)(version)
    expect(await all()).toEqual(before)
  })

  test('is written by the loser of a race on what the winner wrote', async () => {
    const records = await history()
    let raced = false
    const racing: ViewRows = {
      ...rows,
      save: async (...call) => {
        if (!raced) {
          raced = true
          for (const version of [1, 2]) await show(records)(version)
        }
        return rows.save(...call)
      },
    }
    await show(records, projection(racing))(1)
    expect(await all()).toEqual([
      { id: 'room:room/one', version: 2, doc: { seats: 9, free: 8 } },
      { id: 'seat:room/one/a', version: 2, doc: { seat: 'a' } },
    ])
  })
})
