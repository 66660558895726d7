import { listed, viewRowOf } from '@awayday/event-sourcing/dynamodb'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { DirectoryViews } from '#ports/directory-views.port.ts'
import { askedFor, viewsOver } from '#wire/rows.ts'

/** Rows of a kind lie side by side under their sort key: one query each, without an index. */
export const dynamoDbDirectoryViews = (client: DynamoDBClient, table: string): DirectoryViews =>
  viewsOver(async function* (tenant, kind) {
    for await (const item of listed(`views.${askedFor[kind]}`, client, table, { pk: tenant, prefix: `${kind}/` }))
      if (item.body) yield viewRowOf(item)
  })
