import { setTimeout as wait } from 'node:timers/promises'
import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'
import { type Bus, type BusEvent, BusUnavailable } from '../../bus.port.ts'
import { detailOf, sourceOf } from '../../eventbridge-event.ts'

/** `PutEvents` takes 10 entries; 256 KB in total is the older of the two sizes AWS prints, so it always fits. */
const ENTRIES_MAX = 10
const BYTES_MAX = 262_144
/** Waits before an entry that EventBridge refused within a 200 (throttled, internal) is sent again. */
const PAUSES_MS = [50, 200, 800]

export const eventBridgeBus = (client: EventBridgeClient, busName: string): Bus => ({
  async publish(events) {
    for (const call of calls(events.map((event) => toEntry(event, busName)))) await put(client, call)
  },
})

/** Sends what failed again, and only that: a 200 may hold failures, one answer per entry in its place. */
const put = async (client: EventBridgeClient, entries: readonly PutEventsRequestEntry[]): Promise<void> => {
  let left = entries
  for (const pause of [...PAUSES_MS, undefined]) {
    const answers = await send(client, left)
    left = left.filter((_, n) => answers[n]?.EventId === undefined)
    if (left.length === 0) return
    if (pause !== undefined) await wait(pause)
  }
  throw new BusUnavailable(`EventBridge refused ${left.length} of ${entries.length} events`)
}

const send = async (client: EventBridgeClient, entries: readonly PutEventsRequestEntry[]) => {
  try {
    const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: [...entries] }))
    return Entries
  } catch (cause) {
    throw new BusUnavailable('EventBridge PutEvents', { cause })
  }
}

const toEntry = (event: BusEvent, busName: string): PutEventsRequestEntry => ({
  EventBusName: busName,
  Source: sourceOf(event.source),
  DetailType: event.type,
  Detail: JSON.stringify(detailOf(event)),
  Time: new Date(event.at),
})

function* calls(entries: readonly PutEventsRequestEntry[]): Generator<readonly PutEventsRequestEntry[]> {
  let call: PutEventsRequestEntry[] = []
  let bytes = 0
  for (const entry of entries) {
    const size = sizeOf(entry)
    if (call.length === ENTRIES_MAX || (call.length > 0 && bytes + size > BYTES_MAX)) {
      yield call
      call = []
      bytes = 0
    }
    call.push(entry)
    bytes += size
  }
  if (call.length > 0) yield call
}

/** As EventBridge counts: 14 bytes for the time, and the texts in UTF-8. */
const sizeOf = ({ Source = '', DetailType = '', Detail = '' }: PutEventsRequestEntry): number =>
  14 + Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail)
