import { answered, type Stored, viewRowOf } from '@awayday/event-sourcing/dynamodb'
import { addDays, type TenantId } from '@awayday/kernel'
import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb'
import type { AwayRow, WaitingRow } from '#domain/person/rows.ts'
import { RANGE_DAYS_MAX } from '#domain/time/not-dates.ts'
import type { LeaveViews } from '#ports/leave-views.port.ts'

/**
 * No index: a row's id is a path that begins with what is asked for. Calendar rows lie by team and last day; as no leave is
 * longer than `RANGE_DAYS_MAX`, those that may touch a span are one range of keys. It is read in vain where leave begins later.
 */
export const dynamoDbLeaveViews = (client: DynamoDBClient, table: string): LeaveViews => {
  const between = async <Row>(
    call: keyof LeaveViews,
    tenant: TenantId,
    from: string,
    to: string,
  ): Promise<readonly Row[]> => {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        FilterExpression: 'attribute_exists(body)', // no tombstones
        ExpressionAttributeValues: { ':pk': { S: tenant }, ':from': { S: from }, ':to': { S: to } },
      },
    )
    return answered(`views.${call}`, async () => {
      const rows: Row[] = []
      for await (const { Items = [] } of pages)
        rows.push(...(Items as Stored[]).map((item) => viewRowOf(item).doc as Row))
      return rows
    })
  }

  return {
    async awayBetween(tenant, team, first, last) {
      const latest = addDays(last, RANGE_DAYS_MAX - 1)
      const rows = await between<AwayRow>('awayBetween', tenant, `away/${team}/${first}/`, `away/${team}/${latest}/~`)
      return rows.filter((row) => row.first <= last)
    },
    waitingFor: (tenant, approver) =>
      between<WaitingRow>('waitingFor', tenant, `waiting/${approver}/`, `waiting/${approver}/~`),
    waiting: (tenant) => between<WaitingRow>('waiting', tenant, 'waiting/', 'waiting/~'),
  }
}
