/**
 * What a table holds decides its shape in each store. Physical names: SQLite `<table>` in the service's own file, MongoDB
 * `<service>_<table>`, DynamoDB `<prefix>-<service>-<table>`.
 */
export type Table =
  /** Streams of records (event store), with a feed. */
  | { readonly holds: 'events' }
  /** Progress of consumers, registry of commands, tenants: rows by key, which may expire. */
  | { readonly holds: 'control' }
  /** Plain records with `rev`: cards, notes, sessions. */
  | { readonly holds: 'records' }
  /** Rows of read models: JSON documents by `(tenant, id)`. Indexes name fields of the document, the tenant always comes first. DynamoDB serves the same questions by key, without an index. */
  | { readonly holds: 'views'; readonly indexes: Readonly<Record<string, readonly string[]>> }

export const eventTable = (): Table => ({ holds: 'events' })
export const controlTable = (): Table => ({ holds: 'control' })
export const recordTable = (): Table => ({ holds: 'records' })
export const viewTable = (indexes: Readonly<Record<string, readonly string[]>> = {}): Table => ({
  holds: 'views',
  indexes,
})
