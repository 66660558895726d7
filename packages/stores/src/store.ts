import type { DatabaseSync } from 'node:sqlite'
import type {
  CommandRegistry,
  EventFeed,
  EventStore,
  Progress,
  StoreName,
  Tenants,
  ViewRows,
} from '@awayday/event-sourcing'
import type { PlainRecords } from '@awayday/plain-records'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Db } from 'mongodb'

/** A service's storage, opened. The raw client is for the service's own view adapters. */
export type OpenStore = {
  readonly name: StoreName
  readonly events: EventStore
  readonly feed: EventFeed
  readonly progress: Progress
  readonly registry: CommandRegistry
  readonly tenants: Tenants
  readonly records: PlainRecords
  /** The rows of one of the service's view tables. */
  readonly views: (table: string) => ViewRows
} & (
  | { readonly name: 'sqlite'; readonly db: DatabaseSync }
  | { readonly name: 'mongodb'; readonly db: Db; readonly collection: (table: string) => string }
  | { readonly name: 'dynamodb'; readonly client: DynamoDBClient; readonly table: (table: string) => string }
) &
  AsyncDisposable
