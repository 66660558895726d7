import type { Bus } from '@awayday/bus'
import type { Clock } from '@awayday/clock'
import type { CommandRegistry, EventStore, FollowedStore, StoreName, Tenants } from '@awayday/event-sourcing'
import type { Cards } from './cards.port.ts'
import type { DirectoryViews } from './directory-views.port.ts'
import type { MailSecrets } from './mail-secrets.port.ts'
import type { Sessions } from './sessions.port.ts'

/** All that the directory needs from outside. */
export type World = {
  readonly clock: Clock
  /** Of this deployment: keys the digests of requests, cookies and tokens. At least 32 characters. */
  readonly secret: string
  /** Demo sign-in exists. */
  readonly demo: boolean
  /** 256 bits that nobody can guess, as 43 characters of base64url. */
  readonly unguessable: () => string
  /** The store that new companies live in. */
  readonly home: StoreName
  readonly store: EventStore
  readonly registry: CommandRegistry
  readonly tenants: Pick<Tenants, 'settle' | 'all'>
  /** The stores whose streams this process follows: one, or several while companies move. */
  readonly followed: readonly [FollowedStore, ...FollowedStore[]]
  readonly views: DirectoryViews
  readonly cards: Cards
  readonly sessions: Sessions
  readonly mailSecrets: MailSecrets
  readonly bus: Bus
}
