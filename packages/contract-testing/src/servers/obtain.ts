import type { Endpoints } from './endpoints.ts'
import { leaksOf } from './leaks.ts'

/** The servers of a run, or why there are none. */
export type Servers = ({ readonly endpoints: Endpoints } | { readonly why: string }) & AsyncDisposable

/**
 * Servers named by the environment, else containers. Servers that are named have to answer; containers that cannot be
 * started are an answer of their own. Disposal stops what was started here.
 */
export const obtainServers = async (env: NodeJS.ProcessEnv, run: string): Promise<Servers> => {
  const named = namedIn(env)
  if (named) {
    const endpoints = { ...named, run }
    await answer(endpoints)
    return { endpoints, [Symbol.asyncDispose]: async () => {} }
  }
  try {
    return await containersFor(env, run)
  } catch (cause) {
    return { why: cause instanceof Error ? cause.message : String(cause), [Symbol.asyncDispose]: async () => {} }
  }
}

const namedIn = (env: NodeJS.ProcessEnv): Omit<Endpoints, 'run'> | undefined => {
  const mongoDbUrl = env['AWAYDAY_TEST_MONGODB_URL']
  const dynamoDbEndpoint = env['AWAYDAY_TEST_DYNAMODB_ENDPOINT']
  if (mongoDbUrl && dynamoDbEndpoint) return { mongoDbUrl, dynamoDbEndpoint }
  if (mongoDbUrl || dynamoDbEndpoint)
    throw new Error('AWAYDAY_TEST_MONGODB_URL and AWAYDAY_TEST_DYNAMODB_ENDPOINT: set both or neither')
  return undefined
}

const containersFor = async (env: NodeJS.ProcessEnv, run: string): Promise<Servers> => {
  const { startContainers } = await import('./containers.ts') // slow to import, and a nested run needs none of it
  await using stack = new AsyncDisposableStack()
  const { mongoDbUrl, dynamoDbEndpoint } = stack.use(await startContainers(env))
  const endpoints = { mongoDbUrl, dynamoDbEndpoint, run }
  await answer(endpoints)
  const started = stack.move()
  return { endpoints, [Symbol.asyncDispose]: () => started.disposeAsync() }
}

/** Asks something whose answer is known, so that a server that is not there is found before the first test. */
const answer = async (endpoints: Endpoints): Promise<void> => {
  try {
    await leaksOf(endpoints)
  } catch (cause) {
    throw new Error(`no answer from ${endpoints.mongoDbUrl} or ${endpoints.dynamoDbEndpoint}`, { cause })
  }
}
