import type { Clock } from '@awayday/clock'
import { addMs, type TenantId } from '@awayday/kernel'
import type { Consumer } from './consumer.ts'
import type { EventCodec } from './decider.ts'
import { eventsIn } from './events-in.ts'
import { digestOf, readBody, type StoredRecord } from './record.ts'
import { StoreUnavailable } from './store-unavailable.ts'
import type { StreamId } from './stream.ts'
import type { ViewDocument, ViewRow, ViewRows } from './view-rows.port.ts'

/** 7 days: how long a removed row's tombstone keeps late writers from bringing it back. */
const TOMBSTONE_MS = 7 * 86_400_000
/** Writers of one row who may come first. */
const SAVES = 8
/** Streams whose state is remembered between records, so that a rebuild folds each record once. */
const REMEMBERED = 100

type Rows = Readonly<Record<string, ViewDocument>>

/**
 * A read model of rows that each belong to one stream. A row is written at the version that changed it, and shows what
 * follows from records 1 to that version alone: so a duplicate writes the same, and a rebuild equals the live view.
 */
export const viewProjection = <Event, State>(view: {
  /** The consumer's name in the progress; a rebuild is a new name with its own rows. */
  readonly name: string
  readonly rows: ViewRows
  readonly clock: Clock
  readonly initial: (stream: StreamId) => State
  readonly evolve: (state: State, event: Event) => State
  readonly codec: Pick<EventCodec<Event>, 'decode'>
  /** All rows of the stream, by id. A row that is gone here is removed. */
  readonly rowsOf: (state: State, stream: StreamId) => Rows
}): Consumer => {
  const { name, rows, clock, initial, evolve, codec, rowsOf } = view
  const fold = (state: State, record: StoredRecord): State => eventsIn(record, codec).reduce(evolve, state)
  const remembered = new Map<string, { readonly digest: string; readonly state: State }>()

  /**
   * What the records before this one left; before the first there is a state, but no row. What is remembered counts only
   * if this record's chain says that it follows it directly.
   */
  const left = async (
    stream: StreamId,
    record: StoredRecord,
    past: () => Promise<readonly StoredRecord[]>,
  ): Promise<{ readonly state: State; readonly rows: Rows }> => {
    const last = remembered.get(keyOf(stream))
    if (last && last.digest === readBody(record).prev) return { state: last.state, rows: rowsOf(last.state, stream) }
    const records = record.version === 1 ? [] : await past()
    const state = records.reduce(fold, initial(stream))
    return { state, rows: records.length > 0 ? rowsOf(state, stream) : {} }
  }

  return {
    name,
    async consume({ stream, record, past }) {
      const before = await left(stream, record, past)
      const after = fold(before.state, record)
      const changed = changes(before.rows, rowsOf(after, stream))
      await Promise.all(
        changed.map(({ id, doc }) =>
          put(rows, stream.tenant, {
            id,
            version: record.version,
            ...(doc ? { doc } : { purgeAt: addMs(clock.now(), TOMBSTONE_MS) }),
          }),
        ),
      )
      remember(remembered, keyOf(stream), { digest: digestOf(record.body), state: after })
    },
  }
}

const changes = (before: Rows, after: Rows): readonly { readonly id: string; readonly doc?: ViewDocument }[] => [
  ...Object.entries(after)
    .filter(([id, doc]) => JSON.stringify(before[id]) !== JSON.stringify(doc))
    .map(([id, doc]) => ({ id, doc })),
  ...Object.keys(before)
    .filter((id) => !(id in after))
    .map((id) => ({ id })),
]

/** Conditional on what was read; the loser reads again, and a row that is there already is left alone. */
const put = async (rows: ViewRows, tenant: TenantId, row: ViewRow): Promise<void> => {
  for (let saves = 1; saves <= SAVES; saves++) {
    const seen = await rows.load(tenant, row.id)
    if (seen && seen.version >= row.version) return
    if (await rows.save(tenant, row, seen?.version)) return
  }
  throw new StoreUnavailable(`others wrote a row ${SAVES} times before us`)
}

const keyOf = ({ tenant, name }: StreamId): string => `${tenant}#${name}`

const remember = <T>(all: Map<string, T>, key: string, value: T): void => {
  all.delete(key)
  all.set(key, value)
  const oldest = all.keys().next()
  if (all.size > REMEMBERED && !oldest.done) all.delete(oldest.value)
}
