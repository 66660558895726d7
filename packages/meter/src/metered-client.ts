import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Item, itemBytes } from './item-bytes.ts'
import { meteredCall, spend } from './meter.ts'
import { writeUnits } from './units.ts'

/** What each data command of ours spends. Others (tables, TTL) cost no units. */
const SPENDS: Readonly<Record<string, 'reads' | 'writes'>> = {
  GetItemCommand: 'reads',
  QueryCommand: 'reads',
  BatchGetItemCommand: 'reads',
  ScanCommand: 'reads',
  PutItemCommand: 'writes',
  UpdateItemCommand: 'writes',
  DeleteItemCommand: 'writes',
  BatchWriteItemCommand: 'writes',
}

/**
 * Makes a client ask, while a metering runs, what each command consumed, and `spend` what the server reports. A refused
 * condition reports nothing, but consumes the item it met: that is counted from the item itself (ask for `ALL_OLD`).
 * Changes the client it is given.
 */
export const meteredClient = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const kind = SPENDS[commandName]
        const call = kind && meteredCall()
        if (!call) return next(args)
        try {
          const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
          spend(call, { [kind]: Math.max(consumed(answer.output), leastOf(kind, args.input)) })
          return answer
        } catch (trouble) {
          if (isRefusal(trouble)) spend(call, { writes: writeUnits(trouble.Item ? itemBytes(trouble.Item) : 0) })
          throw trouble
        }
      },
    { step: 'initialize', name: 'meter' },
  )
  return client
}

type Reported = { readonly CapacityUnits?: number }
const consumed = (output: object): number => {
  const { ConsumedCapacity: reported } = output as { ConsumedCapacity?: Reported | readonly Reported[] }
  const all = reported === undefined ? [] : [reported].flat()
  return all.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
}

/** AWS charges for a query that finds nothing; DynamoDB Local does not say so. */
const leastOf = (kind: 'reads' | 'writes', input: object): number =>
  kind === 'writes' || ('ConsistentRead' in input && input.ConsistentRead) ? 1 : 0.5

const isRefusal = (trouble: unknown): trouble is Error & { readonly Item?: Item } =>
  trouble instanceof Error && trouble.name === 'ConditionalCheckFailedException'
