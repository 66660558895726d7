import { stoppedClock } from '@awayday/clock'
import type { Instant, TenantId } from '@awayday/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, sqliteEventStore, sqliteProgress } from './adapters/sqlite/index.ts'
import type { Consumer } from './consumer.ts'
import { caughtUp, consumerRunner } from './consumer-runner.ts'
import type { Appended } from './event-feed.port.ts'
import type { EventStore } from './event-store.port.ts'
import { handle } from './handle.ts'
import type { Progress } from './progress.port.ts'
import { StoreUnavailable } from './store-unavailable.ts'
import { type StreamId, stream } from './stream.ts'
import { metaOf } from './testing/commands.ts'
import { counter, counterCodec } from './testing/counter.ts'
import { manyNoted, noted } from './testing/given.ts'
import { whole, written } from './testing/reading.ts'

const acme = 'acme' as TenantId
const [one, two] = [stream(acme, 'thing', '1'), stream(acme, 'thing', '2')]

let store: EventStore
let progress: Progress
const clock = stoppedClock('2026-05-04T08:00:00.000Z')

beforeEach(() => {
  const db = openDatabase(':memory:')
  store = sqliteEventStore(db)
  progress = sqliteProgress(db)
  clock.set('2026-05-04T08:00:00.000Z')
})

/** Notes what it was shown, as `thing/1@3`; `trouble` throws what it likes before. */
const notebook = (name = 'notes', trouble: (at: string) => void = () => {}) => {
  const seen: string[] = []
  const consumer: Consumer = {
    name,
    async consume({ stream: { name }, record, past }) {
      const at = `${name}@${record.version}`
      trouble(at)
      expect((await past()).map(({ version }) => version)).toEqual(
        Array.from({ length: record.version - 1 }, (_, n) => n + 1),
      )
      seen.push(at)
    },
  }
  return { seen, consumer }
}
const runnerOf = (...consumers: readonly Consumer[]) => consumerRunner({ store, progress, clock, consumers })
const appendedTo = async (id: StreamId): Promise<readonly Appended[]> =>
  (await whole(store, id)).records.map((record) => ({ stream: id, record }))
const at = (...versions: readonly number[]) => versions.map((version) => `thing/1@${version}`)

/** Takes what is there together, noted as `thing/1@1-3`; one by one after trouble. */
const summary = (trouble: (at: string) => void = () => {}) => {
  const { seen, consumer } = notebook('notes', trouble)
  const consumeAll: Consumer['consumeAll'] = async ({ stream: { name }, records, past }) => {
    const [first, last] = [records[0]?.version ?? 0, records.at(-1)?.version ?? 0]
    trouble(`${name}@${first}-${last}`)
    expect(await past()).toHaveLength(first - 1)
    seen.push(`${name}@${first}-${last}`)
  }
  return { seen, consumer: { ...consumer, everywhere: true, consumeAll } as const }
}

