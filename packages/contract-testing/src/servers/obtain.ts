import type { Endpoints } from './endpoints.ts'
import { leaksOf } from './leaks.ts'

/** The servers of a run, or why there are none. */
export type Servers = ({ readonly endpoints: Endpoints } | { readonly why: string }) & AsyncDisposable

/**
 * Servers named by the environment, else containers. Servers that are named have to answer; containers that cannot be
 * started are an answer of their own. Disposal stops what was started here.
 */
export const obtainServers = async (env: NodeJS.ProcessEnv, run: string): Promise<Servers> => {
  const given = givenIn(env)
  if (given) return answering({ endpoints: { ...given, run }, [Symbol.asyncDispose]: async () => {} })
  try {
    const { startContainers } = await import('./containers.ts') // 0.5 s to import, and a nested run needs none of it
    const { mongoDbUrl, dynamoDbEndpoint, ...containers } = await startContainers(env)
    return await answering({ ...containers, endpoints: { mongoDbUrl, dynamoDbEndpoint, run } })
  } catch (cause) {
    return { why: cause instanceof Error ? cause.message : String(cause), [Symbol.asyncDispose]: async () => {} }
  }
}

const givenIn = (env: NodeJS.ProcessEnv): Omit<Endpoints, 'run'> | undefined => {
  const mongoDbUrl = env['AWAYDAY_TEST_MONGODB_URL']
  const dynamoDbEndpoint = env['AWAYDAY_TEST_DYNAMODB_ENDPOINT']
  if (mongoDbUrl && dynamoDbEndpoint) return { mongoDbUrl, dynamoDbEndpoint }
  if (mongoDbUrl || dynamoDbEndpoint)
    throw new Error('AWAYDAY_TEST_MONGODB_URL and AWAYDAY_TEST_DYNAMODB_ENDPOINT: set both or neither')
  return undefined
}

/** A question whose answer is known, asked so that a server that does not answer is found before the first test. */
const answering = async <Obtained extends { readonly endpoints: Endpoints }>(servers: Obtained): Promise<Obtained> => {
  await leaksOf(servers.endpoints)
  return servers
}
