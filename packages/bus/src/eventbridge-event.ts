import type { BusEvent } from './bus.port.ts'

/** What a target receives from EventBridge; the local bus delivers the same. */
export type EventBridgeEvent = {
  readonly version: '0'
  /** The delivery's own id; ours is `detail.id`. */
  readonly id: string
  readonly 'detail-type': string
  readonly source: string
  readonly account: string
  /** Seconds precision. */
  readonly time: string
  readonly region: string
  readonly resources: readonly string[]
  readonly detail: BusDetail
}

export type BusDetail = Omit<BusEvent, 'source' | 'type'>

/** 200 kB of `data` as JSON in UTF-8: with its envelope an event stays below the 256 KB that every EventBridge page allows. */
const DATA_BYTES_MAX = 200_000

/** Sources on the bus carry the product's name, so that other senders on it cannot be mistaken for us. */
export const sourceOf = (service: string): string => `awayday.${service}`

/** An event's `detail`. Data over the limit is a defect of the publisher and throws a `RangeError`. */
export const detailOf = ({ id, tenant, at, correlation, data }: BusEvent): BusDetail => {
  const bytes = Buffer.byteLength(JSON.stringify(data))
  if (bytes > DATA_BYTES_MAX) throw new RangeError(`an event of ${bytes} bytes; at most ${DATA_BYTES_MAX}`)
  return { id, tenant, at, correlation, data }
}
