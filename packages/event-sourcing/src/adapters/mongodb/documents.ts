import { epochMs, type Instant, type TenantId } from '@awayday/kernel'
import type { StoredRecord } from '../../record.ts'
import type { StoreName } from '../../store-name.ts'
import type { StreamId, StreamName } from '../../stream.ts'
import type { ViewDocument, ViewRow } from '../../view-rows.port.ts'

/** How everything of ours lies in MongoDB. The fields of an `_id` stand in this order: ranges over the whole `_id` rest on it. */

/** Above every character a name may hold. */
export const LAST = '~'
/** Above every version: DynamoDB's keys have ten digits. */
const LAST_VERSION = 9_999_999_999

/** `seen` is the server's clock when it took the record; the feed polls by it. */
export type RecordDocument = { readonly _id: RecordKey; readonly body: string; readonly seen: Date }
export type RecordKey = { readonly tenant: TenantId; readonly stream: string; readonly version: number }

/** Without a version: just behind the stream's last. */
export const recordKey = (
  { tenant, name }: { readonly tenant: TenantId; readonly name: string },
  version = LAST_VERSION,
): RecordKey => ({
  tenant,
  stream: name,
  version,
})
export const recordOf = ({ _id, body }: Pick<RecordDocument, '_id' | 'body'>): StoredRecord => ({
  version: _id.version,
  body,
})
export const streamOf = ({ _id }: Pick<RecordDocument, '_id'>): StreamId => ({
  tenant: _id.tenant,
  name: _id.stream as StreamName,
})

/** Progress, registry and tenants share the control collection. */
export type ControlKey = {
  readonly kind: 'progress' | 'registry' | 'tenant'
  readonly tenant: string
  readonly name: string
}
export type ProgressDocument = { readonly _id: ControlKey; readonly rev: number; readonly body: string }
/** `expires` is when the row counts as gone. */
export type RegistryDocument = {
  readonly _id: ControlKey
  readonly digest: string
  readonly stream: StreamName
  readonly expires: Instant
  readonly ttl: Date
}
/** `route`: JSON text of what a move adds; absent for who never moved. */
export type TenantDocument = {
  readonly _id: ControlKey
  readonly home: StoreName
  readonly rev: number
  readonly route?: string
}

/** The document is stored as it is, so that its fields can be indexed. A tombstone has none. */
export type ViewRowDocument = {
  readonly _id: { readonly tenant: TenantId; readonly id: string }
  readonly version: number
  readonly doc?: ViewDocument
  readonly purgeAt?: Instant
  readonly ttl?: Date
}

export const viewDocument = (tenant: TenantId, { id, version, doc, purgeAt }: ViewRow): ViewRowDocument => ({
  _id: { tenant, id },
  version,
  ...(doc ? { doc } : {}),
  ...(purgeAt ? { purgeAt, ttl: ttl(purgeAt, TOMBSTONE_DAYS) } : {}),
})

/** For the services' own questions too. */
export const viewRowOf = ({ _id, version, doc, purgeAt }: ViewRowDocument): ViewRow => ({
  id: _id.id,
  version,
  ...(doc ? { doc } : {}),
  ...(purgeAt ? { purgeAt } : {}),
})

/** From when on MongoDB may forget a document. It goes by its own clock and ours may be moved, so the days count by both. */
export const ttl = (expires: Instant, days: number): Date =>
  new Date(Math.max(epochMs(expires), Date.now() + days * 86_400_000))
export const TOMBSTONE_DAYS = 7
