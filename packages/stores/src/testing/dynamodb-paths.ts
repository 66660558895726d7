import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** What DynamoDB was asked: which command, by which keys, and what it reads and leaves out. */
export type DynamoDbPath = { readonly command: string; readonly keys?: string; readonly filter?: string }

/** Hears what is asked through a client. */
export const dynamoDbPaths = async (
  client: DynamoDBClient,
  ask: () => Promise<void>,
): Promise<readonly DynamoDbPath[]> => {
  const paths: DynamoDbPath[] = []
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        const { KeyConditionExpression: keys, FilterExpression: filter } = args.input as Readonly<
          Record<string, string>
        >
        paths.push({ command: commandName, ...(keys && { keys }), ...(filter && { filter }) })
        return next(args)
      },
    { step: 'initialize', name: 'paths' },
  )
  await ask()
  client.middlewareStack.remove('paths')
  return paths
}
