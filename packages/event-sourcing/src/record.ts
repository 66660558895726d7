import { createHash } from 'node:crypto'
import type { Instant } from '@awayday/kernel'

/** What a store keeps per append: the body is one JSON text, carried byte for byte through every store, move and backup. */
export type StoredRecord = { readonly version: number; readonly body: string }

/** A record on its way into a stream. `commandId` is also in the body; adapters compare it with the record in the way. */
export type NewRecord = { readonly body: string; readonly commandId: string }

/** What the body says. Events refer to cards and notes by id: no name, mail or reason is ever in here. */
export type RecordBody = {
  /** UTC instant from our clock, never before the previous record's. */
  readonly at: Instant
  /** Person id, or `system:<what>` for consumers and schedules. */
  readonly by: string
  /** `digest` is an HMAC of the raw request: the same key with another request is refused. */
  readonly command: { readonly id: string; readonly digest: string }
  /** One id for all that follows from one thing somebody did. */
  readonly correlation: string
  /** The event (`stream@version.index`) or request id this follows from directly. */
  readonly cause: string
  /** SHA-256 of the previous body (base64url), null in version 1: each stream is a chain. */
  readonly prev: string | null
  readonly events: readonly StoredEvent[]
}

/** `v` is the version of the event type's shape; an upcaster reads older ones. */
export type StoredEvent = { readonly type: string; readonly v: number; readonly data: unknown }

/** 256 KiB of body in UTF-8: leaves room in DynamoDB's 400 kB item for keys and a replica's additions. */
export const APPEND_BYTES_MAX = 262_144
export const APPEND_EVENTS_MAX = 100

/** The only place where a body becomes text. A body over the limits is a defect of the caller: limits on input lie below. */
export const newRecord = (body: RecordBody): NewRecord => {
  const { at, by, command, correlation, cause, prev, events } = body
  if (events.length < 1 || events.length > APPEND_EVENTS_MAX)
    throw new RangeError(`${events.length} events in one append`)
  const text = JSON.stringify({
    at,
    by,
    command: { id: command.id, digest: command.digest },
    correlation,
    cause,
    prev,
    events: events.map(({ type, v, data }) => ({ type, v, data })),
  })
  const bytes = Buffer.byteLength(text)
  if (bytes > APPEND_BYTES_MAX) throw new RangeError(`an append of ${bytes} bytes; at most ${APPEND_BYTES_MAX}`)
  return { body: text, commandId: command.id }
}

/** Reads a stored body. One that cannot be read is a defect: nothing else ever writes there. */
export const readBody = (record: StoredRecord): RecordBody => JSON.parse(record.body) as RecordBody

/** SHA-256 over the stored bytes, base64url. */
export const digestOf = (body: string): string => createHash('sha256').update(body).digest('base64url')

export const isOf = (commandId: string, record: StoredRecord): boolean => readBody(record).command.id === commandId
