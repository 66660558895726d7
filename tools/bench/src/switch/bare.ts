/** What moving cannot do without: a cursor a tenant, several at a time, and BatchWriteItem with what it sends back. Into the same table, under other tenants. */
import { inTurns } from '@awayday/kernel'
import {
  BatchWriteItemCommand,
  type BatchWriteItemCommandOutput,
  DynamoDBClient,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb'
import { MongoClient } from 'mongodb'
import { answering } from './rival.ts'
import { openTables, type Setting } from './tables.ts'

/** More of them make DynamoDB Local no faster. */
const AT_ONCE = 16
const BATCH = 25

const { from, to, service } = JSON.parse(process.argv[2] ?? '') as Setting
const [source, target] = [await openTables(from, service), await openTables(to, service)]
if (source.name !== 'mongodb' || target.name !== 'dynamodb') throw new Error('there is no bare loop between others')
const { endpoint, region, credentials } = target.client.config
const client = new DynamoDBClient({ ...(endpoint ? { endpoint } : {}), region, credentials })
const table = target.table('events')
const mongo = await new MongoClient(String(from['AWAYDAY_MONGODB_URL'])).connect()
type Key = { readonly tenant: string; readonly stream: string; readonly version: number }
const events = mongo.db().collection<{ readonly _id: Key; readonly body: string }>(source.collection('events'))

const write = async (requests: WriteRequest[]): Promise<void> => {
  for (let left: WriteRequest[] | undefined = requests; left && left.length > 0; ) {
    const batch = new BatchWriteItemCommand({ RequestItems: { [table]: left } })
    const answer: BatchWriteItemCommandOutput = await client.send(batch)
    left = answer.UnprocessedItems?.[table]
  }
}

answering(async (tenants) => {
  let moved = 0
  const move = async (tenant: string): Promise<void> => {
    const range = { $gt: { tenant, stream: '', version: 0 }, $lt: { tenant, stream: '~', version: 0 } }
    let batch: WriteRequest[] = []
    for await (const { _id, body } of events.find({ _id: range }).sort({ _id: 1 }).batchSize(1_000)) {
      const sk = `${_id.stream}#${String(_id.version).padStart(10, '0')}`
      batch.push({ PutRequest: { Item: { pk: { S: `bare-${tenant}` }, sk: { S: sk }, body: { S: body } } } })
      moved++
      if (batch.length < BATCH) continue
      await write(batch)
      batch = []
    }
    await write(batch)
  }
  await inTurns(tenants, move, { width: AT_ONCE })
  return moved
})
await new Promise<void>((resolve) => process.once('disconnect', resolve))
client.destroy()
await mongo.close()
for (const store of [source, target]) await store[Symbol.asyncDispose]()
