/** What of a tenant is verified. Views and progress are made anew by each store's relay. */
export const COLLECTIONS = ['events', 'records', 'registry'] as const
export type Collection = (typeof COLLECTIONS)[number]

/** What is stored under a key, by field, every value as text: a record's `body`; `rev`, `data`, `moved`; `digest`, `stream`, `expires`. */
export type Fields = Readonly<Record<string, string>>
/** `key`: `person/ana#0000000001` for events, `card#ana` for records, the command's id for the registry. */
export type Item = { readonly key: string; readonly fields: Fields }

/**
 * One store of a service, as this verifier reads and mends it: by the store's driver alone, from a layout written down a second
 * time. Nothing here is shared with what writes, moves or restores data, so a mistake there is not repeated here.
 */
export interface Side {
  readonly store: 'sqlite' | 'mongodb' | 'dynamodb'
  /** The tenants this store has a row for. */
  tenants(): Promise<readonly string[]>
  /** Everything of a collection, page by page, as written when its page is read. A stream's records come by version. */
  pages(tenant: string, collection: Collection): AsyncIterable<readonly Item[]>
  /** What stands under a key now. */
  get(tenant: string, collection: Collection, key: string): Promise<Fields | undefined>
  /** Writes what is not there; false when something is. */
  add(tenant: string, collection: Collection, item: Item): Promise<boolean>
  /** Replaces what is there if it still is `wrong`, field by field. */
  replace(tenant: string, collection: Collection, item: Item, wrong: Fields): Promise<boolean>
  /** Removes what is there if it still is exactly this. */
  remove(tenant: string, collection: Collection, item: Item): Promise<boolean>
}

/** The names of a collection's fields, in the order of their canonical text. */
export const FIELDS = {
  events: ['body'],
  records: ['rev', 'data', 'moved'],
  registry: ['digest', 'stream', 'expires'],
} as const satisfies Record<Collection, readonly string[]>
