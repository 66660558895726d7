import type { DatabaseSync } from 'node:sqlite'
import type { ViewDocument } from '@awayday/event-sourcing'
import { answered } from '@awayday/event-sourcing/sqlite'
import type { TenantId } from '@awayday/kernel'
import type { DirectoryViews } from '#ports/directory-views.port.ts'
import { locationIn, peopleIn, type Row, teamIn } from '#wire/rows.ts'

/** Rows of a kind lie side by side under their primary key: one range each. */
export const sqliteDirectoryViews = (db: DatabaseSync): DirectoryViews => {
  const range = db.prepare('SELECT id, doc FROM views WHERE tenant = ? AND id > ? AND id < ? AND doc IS NOT NULL')
  const rowsOf = (tenant: TenantId, kind: string): readonly Row[] =>
    answered('views', () => range.all(tenant, `${kind}/`, `${kind}0`)).map((row) => {
      const { id, doc } = row as { readonly id: string; readonly doc: string }
      return { id, doc: JSON.parse(doc) as ViewDocument }
    })

  return {
    people: async (tenant) => peopleIn(rowsOf(tenant, 'person')),
    teams: async (tenant) => rowsOf(tenant, 'team').map(teamIn),
    locations: async (tenant) => rowsOf(tenant, 'location').map(locationIn),
  }
}
