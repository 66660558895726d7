import { viewItem } from '@awayday/event-sourcing/dynamodb/items'
import type { TenantId } from '@awayday/kernel'
import { spend } from '@awayday/meter'
import { itemBytes, pagedReadUnits } from '@awayday/meter/dynamodb'
import type { AwayRow, WaitingRow } from '#domain/person/rows.ts'
import type { LeaveViews } from '#ports/leave-views.port.ts'

/**
 * Any views, spending what the same questions would on DynamoDB, where they need not be fresh. What lies between the keys and is
 * left out, tombstones and leave that begins later, is taken to be little.
 */
export const estimatedLeaveViews = (views: LeaveViews): LeaveViews => {
  const told = async <Row extends AwayRow | WaitingRow>(
    call: keyof LeaveViews,
    tenant: TenantId,
    asked: Promise<readonly Row[]>,
  ): Promise<readonly Row[]> => {
    const rows = await asked
    const sizes = rows.map((doc) => itemBytes(viewItem(tenant, { id: idOf(doc), version: 1, doc })))
    spend(`views.${call}`, { reads: pagedReadUnits(sizes, false) })
    return rows
  }

  return {
    awayBetween: (tenant, ...asked) => told('awayBetween', tenant, views.awayBetween(tenant, ...asked)),
    waitingFor: (tenant, ...asked) => told('waitingFor', tenant, views.waitingFor(tenant, ...asked)),
    waiting: (tenant) => told('waiting', tenant, views.waiting(tenant)),
  }
}

const idOf = (row: AwayRow | WaitingRow): string =>
  'team' in row
    ? `away/${row.team}/${row.last}/${row.person}/${row.request}`
    : `waiting/${row.approver}/${row.person}/${row.request}`
