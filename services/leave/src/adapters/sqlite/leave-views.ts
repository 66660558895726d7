import type { DatabaseSync } from 'node:sqlite'
import { answered } from '@awayday/event-sourcing/sqlite'
import type { AwayRow, WaitingRow } from '#domain/person/rows.ts'
import type { LeaveViews } from '#ports/leave-views.port.ts'

/** Answered by the indexes that the manifest names; only rows of a calendar have a team, only those of an inbox an approver. */
export const awayBetween = `SELECT doc FROM views WHERE tenant = ? AND doc ->> '$.team' = ?
  AND doc ->> '$.last' >= ? AND doc ->> '$.first' <= ?`
export const waitingFor = `SELECT doc FROM views WHERE tenant = ? AND doc ->> '$.approver' = ?`
export const waiting = `SELECT doc FROM views WHERE tenant = ? AND doc ->> '$.approver' IS NOT NULL`

export const sqliteLeaveViews = (db: DatabaseSync): LeaveViews => {
  const [away, inbox, inboxes] = [db.prepare(awayBetween), db.prepare(waitingFor), db.prepare(waiting)]
  return {
    awayBetween: async (tenant, team, first, last) =>
      answered('views', () => away.all(tenant, team, first, last)).map(docOf<AwayRow>),
    waitingFor: async (tenant, approver) => answered('views', () => inbox.all(tenant, approver)).map(docOf<WaitingRow>),
    waiting: async (tenant) => answered('views', () => inboxes.all(tenant)).map(docOf<WaitingRow>),
  }
}

const docOf = <Row>(row: unknown): Row => JSON.parse((row as { readonly doc: string }).doc) as Row
