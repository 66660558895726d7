import type { Instant, TenantId } from '@awayday/kernel'

/** An integration event. Ids, dates and amounts only: no name, mail or reason. */
export type BusEvent = {
  /** The publishing service's name. */
  readonly source: string
  /** The detail type: past tense, `PersonJoined`. */
  readonly type: string
  /** `<stream>@<version>.<index>` of the event behind it: the same for every delivery, so consumers can tell a repeat. */
  readonly id: string
  readonly tenant: TenantId
  readonly at: Instant
  readonly correlation: string
  /** At most 200 kB as JSON. */
  readonly data: Readonly<Record<string, unknown>>
}

export interface Bus {
  /**
   * Resolves when all are accepted: each will then be delivered at least once, in no promised order. Throws
   * `BusUnavailable` when that is not known of all; publish all again.
   */
  publish(events: readonly BusEvent[]): Promise<void>
}

/** The platform's trouble. Recognised by `name`. */
export class BusUnavailable extends Error {
  override readonly name = 'BusUnavailable'
}
