import type { Instant } from '@awayday/kernel'
import { commandId } from './command.ts'
import { type NewRecord, newRecord, readBody, type StoredRecord } from './record.ts'
import type { StoreName } from './store-name.ts'
import type { StreamId } from './stream.ts'

/** Ends a stream in the store that holds it: whatever follows is decided in `to`. `epoch` counts the tenant's moves. */
export type Sealed = { readonly epoch: number; readonly to: StoreName }

/** The event type of a seal. A record of the chain like all others; no codec or projector sees it. */
export const SEALED = 'Sealed'

/** The record that seals a stream, following the record whose digest and time are given; the first of its stream without. */
export const sealRecord = (
  stream: StreamId,
  seal: Sealed,
  at: Instant,
  last?: { readonly digest: string; readonly at: Instant },
): NewRecord => {
  const key = `seal ${seal.epoch} ${stream.name}`
  return newRecord({
    at: last && last.at > at ? last.at : at,
    by: ACTOR,
    command: { id: commandId({ tenant: stream.tenant, actor: ACTOR, key }), digest: key },
    correlation: `move-${seal.epoch}`,
    cause: `move-${seal.epoch}`,
    prev: last?.digest ?? null,
    events: [{ type: SEALED, v: 1, data: { epoch: seal.epoch, to: seal.to } }],
  })
}

const ACTOR = 'system:switch'

/** The seal that a record is, if it is one. */
export const sealIn = (record: StoredRecord): Sealed | undefined =>
  record.body.includes(MARK) // most records are none, and reading a body costs a hundred times this
    ? (readBody(record).events.find(({ type }) => type === SEALED)?.data as Sealed | undefined)
    : undefined

const MARK = `{"type":"${SEALED}",`
