import type { Clock } from '@awayday/clock'
import type { TenantId } from '@awayday/kernel'
import type { Consumer } from './consumer.ts'
import { drive } from './drive.ts'
import type { Appended, Failed } from './event-feed.port.ts'
import type { EventStore } from './event-store.port.ts'
import type { Place } from './place.ts'
import type { Progress, StreamProgress } from './progress.port.ts'
import { StoreUnavailable } from './store-unavailable.ts'
import { type StreamId, sameStream } from './stream.ts'

/** Streams that a sweep drives at the same time. */
const SWEEP_WIDTH = 16

export type Runner = {
  /** A batch of a feed. Answers what the feed must bring again: only that whose progress could not be written. */
  deliver(batch: readonly Appended[]): Promise<readonly Failed[]>
  /** Drives every stream of a tenant that is behind its head and neither parked nor waiting for a later try. */
  sweep(tenant: TenantId): Promise<void>
  /** Un-parks a stream's consumers and drives them again from where they stopped. */
  redrive(stream: StreamId): Promise<void>
}

/**
 * Makes the order that no feed promises: each consumer sees each stream's records 1, 2, 3, …, whatever is delivered twice,
 * late or never. Several runners may work at the same time; consumers bear to see a record again.
 */
export const consumerRunner = (world: {
  readonly store: EventStore
  readonly progress: Progress
  readonly clock: Clock
  readonly consumers: readonly Consumer[]
  readonly place?: Place
}): Runner => ({
  async deliver(batch) {
    const failed = await Promise.all(
      streamsOf(batch).map(async (stream) => {
        const records = batch.filter((it) => sameStream(it.stream, stream)).map(({ record }) => record)
        const written = await drive(world, stream, records)
        return written ? [] : records.map(({ version }) => ({ stream, version }))
      }),
    )
    return failed.flat()
  },

  async sweep(tenant) {
    const known = new Map<string, StreamProgress>()
    for await (const progress of world.progress.all(tenant)) known.set(progress.stream.name, progress)
    const behind: StreamId[] = []
    for await (const { stream, head } of world.store.heads(tenant))
      if (isBehind(world, known.get(stream.name), head.version)) behind.push(stream)
    let lost = 0
    for (let n = 0; n < behind.length; n += SWEEP_WIDTH) {
      const written = await Promise.all(behind.slice(n, n + SWEEP_WIDTH).map((stream) => drive(world, stream)))
      lost += written.filter((it) => !it).length
    }
    if (lost > 0) throw new StoreUnavailable(`the progress of ${lost} streams could not be written`)
  },

  async redrive(stream) {
    const seen = await world.progress.load(stream)
    const unparked = await world.progress.save(seen, { done: seen.done })
    if (!unparked || !(await drive(world, stream))) throw new StoreUnavailable('the progress could not be written')
  },
})

/** Whether a consumer has done a stream's records up to `version`: what "at least version v" asks. */
export const caughtUp = async (
  progress: Progress,
  stream: StreamId,
  consumer: string,
  version: number,
): Promise<boolean> => ((await progress.load(stream)).done[consumer] ?? 0) >= version

const isBehind = (
  { consumers, clock }: { readonly consumers: readonly Consumer[]; readonly clock: Clock },
  progress: StreamProgress | undefined,
  version: number,
): boolean => {
  if (progress?.due && progress.due.at > clock.now()) return false
  // What fell due is looked at even where all is done: whoever was in trouble may not have known that.
  const isLeft = (name: string): boolean => progress?.due !== undefined || (progress?.done[name] ?? 0) < version
  return consumers.some(({ name }) => !progress?.parked?.[name] && isLeft(name))
}

const streamsOf = (batch: readonly Appended[]): readonly StreamId[] =>
  batch.map(({ stream }) => stream).filter((it, n, all) => all.findIndex((other) => sameStream(it, other)) === n)
