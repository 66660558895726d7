import { listed, viewRowOf } from '@awayday/event-sourcing/dynamodb'
import type { TenantId } from '@awayday/kernel'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { DirectoryViews } from '#ports/directory-views.port.ts'
import { locationIn, peopleIn, type Row, teamIn } from '#wire/rows.ts'

/** Rows of a kind lie side by side under their sort key: one query each, without an index. */
export const dynamoDbDirectoryViews = (client: DynamoDBClient, table: string): DirectoryViews => {
  const rowsOf = async (tenant: TenantId, kind: string): Promise<readonly Row[]> => {
    const rows: Row[] = []
    for await (const item of listed('views', client, table, { pk: tenant, prefix: `${kind}/` })) {
      const { id, doc } = viewRowOf(item)
      if (doc) rows.push({ id, doc })
    }
    return rows
  }

  return {
    people: async (tenant) => peopleIn(await rowsOf(tenant, 'person')),
    teams: async (tenant) => (await rowsOf(tenant, 'team')).map(teamIn),
    locations: async (tenant) => (await rowsOf(tenant, 'location')).map(locationIn),
  }
}
