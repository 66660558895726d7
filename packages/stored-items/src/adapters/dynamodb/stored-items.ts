import { put } from '@awayday/event-sourcing/dynamodb'
import type { Stored } from '@awayday/event-sourcing/dynamodb/items'
import { compare, inTurns, type TenantId } from '@awayday/kernel'
import type { Item } from '@awayday/meter/dynamodb'
import type { OpenStore } from '@awayday/stores'
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
  QueryCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb'
import { copying, type Placing } from '../../copying.ts'
import { PAGE_ITEMS, parts } from '../../paging.ts'
import type { Collection, StoredItem, StoredItems } from '../../stored-items.port.ts'
import { patiently, untilAll } from './patiently.ts'
import { type Shelf, shelfOf } from './tables.ts'

type Place = { readonly shelf: Shelf; readonly table: string }

/** Throttled calls, and what a batch had no room for, are asked again; `StoreUnavailable` after half a minute of that. */
export const dynamoDbStoredItems = ({
  client,
  table,
  tenants,
}: OpenStore & { readonly name: 'dynamodb' }): StoredItems => {
  const of = (collection: Collection): Place => {
    const shelf = shelfOf(collection)
    return { shelf, table: table(shelf.table) }
  }

  const get: StoredItems['get'] = async (tenant, collection, keys) => {
    const { shelf, table } = of(collection)
    const there = new Map<string, StoredItem>()
    await inTurns(parts(keys, BATCH_GET), async (some) => {
      const asked = some.map((key) => keyOf(shelf, tenant, key))
      await untilAll('items', asked, async (left) => {
        const request = { [table]: { Keys: left, ConsistentRead: true } }
        const answer = await client.send(new BatchGetItemCommand({ RequestItems: request }), BULK)
        for (const item of (answer.Responses?.[table] ?? []) as Stored[]) {
          const found = itemOf(shelf, item)
          there.set(found.key, found)
        }
        const unread = answer.UnprocessedKeys?.[table]?.Keys
        return unread && unread.length > 0 ? (unread as Key[]) : undefined
      })
    })
    return keys.flatMap((key) => there.get(key) ?? [])
  }

  /** One batch after another: they go into one partition. Who is in a hurry writes several tenants at a time. */
  const write = async (table: string, requests: readonly WriteRequest[]): Promise<void> => {
    for (const some of parts(requests, BATCH_WRITE))
      await untilAll('items', some, async (left) => {
        const batch = new BatchWriteItemCommand({ RequestItems: { [table]: [...left] } })
        const answer = await client.send(batch, BULK)
        const unwritten = answer.UnprocessedItems?.[table]
        return unwritten && unwritten.length > 0 ? unwritten : undefined
      })
  }

  const replace: StoredItems['replace'] = async (tenant, collection, items) => {
    const { shelf, table } = of(collection)
    await write(
      table,
      items.map(({ key, value }) => ({
        PutRequest: { Item: { ...keyOf(shelf, tenant, key), ...shelf.content(value) } },
      })),
    )
  }

  return {
    tenants: () => tenants.all(),
    get,
    load: replace,
    replace,

    async *pages(tenant, collection, after) {
      const { shelf, table } = of(collection)
      let from: Key | undefined = after === undefined ? undefined : keyOf(shelf, tenant, after)
      do {
        const query = new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          Limit: PAGE_ITEMS,
          ...rangeOf(shelf, tenant),
          ...(from ? { ExclusiveStartKey: from } : {}),
        })
        const { Items = [], LastEvaluatedKey } = await patiently('items', () => client.send(query, BULK))
        if (Items.length > 0) yield (Items as Stored[]).map((item) => itemOf(shelf, item))
        from = LastEvaluatedKey as Key | undefined
      } while (from)
    },

    copy: copying(get, async (tenant, collection, placings) => {
      const { shelf, table } = of(collection)
      const refused: StoredItem[] = []
      // A stream's records one after another: nobody ever finds one there whose predecessor is not.
      await inTurns(inRows(collection, placings), async (row) => {
        for (const placing of row)
          if (!(await placed(client, table, shelf, tenant, placing))) refused.push(placing.coming)
      })
      return refused
    }),

    async remove(tenant, collection, keys) {
      const { shelf, table } = of(collection)
      await write(
        table,
        keys.map((key) => ({ DeleteRequest: { Key: keyOf(shelf, tenant, key) } })),
      )
    },
  }
}

/** What DynamoDB takes at most in one call. 25 records of the largest size are 6.5 MB, and 16 are allowed. */
const BATCH_WRITE = 25
const BATCH_GET = 100
/** A server that is busy is not asked the same again while it still works on it, which would only make it busier. */
const BULK = { requestTimeout: 20_000 }

type Key = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } } & Item

const keyOf = ({ prefix }: Shelf, tenant: TenantId, key: string): Key => ({
  pk: { S: tenant },
  sk: { S: `${prefix}${key}` },
})

const itemOf = ({ prefix, value }: Shelf, item: Stored): StoredItem => ({
  key: item.sk?.S?.slice(prefix.length) ?? '',
  value: value(item),
})

const rangeOf = ({ prefix }: Shelf, tenant: TenantId) => ({
  KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
  ExpressionAttributeValues: { ':pk': { S: tenant }, ...(prefix ? { ':prefix': { S: prefix } } : {}) },
})

const inRows = (collection: Collection, placings: readonly Placing[]): Iterable<readonly Placing[]> =>
  collection === 'events'
    ? Map.groupBy(
        placings.toSorted((a, b) => compare(a.coming.key, b.coming.key)),
        ({ coming }) => coming.key.slice(0, coming.key.lastIndexOf('#')),
      ).values()
    : placings.map((placing) => [placing])

/** False: something else is there than was seen. */
const placed = async (
  client: DynamoDBClient,
  table: string,
  shelf: Shelf,
  tenant: TenantId,
  { coming, here }: Placing,
): Promise<boolean> => {
  const seen = here && shelf.age ? shelf.content(here.value)[shelf.age] : undefined
  const written = await put('items', client, {
    TableName: table,
    Item: { ...keyOf(shelf, tenant, coming.key), ...shelf.content(coming.value) },
    ...(shelf.age && seen
      ? {
          ConditionExpression: '#age = :seen',
          ExpressionAttributeNames: { '#age': shelf.age },
          ExpressionAttributeValues: { ':seen': seen },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  })
  return written.ok
}
