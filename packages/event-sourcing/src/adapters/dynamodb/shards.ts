import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  type _Record as Change,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams'

/** Shards end after about four hours, or when a partition splits; how many reads of the open ones until we look for new ones. */
const READS_BETWEEN_LISTINGS = 20

type Open = { iterator?: string | undefined; last?: string | undefined }

/**
 * Reads a table's stream: each shard from its oldest record, a parent before its children. `next` answers what came since,
 * perhaps nothing. When it throws, nothing is lost: it goes on after the last record it answered.
 */
export const shardReader = (client: DynamoDBClient, streams: DynamoDBStreamsClient, table: string) => {
  const open = new Map<string, Open>()
  const ended = new Set<string>()
  let stream: string | undefined
  let readsLeft = 0

  const list = async (signal: AbortSignal): Promise<void> => {
    stream ??= await streamOf(client, table, signal)
    const shards = await shardsOf(streams, stream, signal)
    const listed = new Set(shards.map(({ ShardId }) => ShardId))
    for (const { ShardId = '', ParentShardId } of shards) {
      const parentDone = !ParentShardId || !listed.has(ParentShardId) || ended.has(ParentShardId)
      if (parentDone && !open.has(ShardId) && !ended.has(ShardId)) open.set(ShardId, {})
    }
    readsLeft = READS_BETWEEN_LISTINGS
  }

  const read = async (ShardId: string, shard: Open, signal: AbortSignal): Promise<readonly Change[]> => {
    shard.iterator ??= await iteratorOf(streams, { StreamArn: stream, ShardId }, shard, signal)
    const iterator = shard.iterator
    shard.iterator = undefined // an iterator that failed may have expired: the next try asks for another
    const found = await streams.send(new GetRecordsCommand({ ShardIterator: iterator }), { abortSignal: signal })
    const { Records = [], NextShardIterator } = found
    shard.last = Records.at(-1)?.dynamodb?.SequenceNumber ?? shard.last
    shard.iterator = NextShardIterator
    if (!NextShardIterator) {
      open.delete(ShardId)
      ended.add(ShardId)
      readsLeft = 0
    }
    return Records
  }

  return {
    async next(signal: AbortSignal): Promise<readonly Change[]> {
      if (readsLeft-- <= 0 || open.size === 0) await list(signal)
      const answers = await Promise.allSettled([...open].map(([id, shard]) => read(id, shard, signal)))
      const records = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
      const trouble = answers.find((answer) => answer.status === 'rejected')
      if (trouble && records.length === 0) throw trouble.reason
      return records
    },
  }
}

const streamOf = async (client: DynamoDBClient, TableName: string, abortSignal: AbortSignal): Promise<string> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }), { abortSignal })
  if (!Table?.LatestStreamArn) throw new Error(`the table ${TableName} has no stream`)
  return Table.LatestStreamArn
}

const shardsOf = async (
  streams: DynamoDBStreamsClient,
  StreamArn: string,
  abortSignal: AbortSignal,
): Promise<readonly Shard[]> => {
  const shards: Shard[] = []
  let after: string | undefined
  do {
    const command = new DescribeStreamCommand({ StreamArn, ...(after ? { ExclusiveStartShardId: after } : {}) })
    const { StreamDescription } = await streams.send(command, { abortSignal })
    shards.push(...(StreamDescription?.Shards ?? []))
    after = StreamDescription?.LastEvaluatedShardId
  } while (after)
  return shards
}

/** After the last record read; from the oldest when there is none, or when it was trimmed (after 24 hours). */
const iteratorOf = async (
  streams: DynamoDBStreamsClient,
  shard: { readonly StreamArn: string | undefined; readonly ShardId: string },
  open: Open,
  abortSignal: AbortSignal,
): Promise<string | undefined> => {
  const from = open.last
    ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: open.last }
    : { ShardIteratorType: 'TRIM_HORIZON' as const }
  try {
    return (await streams.send(new GetShardIteratorCommand({ ...shard, ...from }), { abortSignal })).ShardIterator
  } catch (trouble) {
    if (trouble instanceof Error && trouble.name === 'TrimmedDataAccessException') open.last = undefined
    throw trouble
  }
}
