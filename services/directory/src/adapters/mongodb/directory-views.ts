import { listed, MAJORITY, type ViewRowDocument, viewRowOf } from '@awayday/event-sourcing/mongodb'
import type { Db } from 'mongodb'
import type { DirectoryViews } from '#ports/directory-views.port.ts'
import { type RowsOf, viewsOver } from '#wire/rows.ts'

/**
 * Rows of a kind lie side by side under their `_id`, whose fields stand in this order: one range each. `through` sees
 * every row that is read.
 */
export const mongoDirectoryViews = (
  db: Db,
  collection: string,
  through: (rowsOf: RowsOf) => RowsOf = (rowsOf) => rowsOf,
): DirectoryViews => {
  const views = db.collection<ViewRowDocument>(collection, MAJORITY)
  return viewsOver(
    through((tenant, kind) => {
      const range = { $gt: { tenant, id: `${kind}/` }, $lt: { tenant, id: `${kind}0` } }
      return listed('views', views.find({ _id: range, doc: { $exists: true } }), viewRowOf)
    }),
  )
}
