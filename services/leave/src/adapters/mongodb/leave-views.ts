import { answered, MAJORITY, type ViewRowDocument } from '@awayday/event-sourcing/mongodb'
import type { Db, Filter } from 'mongodb'
import type { AwayRow, WaitingRow } from '#domain/person/rows.ts'
import type { LeaveViews } from '#ports/leave-views.port.ts'

/** Answered by the indexes that the manifest names; only rows of a calendar have a team, only those of an inbox an approver. */
export const mongoLeaveViews = (db: Db, collection: string): LeaveViews => {
  const views = db.collection<ViewRowDocument>(collection, MAJORITY)
  const rows = async <Row>(filter: Filter<ViewRowDocument>): Promise<readonly Row[]> => {
    const found = await answered('views', () => views.find(filter).toArray())
    return found.map(({ doc }) => doc as Row)
  }

  return {
    awayBetween: (tenant, team, first, last) =>
      rows<AwayRow>({
        '_id.tenant': tenant,
        'doc.team': team,
        'doc.last': { $gte: first },
        'doc.first': { $lte: last },
      }),
    waitingFor: (tenant, approver) => rows<WaitingRow>({ '_id.tenant': tenant, 'doc.approver': approver }),
    waiting: (tenant) => rows<WaitingRow>({ '_id.tenant': tenant, 'doc.approver': { $exists: true } }),
  }
}
