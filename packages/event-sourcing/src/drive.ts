import type { Clock } from '@awayday/clock'
import type { Consumer } from './consumer.ts'
import type { EventStore } from './event-store.port.ts'
import { isOurs } from './events-in.ts'
import { Gap } from './head.ts'
import { contentOf, type Outcome, type Outcomes, progressAfter, reasonOf } from './outcome.ts'
import { decidedHere, type Place } from './place.ts'
import type { Progress, StreamProgress } from './progress.port.ts'
import { readBody, type StoredRecord } from './record.ts'
import { isUnavailable } from './store-unavailable.ts'
import type { StreamId } from './stream.ts'
import { whole } from './whole.ts'

type World = {
  readonly store: EventStore
  readonly progress: Progress
  readonly clock: Clock
  readonly consumers: readonly Consumer[]
  /** Given where a process knows several stores; alone, everything in a store was decided there. */
  readonly place?: Place
}

/** Tries of a record before the stream is left to the sweep. */
const TRIES = 3
/** Writers of one progress item who may come first before we give up and let the feed bring the records again. */
const SAVES = 8

/**
 * Brings the consumers of one stream up to date: over the records `delivered` if they follow what is done, else over all
 * that the store has. Rows first, then progress, in one write. False: the progress could not be written.
 */
export const drive = async (all: World, stream: StreamId, delivered?: readonly StoredRecord[]): Promise<boolean> => {
  const world = all.place ? { ...all, place: askedOnce(all.place, stream) } : all
  try {
    const seen = await world.progress.load(stream)
    const records = once(async () => (await whole(world.store, stream)).records)
    const outcomes: Outcomes = {}
    for (const consumer of world.consumers) {
      if (seen.parked?.[consumer.name]) continue
      const done = seen.done[consumer.name] ?? 0
      if (delivered?.every(({ version }) => version <= done)) continue
      outcomes[consumer.name] = await advance(world, consumer, stream, done, records, delivered)
    }
    return await save(world, seen, outcomes)
  } catch (trouble) {
    if (isUnavailable(trouble)) return false
    throw trouble
  }
}

const advance = async (
  world: World,
  consumer: Consumer,
  stream: StreamId,
  from: number,
  all: () => Promise<readonly StoredRecord[]>,
  delivered?: readonly StoredRecord[],
): Promise<Outcome> => {
  let done = from
  for (let tries = 1; ; tries++) {
    let atOnce = false
    try {
      const records = (delivered && following(done, delivered)) ?? (await all()).slice(done)
      atOnce = tries === 1 && records.length > 1 && consumer.consumeAll !== undefined
      if (atOnce) {
        await showAll(consumer, stream, records, all)
        return { done: done + records.length }
      }
      for (const record of records) {
        await show(world, consumer, stream, record, all)
        done = record.version
        tries = 1
      }
      return { done }
    } catch (trouble) {
      if (atOnce) continue
      if (!isUnavailable(trouble) && !(await isStillComing(world, stream, trouble)))
        return { done, parked: { version: done + 1, reason: reasonOf(trouble), at: world.clock.now() } }
      if (tries >= TRIES) return { done, unavailable: true }
    }
  }
}

/** In a store that is not the tenant's home, a missing version is one that a move has not brought yet. */
const isStillComing = async ({ place }: World, { tenant }: StreamId, trouble: unknown): Promise<boolean> =>
  trouble instanceof Gap && place !== undefined && (await place.home(tenant)) !== place.here

const show = async (
  { place }: World,
  consumer: Consumer,
  stream: StreamId,
  record: StoredRecord,
  all: () => Promise<readonly StoredRecord[]>,
): Promise<void> => {
  if (isOurs(readBody(record))) return
  if (place && !consumer.everywhere && !(await decidedHere(place, stream, await all(), record.version))) return
  await consumer.consume({ stream, record, past: before(record, all) })
}

const showAll = async (
  consumer: Consumer,
  stream: StreamId,
  records: readonly StoredRecord[],
  all: () => Promise<readonly StoredRecord[]>,
): Promise<void> => {
  const theirs = records.filter((it) => !isOurs(readBody(it)))
  const [first] = theirs
  if (first) await consumer.consumeAll?.({ stream, records: theirs, past: before(first, all) })
}

const before =
  ({ version }: StoredRecord, all: () => Promise<readonly StoredRecord[]>) =>
  async (): Promise<readonly StoredRecord[]> =>
    (await all()).slice(0, version - 1).filter((it) => !isOurs(readBody(it)))

/** What was delivered after `done`, in order, if nothing is missing in between. */
const following = (done: number, delivered: readonly StoredRecord[]): readonly StoredRecord[] | undefined => {
  const after = delivered.filter(({ version }) => version > done).sort((a, b) => a.version - b.version)
  const unique = after.filter(({ version }, n) => version !== after[n - 1]?.version)
  return unique.every(({ version }, n) => version === done + 1 + n) ? unique : undefined
}

/** What is asked of a tenant is asked at most once for all the records of one call. */
const askedOnce = ({ here, home, anew }: Place, { tenant }: StreamId): Place => ({
  here,
  home: once(() => home(tenant)),
  anew: once(() => anew(tenant)),
})

const save = async ({ progress, clock }: World, seen: StreamProgress, outcomes: Outcomes): Promise<boolean> => {
  let before = seen
  for (let saves = 1; saves <= SAVES; saves++) {
    const after = progressAfter(before, outcomes, clock.now())
    if (JSON.stringify(after) === JSON.stringify(contentOf(before))) return true
    if (await progress.save(before, after)) return true
    before = await progress.load(seen.stream)
  }
  return false
}

/** Asks once, and again only when the answer failed. */
const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let answer: Promise<T> | undefined
  return () => {
    answer ??= ask().catch((trouble: unknown) => {
      answer = undefined
      throw trouble
    })
    return answer
  }
}
