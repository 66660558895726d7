import { randomUUID } from 'node:crypto'
import { type AcceptedEvent, LOCAL_ACCOUNT, LOCAL_REGION, type LocalBus } from './bus.ts'

/** EventBridge takes 1 to 10 entries a call, 1 MB of them in total, and answers for each in its place. */
const ENTRIES_MAX = 10
const BYTES_MAX = 1_048_576

export type PutEventsAnswer = { readonly status: 200 | 400; readonly body: unknown }
type EntryAnswer = { readonly EventId: string } | { readonly ErrorCode: string; readonly ErrorMessage: string }

/** EventBridge's `PutEvents` (AWS JSON 1.1) in front of the local bus: a bad entry fails alone, within a 200. */
export const putEvents = (bus: LocalBus, request: unknown, now: string): PutEventsAnswer => {
  const entries = isObject(request) && Array.isArray(request['Entries']) ? (request['Entries'] as unknown[]) : []
  if (entries.length < 1 || entries.length > ENTRIES_MAX) return invalid(`Entries must be 1 to ${ENTRIES_MAX} entries`)
  if (entries.reduce<number>((bytes, entry) => bytes + sizeOf(entry), 0) > BYTES_MAX)
    return invalid('Total size of the entries in the request is over the limit.')

  const read = entries.map((entry) => readEntry(entry, now))
  bus.accept(read.flatMap((outcome) => ('event' in outcome ? [outcome.event] : [])))
  const answers = read.map((outcome): EntryAnswer => ('event' in outcome ? { EventId: outcome.event.id } : outcome))
  return {
    status: 200,
    body: { FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length, Entries: answers },
  }
}

const readEntry = (entry: unknown, now: string): { readonly event: AcceptedEvent } | EntryAnswer => {
  if (!isObject(entry)) return refused('InvalidArgument', 'The entry is not an object.')
  const { Source: source, DetailType: type, Detail: text, Time: time, Resources: resources = [] } = entry
  if (typeof source !== 'string' || source === '') return refused('InvalidArgument', 'Parameter Source is not valid.')
  if (typeof type !== 'string' || type === '') return refused('InvalidArgument', 'Parameter DetailType is not valid.')
  if (!Array.isArray(resources)) return refused('InvalidArgument', 'Parameter Resources is not valid.')
  const detail = typeof text === 'string' ? parsed(text) : undefined
  if (!isObject(detail)) return refused('MalformedDetail', 'Detail is malformed.')
  return {
    event: {
      version: '0',
      id: randomUUID(),
      'detail-type': type,
      source,
      account: LOCAL_ACCOUNT,
      // The protocol sends seconds since 1970 as a number.
      time: `${(typeof time === 'number' ? new Date(time * 1000).toISOString() : now).slice(0, 19)}Z`,
      region: LOCAL_REGION,
      resources,
      detail,
    },
  }
}

/** As EventBridge counts: 14 bytes for a time, and the texts in UTF-8. */
const sizeOf = (entry: unknown): number => {
  if (!isObject(entry)) return 0
  const { Source, DetailType, Detail, Resources, Time } = entry
  const texts = [Source, DetailType, Detail, ...(Array.isArray(Resources) ? Resources : [])]
  return texts.reduce<number>(
    (bytes, text) => bytes + (typeof text === 'string' ? Buffer.byteLength(text) : 0),
    Time === undefined ? 0 : 14,
  )
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const refused = (ErrorCode: string, ErrorMessage: string): EntryAnswer => ({ ErrorCode, ErrorMessage })

const invalid = (message: string): PutEventsAnswer => ({
  status: 400,
  body: { __type: 'ValidationException', message },
})
