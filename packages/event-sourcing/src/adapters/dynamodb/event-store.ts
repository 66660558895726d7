import { err, ok } from '@awayday/kernel'
import { type DynamoDBClient, paginateQuery, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import type { EventStore } from '../../event-store.port.ts'
import { chain, endAt, headAfter } from '../../head.ts'
import { isOf, type StoredRecord } from '../../record.ts'
import type { StreamId } from '../../stream.ts'
import { answered, put } from './answered.ts'
import { LAST, recordItem, recordKey, recordOf, type Stored, streamOf } from './items.ts'

/** One item per append. The key itself is the optimistic lock. */
export const dynamoDbEventStore = (client: DynamoDBClient, table: string): EventStore => {
  /** Strongly consistent everywhere: the port promises every resolved append. */
  const query = (input: Omit<QueryCommandInput, 'TableName'>): QueryCommandInput => ({
    TableName: table,
    ConsistentRead: true,
    ...input,
  })

  const first = async (input: Omit<QueryCommandInput, 'TableName'>): Promise<Stored | undefined> => {
    const { Items = [] } = await answered('events.heads', () =>
      client.send(new QueryCommand(query({ ...input, Limit: 1 }))),
    )
    return Items[0] as Stored | undefined
  }

  const streamAfter = ({ tenant, name }: { readonly tenant: string; readonly name: string }) =>
    first({
      KeyConditionExpression: 'pk = :tenant AND sk > :before',
      ExpressionAttributeValues: { ':tenant': { S: tenant }, ':before': { S: `${name}#${LAST}` } },
    })

  return {
    async read(stream, after) {
      const pages = paginateQuery({ client }, query(rangeOf(stream, after?.version)))
      const records = await answered('events.read', async () => {
        const found: StoredRecord[] = []
        for await (const { Items = [] } of pages) for (const item of Items) found.push(recordOf(item as Stored))
        return found
      })
      return chain('dynamodb', records, after)
    },

    async append(stream, head, { body, commandId }) {
      if (head.owner !== 'dynamodb') return err({ type: 'Conflict' })
      const record = { version: head.version + 1, body }
      const written = await put('events.append', client, {
        TableName: table,
        Item: recordItem(stream, record),
        ConditionExpression: 'attribute_not_exists(pk)',
      })
      if (written.ok) return ok({ record, head: headAfter(head, [record]) })
      const inTheWay = recordOf(written.error ?? {})
      return isOf(commandId, inTheWay)
        ? ok({ record: inTheWay, head: headAfter(head, [inTheWay]) })
        : err({ type: 'Conflict' })
    },

    async *heads(tenant, after) {
      let found = await streamAfter({ tenant, name: after ?? '' }) // `#~` is before every name
      while (found) {
        const stream = streamOf(found)
        const [last, next] = await Promise.all([
          first({ ...rangeOf(stream), ScanIndexForward: false }),
          streamAfter(stream),
        ])
        yield { stream, head: endAt(recordOf(last ?? found)) }
        found = next
      }
    },
  }
}

/** From the version given, so that a head's own record can be compared with it. */
const rangeOf = (
  stream: StreamId,
  from = 1,
): Pick<QueryCommandInput, 'KeyConditionExpression' | 'ExpressionAttributeValues'> => ({
  KeyConditionExpression: 'pk = :tenant AND sk BETWEEN :first AND :last',
  ExpressionAttributeValues: {
    ':tenant': { S: stream.tenant },
    ':first': recordKey(stream, from).sk,
    ':last': { S: `${stream.name}#${LAST}` },
  },
})
