import type { Clock } from '@awayday/clock'
import { addMs, type TenantId } from '@awayday/kernel'
import type { Consumer } from './consumer.ts'
import type { EventCodec } from './decider.ts'
import { statesAround } from './states-around.ts'
import { StoreUnavailable } from './store-unavailable.ts'
import type { StreamId } from './stream.ts'
import type { ViewDocument, ViewRow, ViewRows } from './view-rows.port.ts'

/** 7 days: how long a removed row's tombstone keeps late writers from bringing it back. */
const TOMBSTONE_MS = 7 * 86_400_000
/** Writers of one row who may come first. */
const SAVES = 8

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
  const around = statesAround({ initial, evolve, codec })

  return {
    name,
    everywhere: true,
    async consume(delivery) {
      const { stream, record } = delivery
      const { before, after } = await around(delivery)
      const changed = changes(before === undefined ? {} : rowsOf(before, stream), rowsOf(after, stream))
      await Promise.all(
        changed.map(({ id, doc }) =>
          put(rows, stream.tenant, {
            id,
            version: record.version,
            ...(doc ? { doc } : { purgeAt: addMs(clock.now(), TOMBSTONE_MS) }),
          }),
        ),
      )
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
