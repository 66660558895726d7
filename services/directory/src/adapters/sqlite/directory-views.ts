import type { DatabaseSync } from 'node:sqlite'
import { answered, viewRowOf } from '@awayday/event-sourcing/sqlite'
import type { DirectoryViews } from '#ports/directory-views.port.ts'
import { type RowsOf, viewsOver } from '#wire/rows.ts'

export const inRange =
  'SELECT id, version, doc, purge_at FROM views WHERE tenant = ? AND id > ? AND id < ? AND doc IS NOT NULL'

/** Rows of a kind lie side by side under their primary key: one range each. `through` sees every row that is read. */
export const sqliteDirectoryViews = (
  db: DatabaseSync,
  through: (rowsOf: RowsOf) => RowsOf = (rowsOf) => rowsOf,
): DirectoryViews => {
  const range = db.prepare(inRange)
  return viewsOver(
    through(async function* (tenant, kind) {
      yield* answered('views', () => range.all(tenant, `${kind}/`, `${kind}0`)).map(viewRowOf)
    }),
  )
}
