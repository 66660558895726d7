import { answered, MAJORITY, type ViewRowDocument } from '@awayday/event-sourcing/mongodb'
import type { TenantId } from '@awayday/kernel'
import type { Db } from 'mongodb'
import type { DirectoryViews } from '#ports/directory-views.port.ts'
import { locationIn, peopleIn, type Row, teamIn } from '#wire/rows.ts'

/** Rows of a kind lie side by side under their `_id`, whose fields stand in this order: one range each. */
export const mongoDirectoryViews = (db: Db, collection: string): DirectoryViews => {
  const views = db.collection<ViewRowDocument>(collection, MAJORITY)
  const rowsOf = async (tenant: TenantId, kind: string): Promise<readonly Row[]> => {
    const range = { $gt: { tenant, id: `${kind}/` }, $lt: { tenant, id: `${kind}0` } }
    const found = await answered('views', () => views.find({ _id: range, doc: { $exists: true } }).toArray())
    return found.flatMap(({ _id, doc }) => (doc ? [{ id: _id.id, doc }] : []))
  }

  return {
    people: async (tenant) => peopleIn(await rowsOf(tenant, 'person')),
    teams: async (tenant) => (await rowsOf(tenant, 'team')).map(teamIn),
    locations: async (tenant) => (await rowsOf(tenant, 'location')).map(locationIn),
  }
}
