import { compare } from '@awayday/kernel'
import type { Collection } from 'mongodb'
import { answered } from './answered.ts'
import type { RecordDocument, RecordKey } from './documents.ts'

/**
 * A record is stamped before the majority has it, so a later stamp may be seen first: what is younger than this may still
 * be missing, and is read again.
 * ```
 *   ----|--- open: read while it was young ---|
 *       |--- a pass over it --->              |--- new ---> now
 * ```
 */
const LATE_MS = 10_000

/** How many keys a look reads of what is new; of what is open it is thrice as many, so that a pass ends under any load. */
const NEW = 1_000
const AGAIN = 3 * NEW

/** A process that stood still for an hour need not rest for one. */
const REST_MS_MAX = 2_000

type Stamped = Pick<RecordDocument, '_id' | 'seen'>

/**
 * Answers the keys that no call before has answered, oldest first, beginning 10 s before the first call. All calls together
 * read about as much as was appended: what is open is read again in passes, each of which rests as long as it took, and
 * whoever lags behind by more than 10 s needs none. Keys are remembered while they are open.
 */
export const newKeys = (
  events: Collection<RecordDocument>,
  serverTime: () => Promise<number>,
  passEveryMs: number,
): (() => Promise<readonly RecordKey[]>) => {
  const known = new Map<string, number>()
  const [readNew, readAgain] = [sliceReader(events, NEW), sliceReader(events, AGAIN)]
  let reached: number | undefined
  let open = { from: 0, until: 0 }
  let pass = { begun: 0, at: 0, until: 0, next: 0 }

  const remember = (keys: readonly Stamped[]): void => {
    for (const { _id, seen } of keys) known.set(textOf(_id), seen.getTime())
  }

  /** After this pass, what is older than `LATE_MS` now is complete. */
  const beginPass = (now: number): void => {
    for (const [key, stamp] of known) if (stamp < open.from) known.delete(key)
    pass = { begun: now, at: open.from, until: open.until, next: now + passEveryMs }
    open = { ...open, from: Math.min(open.until, Math.max(open.from, now - LATE_MS)) }
  }

  /** Goes on with the pass until it meets what was missing, or has read enough for one look. */
  const goOn = async (now: number): Promise<readonly Stamped[]> => {
    for (let read = 0; pass.at < pass.until && read < AGAIN / 2; ) {
      const { keys, until } = await readAgain(pass.at, pass.until)
      const late = keys.filter(({ _id }) => !known.has(textOf(_id)))
      remember(late)
      read += keys.length
      pass.at = until
      if (until >= pass.until) pass.next = Math.max(pass.next, now + Math.min(now - pass.begun, REST_MS_MAX))
      if (late.length > 0) return late
    }
    return []
  }

  return async () => {
    const now = await serverTime()
    reached ??= now - LATE_MS
    if (pass.at >= pass.until && now >= pass.next) beginPass(now)
    const late = await goOn(now)
    if (late.length > 0) return late.map(({ _id }) => _id)

    let slice: Slice = { keys: [], until: reached }
    while (slice.keys.length === 0 && slice.until <= now) slice = await readNew(slice.until, now + 1)
    // What is old enough to be complete joins what is still open before it, or that would be read over it again.
    const isOpen = open.from < open.until
    if (isOpen || slice.until > now - LATE_MS) {
      open = { from: isOpen ? open.from : reached, until: slice.until }
      remember(slice.keys)
    }
    reached = slice.until
    return slice.keys.map(({ _id }) => _id)
  }
}

type Slice = { readonly keys: readonly Stamped[]; readonly until: number }

/** Reads the keys stamped from `from` on, until `end` or until about `most` of them; tells how far it came. */
const sliceReader = (events: Collection<RecordDocument>, most: number) => {
  let span = LATE_MS

  return async (from: number, end: number): Promise<Slice> => {
    for (;;) {
      const until = Math.min(end, from + span)
      const smallest = until - from <= 1 // a millisecond is read whole
      const keys = await keysBetween(events, from, until, smallest ? 0 : most + 1)
      if (keys.length <= most || smallest) {
        const half = most / 2 // full slices would often be too full
        span = keys.length < half ? Math.min(span * 2, SPAN_MAX) : Math.ceil(((until - from) * half) / keys.length)
        return { keys: keys.toSorted(byStamp), until }
      }
      span = Math.floor((until - from) / 2)
    }
  }
}
const SPAN_MAX = 86_400_000

/** A range closed at both ends and sorted here: not every server can stop early in a sorted one. */
const keysBetween = (
  events: Collection<RecordDocument>,
  from: number,
  until: number,
  limit: number,
): Promise<readonly Stamped[]> =>
  answered('feed', () =>
    events
      .find(
        { seen: { $gte: new Date(from), $lt: new Date(until) } },
        { projection: { _id: 1, seen: 1 }, limit, batchSize: AGAIN + 1 },
      )
      .toArray(),
  )

/** A stream's records of one millisecond in their order, which spares the runner its gaps. */
const byStamp = (a: Stamped, b: Stamped): number =>
  a.seen.getTime() - b.seen.getTime() ||
  compare(a._id.tenant, b._id.tenant) ||
  compare(a._id.stream, b._id.stream) ||
  a._id.version - b._id.version

export const textOf = ({ tenant, stream, version }: RecordKey): string => `${tenant}#${stream}#${version}`
