import type { Clock } from '@awayday/clock'
import { addMs, type Instant } from '@awayday/kernel'
import type { Consumer } from './consumer.ts'
import type { EventStore } from './event-store.port.ts'
import { isOurs } from './events-in.ts'
import type { Progress, StreamProgress } from './progress.port.ts'
import { readBody, type StoredRecord } from './record.ts'
import { isStoreUnavailable } from './store-unavailable.ts'
import type { StreamId } from './stream.ts'

type World = {
  readonly store: EventStore
  readonly progress: Progress
  readonly clock: Clock
  readonly consumers: readonly Consumer[]
}

/** Tries of a record before the stream is left to the sweep. */
const TRIES = 3
/** Writers of one progress item who may come first before we give up and let the feed bring the records again. */
const SAVES = 8

/**
 * Brings the consumers of one stream up to date: over the records `delivered` if they follow what is done, else over all
 * that the store has. Rows first, then progress, in one write. False: the progress could not be written.
 */
export const drive = async (world: World, stream: StreamId, delivered?: readonly StoredRecord[]): Promise<boolean> => {
  try {
    const seen = await world.progress.load(stream)
    const whole = once(() => wholeStream(world.store, stream))
    const outcomes: Outcomes = {}
    for (const consumer of world.consumers) {
      if (seen.parked?.[consumer.name]) continue
      const done = seen.done[consumer.name] ?? 0
      if (delivered?.every(({ version }) => version <= done)) continue
      outcomes[consumer.name] = await advance(world, consumer, stream, done, whole, delivered)
    }
    return await save(world, seen, outcomes)
  } catch (trouble) {
    if (isUnavailable(trouble)) return false
    throw trouble
  }
}

/** How far a consumer got, and what stopped it: the platform, or a defect that is parked. */
type Outcome = {
  readonly done: number
  readonly unavailable?: true
  readonly parked?: { readonly version: number; readonly reason: string; readonly at: Instant }
}
type Outcomes = Record<string, Outcome>

const advance = async (
  { clock }: World,
  consumer: Consumer,
  stream: StreamId,
  from: number,
  whole: () => Promise<readonly StoredRecord[]>,
  delivered?: readonly StoredRecord[],
): Promise<Outcome> => {
  let done = from
  for (let tries = 1; ; tries++) {
    try {
      const records = (delivered && following(done, delivered)) ?? (await whole()).slice(done)
      for (const record of records) {
        await show(consumer, stream, record, whole)
        done = record.version
        tries = 1
      }
      return { done }
    } catch (trouble) {
      if (!isUnavailable(trouble))
        return { done, parked: { version: done + 1, reason: reasonOf(trouble), at: clock.now() } }
      if (tries >= TRIES) return { done, unavailable: true }
    }
  }
}

const show = async (
  consumer: Consumer,
  stream: StreamId,
  record: StoredRecord,
  whole: () => Promise<readonly StoredRecord[]>,
): Promise<void> => {
  if (isOurs(readBody(record))) return
  const past = async (): Promise<readonly StoredRecord[]> =>
    (await whole()).slice(0, record.version - 1).filter((it) => !isOurs(readBody(it)))
  await consumer.consume({ stream, record, past })
}

/** What was delivered after `done`, in order, if nothing is missing in between. */
const following = (done: number, delivered: readonly StoredRecord[]): readonly StoredRecord[] | undefined => {
  const after = delivered.filter(({ version }) => version > done).sort((a, b) => a.version - b.version)
  const unique = after.filter(({ version }, n) => version !== after[n - 1]?.version)
  return unique.every(({ version }, n) => version === done + 1 + n) ? unique : undefined
}

const save = async ({ progress, clock }: World, seen: StreamProgress, outcomes: Outcomes): Promise<boolean> => {
  let before = seen
  for (let saves = 1; saves <= SAVES; saves++) {
    const after = merged(before, outcomes, clock.now())
    if (JSON.stringify(after) === JSON.stringify(contentOf(before))) return true
    if (await progress.save(before, after)) return true
    before = await progress.load(seen.stream)
  }
  return false
}

type Content = Omit<StreamProgress, 'rev' | 'stream'>
const contentOf = ({ done, due, parked }: StreamProgress): Content => ({
  done,
  ...(due ? { due } : {}),
  ...(parked ? { parked } : {}),
})

/** Another runner may have been here: the further one counts, and what it passed is not parked. */
const merged = (before: StreamProgress, outcomes: Outcomes, now: Instant): Content => {
  const done = { ...before.done }
  const parked = { ...before.parked }
  for (const [name, outcome] of Object.entries(outcomes)) {
    done[name] = Math.max(done[name] ?? 0, outcome.done)
    if (outcome.parked) parked[name] = outcome.parked
    if ((parked[name]?.version ?? 0) <= (done[name] ?? 0)) delete parked[name]
  }
  const late = Object.values(outcomes).some(({ unavailable }) => unavailable)
  const settled = Object.keys(outcomes).length > 0 && !late
  const due = late ? dueAfter(before, now) : settled ? undefined : before.due
  return {
    done,
    ...(due ? { due } : {}),
    ...(Object.keys(parked).length > 0 ? { parked } : {}),
  }
}

/** 2, 4, 8, … seconds, at most an hour and a bit. */
const dueAfter = ({ due }: StreamProgress, now: Instant): NonNullable<StreamProgress['due']> => {
  const tries = (due?.tries ?? 0) + 1
  return { at: addMs(now, 1_000 * 2 ** Math.min(tries, 12)), tries }
}

/** The kind of error and where it arose. Never its message: that may quote what somebody wrote. */
const reasonOf = (defect: unknown): string => {
  if (!(defect instanceof Error)) return typeof defect
  const place = /[\w.-]+\.[jt]s:\d+/.exec(defect.stack ?? '')?.[0]
  return place ? `${defect.constructor.name} in ${place}` : defect.constructor.name
}

const wholeStream = async (store: EventStore, stream: StreamId): Promise<readonly StoredRecord[]> => {
  const found = await store.read(stream)
  if (!found.ok) throw new Error('a read from the start was answered with a stale head')
  return found.value.records
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

/** Ports name the platform's trouble `…Unavailable`: the store's, the bus's. */
const isUnavailable = (trouble: unknown): boolean =>
  isStoreUnavailable(trouble) || (trouble instanceof Error && trouble.name.endsWith('Unavailable'))
