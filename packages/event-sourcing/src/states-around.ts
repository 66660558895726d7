import type { Delivery } from './consumer.ts'
import type { EventCodec } from './decider.ts'
import { eventsIn } from './events-in.ts'
import { digestOf, readBody, type StoredRecord } from './record.ts'
import type { StreamId } from './stream.ts'

/** Streams whose state is remembered between records, so that a rebuild folds each record once. */
const REMEMBERED = 100

/**
 * For consumers that need more than a record: what its stream said before it (undefined: nothing came before) and after it.
 * One per consumer.
 */
export const statesAround = <Event, State>({
  initial,
  evolve,
  codec,
}: {
  readonly initial: (stream: StreamId) => State
  readonly evolve: (state: State, event: Event) => State
  readonly codec: Pick<EventCodec<Event>, 'decode'>
}): ((delivery: Delivery) => Promise<{ readonly before: State | undefined; readonly after: State }>) => {
  const fold = (state: State, record: StoredRecord): State => eventsIn(record, codec).reduce(evolve, state)
  const remembered = new Map<string, { readonly digest: string; readonly state: State }>()

  /** What is remembered counts only if this record's chain says that it follows it directly. */
  const stateBefore = async ({ stream, record, past }: Delivery): Promise<State | undefined> => {
    const last = remembered.get(keyOf(stream))
    if (last && last.digest === readBody(record).prev) return last.state
    const records = record.version === 1 ? [] : await past()
    return records.length > 0 ? records.reduce(fold, initial(stream)) : undefined
  }

  return async (delivery) => {
    const before = await stateBefore(delivery)
    const after = fold(before ?? initial(delivery.stream), delivery.record)
    remember(remembered, keyOf(delivery.stream), { digest: digestOf(delivery.record.body), state: after })
    return { before, after }
  }
}

const keyOf = ({ tenant, name }: StreamId): string => `${tenant}#${name}`

const remember = <T>(all: Map<string, T>, key: string, value: T): void => {
  all.delete(key)
  all.set(key, value)
  const oldest = all.keys().next()
  if (all.size > REMEMBERED && !oldest.done) all.delete(oldest.value)
}