describe('a consumer behind the runner', () => {
  test('sees a stream in its order, whatever order the feed has', async () => {
    const { seen, consumer } = notebook()
    await written(store, one, manyNoted(3))
    expect(await runnerOf(consumer).deliver((await appendedTo(one)).toReversed())).toEqual([])
    expect(seen).toEqual(at(1, 2, 3))
    expect((await progress.load(one)).done).toEqual({ notes: 3 })
  })

  test('sees no record twice that the feed delivers twice', async () => {
    const { seen, consumer } = notebook()
    await written(store, one, manyNoted(3))
    const all = await appendedTo(one)
    const runner = runnerOf(consumer)
    await runner.deliver([...all, ...all])
    await runner.deliver(all)
    expect(seen).toEqual(at(1, 2, 3))
  })

  test('is shown what the feed left out', async () => {
    const { seen, consumer } = notebook()
    await written(store, one, manyNoted(4))
    await runnerOf(consumer).deliver((await appendedTo(one)).filter(({ record }) => record.version === 3))
    expect(seen).toEqual(at(1, 2, 3, 4))
  })

  test('goes on where it stopped when a new one has still everything before it', async () => {
    const [old, added] = [notebook('old'), notebook('added')]
    await written(store, one, manyNoted(2))
    await runnerOf(old.consumer).deliver(await appendedTo(one))
    await written(store, one, [noted('third')])
    await runnerOf(old.consumer, added.consumer).deliver((await appendedTo(one)).slice(2))
    expect(old.seen).toEqual(at(1, 2, 3))
    expect(added.seen).toEqual(at(1, 2, 3))
  })

  test('is shown no record of our own machinery, which counts as done', async () => {
    const { seen, consumer } = notebook()
    const fencing = {
      note: async () => ({
        first: { digest: 'digest of k', stream: one.name },
        at: '2026-05-04T08:00:00.000Z' as Instant,
        again: true,
      }),
    }
    await handle({ store, registry: fencing }, counter, counterCodec)(one, metaOf(acme, 'k'), () => ({
      type: 'Take',
      seat: 'a',
    }))
    await runnerOf(consumer).deliver(await appendedTo(one))
    expect(seen).toEqual([])
    expect(await caughtUp(progress, one, 'notes', 1)).toBe(true)
  })

  test('has caught up with a version when it has done it, and not before', async () => {
    await written(store, one, manyNoted(2))
    await runnerOf(notebook().consumer).deliver(await appendedTo(one))
    expect(await Promise.all([0, 2, 3].map((version) => caughtUp(progress, one, 'notes', version)))).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('the platform’s trouble', () => {
  const down = () => {
    throw new StoreUnavailable('down')
  }

  test('is tried three times, then left to a sweep with backoff, and acknowledged', async () => {
    let tries = 0
    const { seen, consumer } = notebook('notes', (at) => {
      if (at === 'thing/1@2') {
        tries++
        down()
      }
    })
    await written(store, one, manyNoted(3))
    expect(await runnerOf(consumer).deliver(await appendedTo(one))).toEqual([])
    expect(tries).toBe(3)
    expect(seen).toEqual(at(1))
    expect(await progress.load(one)).toMatchObject({
      done: { notes: 1 },
      due: { at: '2026-05-04T08:00:02.000Z', tries: 1 },
    })
  })

  test('is over when a later try succeeds', async () => {
    let failures = 2
    const { seen, consumer } = notebook('notes', () => failures-- > 0 && down())
    await written(store, one, manyNoted(2))
    await runnerOf(consumer).deliver(await appendedTo(one))
    expect(seen).toEqual(at(1, 2))
    expect(await progress.load(one)).toEqual({ stream: one, rev: 1, done: { notes: 2 } })
  })

  test('waits twice as long each time, and goes when the stream is done', async () => {
    let isDown = true
    const { seen, consumer } = notebook('notes', () => isDown && down())
    const runner = runnerOf(consumer)
    await written(store, one, manyNoted(2))
    await runner.deliver(await appendedTo(one))
    clock.set('2026-05-04T08:00:02.000Z')
    await runner.sweep(acme)
    expect((await progress.load(one)).due).toEqual({ at: '2026-05-04T08:00:06.000Z', tries: 2 })

    isDown = false
    await runner.sweep(acme)
    expect(seen).toEqual([])
    clock.set('2026-05-04T08:00:06.000Z')
    await runner.sweep(acme)
    expect(seen).toEqual(at(1, 2))
    expect(await progress.load(one)).toEqual({ stream: one, rev: 3, done: { notes: 2 } })
  })

  test('of one consumer holds up no other', async () => {
    const { seen, consumer } = notebook('fine')
    await written(store, one, manyNoted(2))
    await runnerOf(notebook('down', down).consumer, consumer).deliver(await appendedTo(one))
    expect(seen).toEqual(at(1, 2))
    expect((await progress.load(one)).done).toEqual({ down: 0, fine: 2 })
  })

  test('fails a record only when its progress cannot be written', async () => {
    const { consumer } = notebook()
    await written(store, one, manyNoted(2))
    await written(store, two, manyNoted(1))
    const halfDown: Progress = {
      ...progress,
      save: async (seen, next) => (seen.stream.name === one.name ? down() : progress.save(seen, next)),
    }
    const runner = consumerRunner({ store, progress: halfDown, clock, consumers: [consumer] })
    expect(await runner.deliver([...(await appendedTo(one)), ...(await appendedTo(two))])).toEqual([
      { stream: one, version: 1 },
      { stream: one, version: 2 },
    ])
    await expect(runner.sweep(acme)).rejects.toThrow(StoreUnavailable)
    expect((await progress.load(two)).done).toEqual({ notes: 1 })
  })
})

describe('a defect', () => {
  const broken = (where: string) => (at: string) => {
    if (at === where) throw new TypeError('Ana’s knee hurts')
  }

  test('parks its stream for its consumer, says where, and quotes nobody', async () => {
    const [bad, good] = [notebook('bad', broken('thing/1@2')), notebook('good')]
    await written(store, one, manyNoted(3))
    await written(store, two, manyNoted(1))
    const batch = [...(await appendedTo(one)), ...(await appendedTo(two))]
    expect(await runnerOf(bad.consumer, good.consumer).deliver(batch)).toEqual([])
    expect(await progress.load(one)).toEqual({
      stream: one,
      rev: 1,
      done: { bad: 1, good: 3 },
      parked: {
        bad: {
          version: 2,
          reason: expect.stringMatching(/^TypeError in [\w.-]+:\d+$/),
          at: '2026-05-04T08:00:00.000Z',
        },
      },
    })
    expect(bad.seen).toEqual(['thing/1@1', 'thing/2@1'])
  })

  test('is not met again by later records or sweeps', async () => {
    let met = 0
    const { seen, consumer } = notebook('notes', (at) => {
      if (at === 'thing/1@1') {
        met++
        throw new TypeError()
      }
    })
    const runner = runnerOf(consumer)
    await written(store, one, manyNoted(1))
    await runner.deliver(await appendedTo(one))
    await written(store, one, [noted('second')])
    await runner.deliver(await appendedTo(one))
    await runner.sweep(acme)
    expect(met).toBe(1)
    expect(seen).toEqual([])
  })

  test('is mended and driven again from where it stopped', async () => {
    let mended = false
    const { seen, consumer } = notebook('notes', (at) => mended || broken('thing/1@2')(at))
    const runner = runnerOf(consumer)
    await written(store, one, manyNoted(3))
    await runner.deliver(await appendedTo(one))
    await runner.redrive(one)
    expect((await progress.load(one)).parked).toMatchObject({ notes: { version: 2 } })
    mended = true
    await runner.redrive(one)
    expect(seen).toEqual(at(1, 2, 3))
    expect((await progress.load(one)).parked).toBeUndefined()
  })

  test('is what a record is that nobody can read', async () => {
    const { consumer } = notebook()
    await runnerOf(consumer).deliver([{ stream: one, record: { version: 1, body: 'not JSON' } }])
    expect((await progress.load(one)).parked).toMatchObject({ notes: { version: 1 } })
  })
})

describe('a sweep', () => {
  test('drives what no feed delivered, and leaves alone what is done', async () => {
    const { seen, consumer } = notebook()
    const runner = runnerOf(consumer)
    await written(store, one, manyNoted(2))
    await written(store, two, manyNoted(1))
    await written(store, stream('other' as TenantId, 'thing', '3'), manyNoted(1))
    await runner.sweep(acme)
    await runner.sweep(acme)
    expect(seen.toSorted()).toEqual([...at(1, 2), 'thing/2@1'])
  })

  test('drives more streams than it drives at a time', async () => {
    const { seen, consumer } = notebook()
    const all = Array.from({ length: 40 }, (_, n) => stream(acme, 'many', `${n}`))
    for (const id of all) await written(store, id, manyNoted(1))
    await runnerOf(consumer).sweep(acme)
    expect(seen.toSorted()).toEqual(all.map(({ name }) => `${name}@1`).toSorted())
  })
})

describe('two runners at once', () => {
  test('both show their consumers everything in order, and the further one counts', async () => {
    const [first, second] = [notebook(), notebook()]
    await written(store, one, manyNoted(5))
    const all = await appendedTo(one)
    await Promise.all([
      runnerOf(first.consumer).deliver(all.slice(0, 3)),
      runnerOf(second.consumer).deliver(all),
      runnerOf(notebook().consumer).sweep(acme),
    ])
    expect(first.seen).toEqual(at(1, 2, 3))
    expect(second.seen).toEqual(at(1, 2, 3, 4, 5))
    expect((await progress.load(one)).done).toEqual({ notes: 5 })
  })

  test('what one has passed the other does not park', async () => {
    await written(store, one, manyNoted(2))
    const passing = runnerOf(notebook().consumer)
    const failing = notebook('notes', () => {
      throw new TypeError()
    })
    const slow: Consumer = {
      ...failing.consumer,
      consume: async (delivery) => {
        await passing.sweep(acme)
        return failing.consumer.consume(delivery)
      },
    }
    await runnerOf(slow).deliver(await appendedTo(one))
    expect(await progress.load(one)).toMatchObject({ done: { notes: 2 } })
    expect((await progress.load(one)).parked).toBeUndefined()
  })
})

describe('a consumer that takes records together', () => {
  test('is shown at once what there is, and a single one by itself', async () => {
    const { seen, consumer } = summary()
    await written(store, one, manyNoted(3))
    await runnerOf(consumer).sweep(acme)
    await written(store, one, [noted('fourth')])
    await runnerOf(consumer).deliver((await appendedTo(one)).slice(3))
    expect(seen).toEqual(['thing/1@1-3', 'thing/1@4'])
    expect((await progress.load(one)).done).toEqual({ notes: 4 })
  })

  test('is parked at the very record that is a defect', async () => {
    const { seen, consumer } = summary((at) => {
      if (/@(1-4|3)$/.test(at)) throw new Error('unreadable')
    })
    await written(store, one, manyNoted(4))
    await runnerOf(consumer).sweep(acme)
    expect(seen).toEqual(at(1, 2))
    expect(await progress.load(one)).toMatchObject({ done: { notes: 2 }, parked: { notes: { version: 3 } } })
  })

  test('is shown them again, by themselves, when its store was busy', async () => {
    let busy = 1
    const { seen, consumer } = summary(() => {
      if (busy-- > 0) throw new StoreUnavailable('busy')
    })
    await written(store, one, manyNoted(2))
    await runnerOf(consumer).sweep(acme)
    expect(seen).toEqual(at(1, 2))
  })
})
