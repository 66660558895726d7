import { err, ok, type Result } from '@awayday/kernel'
import { calling } from '@awayday/meter'
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import { StoreUnavailable } from '../../store-unavailable.ts'
import type { Stored } from './items.ts'

/**
 * Asks DynamoDB on behalf of a port's method, such as `events.read`: throttling, 5xx, timeouts and a table that is not there become
 * `StoreUnavailable`; after a write that means that nobody knows whether it happened. A request that DynamoDB calls invalid is a defect.
 */
export const answered = async <T>(call: string, ask: () => Promise<T>): Promise<T> => {
  try {
    return await calling(call, ask)
  } catch (cause) {
    if (cause instanceof Error && DEFECTS.has(cause.name)) throw cause
    throw new StoreUnavailable(`dynamodb ${call}`, { cause })
  }
}
const DEFECTS: ReadonlySet<string> = new Set(['ValidationException', 'SerializationException', 'TypeError'])

/**
 * Puts an item if its condition holds, else answers what stands there (undefined: nothing). One call either way. The client sends a put
 * again whose answer was lost: what then stands in the way and is this very item was put by the first try.
 */
export const put = async (
  call: string,
  client: DynamoDBClient,
  input: PutItemCommandInput & { readonly ConditionExpression: string },
): Promise<Result<void, Stored | undefined>> => {
  const command = new PutItemCommand({ ...input, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })
  return answered(call, () =>
    client.send(command).then(
      () => ok(undefined),
      async (cause: unknown) => {
        if (!(cause instanceof ConditionalCheckFailedException)) throw cause
        const isOurs = (cause.$metadata.attempts ?? 1) > 1 && (await isSame(cause.Item, input.Item))
        return isOurs ? ok(undefined) : err(cause.Item as Stored | undefined)
      },
    ),
  )
}

/** Loaded when it is asked, which is rare: at a start `node:util` takes 3 ms. */
const isSame = async (one: unknown, other: unknown): Promise<boolean> =>
  (await import('node:util')).isDeepStrictEqual(one, other)
