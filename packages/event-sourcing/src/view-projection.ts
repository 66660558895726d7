import type { Clock } from '@awayday/clock'
import { addMs, inTurns, type TenantId } from '@awayday/kernel'
import { type Consumer, type Deliveries, oneByOne } from './consumer.ts'
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
}): Required<Consumer> => {
  const { name, rows, clock, initial, evolve, codec, rowsOf } = view
  const around = statesAround({ initial, evolve, codec })

  /** Each row as its last change leaves it; what was there for a moment only leaves its tombstone. */
  const consumeAll = async (deliveries: Deliveries): Promise<void> => {
    const { stream } = deliveries
    const changed = new Map<string, { readonly row: ViewRow; readonly isNew: boolean }>()
    for (const delivery of oneByOne(deliveries)) {
      const { before, after } = await around(delivery)
      const shown = before === undefined ? {} : rowsOf(before, stream)
      for (const { id, doc } of changes(shown, rowsOf(after, stream))) {
        const end = doc ? { doc } : { purgeAt: addMs(clock.now(), TOMBSTONE_MS) }
        const { isNew } = changed.get(id) ?? { isNew: !(id in shown) }
        changed.set(id, { row: { id, version: delivery.record.version, ...end }, isNew })
      }
    }
    await inTurns(changed.values(), ({ row, isNew }) => put(rows, stream.tenant, row, isNew))
  }

  return {
    name,
    everywhere: true,
    consume: ({ record, ...rest }) => consumeAll({ ...rest, records: [record] }),
    consumeAll,
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

/** Conditional on what was read, or on nothing being there; the loser reads again, and a row that is there already is left alone. */
const put = async (rows: ViewRows, tenant: TenantId, row: ViewRow, isNew: boolean): Promise<void> => {
  if (isNew && (await rows.save(tenant, row, undefined))) return
  for (let saves = 1; saves <= SAVES; saves++) {
    const seen = await rows.load(tenant, row.id)
    if (seen && seen.version >= row.version) return
    if (await rows.save(tenant, row, seen?.version)) return
  }
  throw new StoreUnavailable(`others wrote a row ${SAVES} times before us`)
}
