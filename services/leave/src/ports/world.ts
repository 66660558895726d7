import type { Bus } from '@awayday/bus'
import type { Clock } from '@awayday/clock'
import type { CommandRegistry, EventStore, FollowedStore, StoreName, Tenants } from '@awayday/event-sourcing'
import type { Documents } from './documents.port.ts'
import type { LeaveViews } from './leave-views.port.ts'
import type { Notes } from './notes.port.ts'
import type { PublicHolidays } from './public-holidays.port.ts'

/** All that the leave service needs from outside. */
export type World = {
  readonly clock: Clock
  /** Of this deployment: keys the digests of requests. At least 32 characters. */
  readonly secret: string
  /** The store that new companies live in. */
  readonly home: StoreName
  readonly store: EventStore
  readonly registry: CommandRegistry
  readonly tenants: Pick<Tenants, 'settle' | 'all'>
  /** The stores whose streams this process follows: one, or several while companies move. */
  readonly followed: readonly [FollowedStore, ...FollowedStore[]]
  readonly views: LeaveViews
  readonly notes: Notes
  readonly documents: Documents
  readonly publicHolidays: PublicHolidays
  readonly bus: Bus
}
