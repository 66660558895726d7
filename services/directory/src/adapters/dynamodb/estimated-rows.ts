import { viewItem } from '@awayday/event-sourcing/dynamodb/items'
import { estimatedPages, itemBytes } from '@awayday/meter/dynamodb'
import { askedFor, type RowsOf } from '#wire/rows.ts'

/** Any rows, spending what the same query would on DynamoDB. */
export const estimatedDirectoryRows =
  (rowsOf: RowsOf): RowsOf =>
  (tenant, kind) =>
    estimatedPages(`views.${askedFor[kind]}`, rowsOf(tenant, kind), (row) => itemBytes(viewItem(tenant, row)))
