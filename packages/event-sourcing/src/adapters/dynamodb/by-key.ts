import { setTimeout as sleep } from 'node:timers/promises'
import { BatchGetItemCommand, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { StoreUnavailable } from '../../store-unavailable.ts'
import { keyText, together } from '../../together.ts'
import { answered } from './answered.ts'
import type { Stored } from './items.ts'

type Key = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } }

/** Items by key, strongly consistent; those that are asked for in one turn in one call. */
export const byKey = (
  call: string,
  client: DynamoDBClient,
  table: string,
): ((key: Key) => Promise<Stored | undefined>) => {
  const one = async (Key: Key) => {
    const command = new GetItemCommand({ TableName: table, Key, ConsistentRead: true })
    const { Item } = await answered(call, () => client.send(command))
    return (Item ? [Item] : []) as Stored[]
  }

  /** An answer has room for 16 MB: it is asked for what it lacks, after pauses that add up to a second where nothing came. */
  const several = async (keys: readonly Key[], pauseMs = SHORTEST_MS): Promise<readonly Stored[]> => {
    const request = { [table]: { Keys: [...keys], ConsistentRead: true } }
    const answer = await answered(call, () => client.send(new BatchGetItemCommand({ RequestItems: request })))
    const found = (answer.Responses?.[table] ?? []) as Stored[]
    const left = (answer.UnprocessedKeys?.[table]?.Keys ?? []) as Key[]
    if (left.length === 0) return found
    if (found.length > 0) return [...found, ...(await several(left))]
    if (pauseMs > LONGEST_MS) throw new StoreUnavailable(`dynamodb ${call}: ${left.length} items were not read`)
    await sleep(pauseMs)
    return several(left, 2 * pauseMs)
  }

  return together(async (keys) => {
    const [first, ...more] = keys
    const found = first && more.length === 0 ? await one(first) : await several(keys)
    return new Map(found.map((item) => [keyText({ pk: item.pk, sk: item.sk }), item]))
  })
}

const SHORTEST_MS = 25
const LONGEST_MS = 500
