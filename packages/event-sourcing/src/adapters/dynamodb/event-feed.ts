import { setTimeout as sleep } from 'node:timers/promises'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { _Record as Change, DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { Appended, EventFeed } from '../../event-feed.port.ts'
import { undelivered } from '../../undelivered.ts'
import { recordOf, type Stored, streamOf } from './items.ts'
import { shardReader } from './shards.ts'

/** As often as Lambda polls a shard; DynamoDB allows five reads a second. */
const POLL_MS = 250
const BATCH = 100

/** Clocks differ, and a change's stamp is only about right. What is delivered twice does no harm. */
const SLACK_MS = 60_000

/**
 * For processes that run beside a DynamoDB; on Lambda the platform reads the stream. Starts at the oldest record (an iterator
 * at the latest would miss what is written until it is made) and passes over what was written long before.
 */
export const dynamoDbEventFeed = (
  client: DynamoDBClient,
  streams: DynamoDBStreamsClient,
  table: string,
): EventFeed => ({
  deliver(to) {
    const since = Date.now() - SLACK_MS
    const stop = new AbortController()
    const reader = shardReader(client, streams, table)
    let queue: readonly Appended[] = []

    const fresh = async (): Promise<readonly Change[]> => {
      try {
        return await reader.next(stop.signal)
      } catch {
        return [] // throttled, unreachable or not made yet: the next poll asks again
      }
    }

    const run = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        const changes = queue.length < BATCH ? await fresh() : []
        queue = [...queue, ...changes.filter((change) => isAppend(change, since)).map(appendedOf)]
        const batch = queue.slice(0, BATCH)
        const again = batch.length > 0 && !stop.signal.aborted ? await undelivered(to, batch) : []
        queue = [...queue.slice(BATCH), ...again]
        if (again.length > 0 || (changes.length === 0 && queue.length === 0)) await pause(stop.signal)
      }
    }
    const running = run()
    return {
      async [Symbol.asyncDispose]() {
        stop.abort()
        await running
      },
    }
  },
})

/** Records are only ever inserted; anything else is a move's or an operator's deletion. */
const isAppend = ({ eventName, dynamodb }: Change, since: number): boolean =>
  eventName === 'INSERT' && (dynamodb?.ApproximateCreationDateTime?.getTime() ?? since) >= since

const appendedOf = ({ dynamodb }: Change): Appended => {
  const item = dynamodb?.NewImage as Stored
  return { stream: streamOf(item), record: recordOf(item) }
}

const pause = (signal: AbortSignal): Promise<void> => sleep(POLL_MS, undefined, { signal }).catch(() => undefined)
