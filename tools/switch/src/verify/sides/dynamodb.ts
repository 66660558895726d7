import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb'
import { type Collection, FIELDS, type Fields, type Item, type Side } from '../side.ts'
import { forgottenMs } from './forgotten.ts'

type Stored = Readonly<Record<string, AttributeValue>>

/** What a service's tables keep, written down again: the tenant is the partition. A record's data is called `body` there. */
const TABLES = { events: 'events', records: 'records', registry: 'control' } as const
const PREFIX = { events: '', records: '', registry: 'registry#' } as const
const NAMES: Readonly<Record<string, string>> = { data: 'body' }

/** The tables whose names begin with `prefix` and a dash. Every read is strongly consistent. */
export const dynamoDbSide = (client: DynamoDBClient, prefix: string): Side => {
  const tableOf = (collection: Collection): string => `${prefix}-${TABLES[collection]}`

  async function* partition(TableName: string, pk: string, begin: string): AsyncIterable<readonly Stored[]> {
    const pages = paginateQuery(
      { client },
      {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: begin ? 'pk = :pk AND begins_with(sk, :begin)' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: pk }, ...(begin ? { ':begin': { S: begin } } : {}) },
      },
    )
    for await (const { Items = [] } of pages) yield Items
  }

  /** Whether a conditional write happened. */
  const written = async (command: PutItemCommand | DeleteItemCommand): Promise<boolean> => {
    try {
      await (command instanceof PutItemCommand ? client.send(command) : client.send(command))
      return true
    } catch (cause) {
      if (cause instanceof ConditionalCheckFailedException) return false
      throw cause
    }
  }

  return {
    store: 'dynamodb',

    async tenants() {
      const found: string[] = []
      for await (const items of partition(tableOf('registry'), '#tenants', ''))
        found.push(...items.map(({ sk }) => sk?.S ?? ''))
      return found
    },

    async *pages(tenant, collection) {
      for await (const items of partition(tableOf(collection), tenant, PREFIX[collection]))
        yield items.map((item) => ({
          key: (item['sk']?.S ?? '').slice(PREFIX[collection].length),
          fields: fieldsOf(collection, item),
        }))
    },

    async get(tenant, collection, key) {
      const { Item } = await client.send(
        new GetItemCommand({
          TableName: tableOf(collection),
          Key: keyOf(tenant, collection, key),
          ConsistentRead: true,
        }),
      )
      return Item && fieldsOf(collection, Item)
    },

    add: (tenant, collection, item) =>
      written(
        new PutItemCommand({
          TableName: tableOf(collection),
          Item: stored(tenant, collection, item),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),

    replace: (tenant, collection, item, wrong) =>
      written(
        new PutItemCommand({
          TableName: tableOf(collection),
          Item: stored(tenant, collection, item),
          ...still(collection, wrong),
        }),
      ),

    remove: (tenant, collection, { key, fields }) =>
      written(
        new DeleteItemCommand({
          TableName: tableOf(collection),
          Key: keyOf(tenant, collection, key),
          ...still(collection, fields),
        }),
      ),
  }
}

const keyOf = (tenant: string, collection: Collection, key: string) => ({
  pk: { S: tenant },
  sk: { S: PREFIX[collection] + key },
})

const nameOf = (field: string): string => NAMES[field] ?? field
const attributeOf = (name: string, value: string): AttributeValue => (name === 'rev' ? { N: value } : { S: value })

const fieldsOf = (collection: Collection, item: Stored): Fields =>
  Object.fromEntries(
    FIELDS[collection].flatMap((name) => {
      const attribute = item[nameOf(name)]
      const value = attribute?.S ?? attribute?.N
      return value === undefined ? [] : [[name, value]]
    }),
  )

const stored = (tenant: string, collection: Collection, { key, fields }: Item): Record<string, AttributeValue> => ({
  ...keyOf(tenant, collection, key),
  ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [nameOf(name), attributeOf(name, value)])),
  ...(collection === 'registry' ? { ttl: { N: `${Math.ceil(forgottenMs(fields) / 1_000)}` } } : {}),
})

/** The condition that an item's fields are these. */
const still = (collection: Collection, fields: Fields) => {
  const names = FIELDS[collection]
  const present = names.filter((name) => fields[name] !== undefined)
  return {
    ConditionExpression: names
      .map((name) => (fields[name] === undefined ? `attribute_not_exists(#${name})` : `#${name} = :${name}`))
      .join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, nameOf(name)])),
    ExpressionAttributeValues: Object.fromEntries(
      present.map((name) => [`:${name}`, attributeOf(name, fields[name] ?? '')]),
    ),
  }
}
