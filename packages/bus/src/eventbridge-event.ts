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

/** Sources on the bus carry the product's name, so that other senders on it cannot be mistaken for us. */
export const sourceOf = (service: string): string => `awayday.${service}`
