import { REFUSED } from './command.ts'
import type { EventCodec } from './decider.ts'
import { type RecordBody, readBody, type StoredRecord } from './record.ts'
import { SEALED } from './seal.ts'

/** What a record says in the domain's words. Records of our own machinery say nothing there. */
export const eventsIn = <Event>(record: StoredRecord, codec: Pick<EventCodec<Event>, 'decode'>): readonly Event[] =>
  eventsOf(readBody(record), codec)

export const eventsOf = <Event>(body: RecordBody, codec: Pick<EventCodec<Event>, 'decode'>): readonly Event[] =>
  isOurs(body) ? [] : body.events.map((stored) => codec.decode(stored))

/** Whether a record belongs to the machinery: part of the chain, but shown to no codec and no consumer. */
export const isOurs = ({ events }: RecordBody): boolean => events.every(({ type }) => OURS.includes(type))

/** Event types that no domain may use. */
export const OURS: readonly string[] = [REFUSED, SEALED]
