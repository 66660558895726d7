import type { TenantId } from '@awayday/kernel'

/** What a service's store keeps of a tenant, table by table. Views by the table's name in the manifest: `views:views`. */
export type Collection = 'events' | 'records' | 'registry' | 'progress' | `views:${string}`

/**
 * One stored thing, alike in every store. `key` orders it within its tenant and collection (bytes), `value` is a JSON text
 * of which nothing is read and written anew: what a store keeps as text is in it byte for byte.
 *
 * | collection | key | value |
 * |---|---|---|
 * | events | `person/ana#0000000001` | the record's body |
 * | records | `card#ana` | `{"rev":3,"data":{…},"moved":{…}}`; a tombstone has no `data`, one that never moved no `moved` |
 * | registry | command id | `{"digest":"…","stream":"…","expires":"…"}` |
 * | progress | stream's name | `{"rev":3,"done":{…},…}` |
 * | views | row's id | `{"version":3,"doc":{…},"purgeAt":"…"}`; a tombstone has no `doc` |
 */
export type StoredItem = { readonly key: string; readonly value: string }

/** What was to come under a key, and what stands there instead. */
export type Clash = { readonly key: string; readonly here: string; readonly coming: string }

/**
 * Raw access to what a store keeps: for moves, backups, restores and repairs. Nothing is decided here; readings are strongly
 * consistent. Every method throws `StoreUnavailable` when the store does not answer in time. A key or value that is none of
 * its collection is a defect, and is thrown before anything is written.
 */
export interface StoredItems {
  /** Of the tenants table, by name. */
  tenants(): AsyncIterable<TenantId>
  /** Items in key order, starting behind the key `after`, in pages of at most about 1 MB and 1,000 items, none empty. */
  pages(tenant: TenantId, collection: Collection, after?: string): AsyncIterable<readonly StoredItem[]>
  /** The items of these keys that are there, in the order of the keys. */
  get(tenant: TenantId, collection: Collection, keys: readonly string[]): Promise<readonly StoredItem[]>
  /**
   * For a place known to hold nothing of others: the store's fastest bulk write, blind and in no order. After
   * `StoreUnavailable` some, all or none are there; the same load again makes it whole.
   */
  load(tenant: TenantId, collection: Collection, items: readonly StoredItem[]): Promise<void>
  /**
   * Writes what is not there yet, each stream's records in version order; never over what somebody else wrote meanwhile.
   * Of what may change (all but events) also replaces an older: by `rev`, `version`, of the registry by `expires`. Answers
   * what is there as something else of the same age, which it leaves alone.
   */
  copy(tenant: TenantId, collection: Collection, items: readonly StoredItem[]): Promise<readonly Clash[]>
  /** Writes these over whatever is there: for repairs. */
  replace(tenant: TenantId, collection: Collection, items: readonly StoredItem[]): Promise<void>
  /** Removes these, if they are there: for repairs, and for deletion after a move. */
  remove(tenant: TenantId, collection: Collection, keys: readonly string[]): Promise<void>
}
