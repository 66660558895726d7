import { randomBytes } from 'node:crypto'

/** Where the real servers of a test run are, and what marks everything the run makes on them. */
export type Endpoints = { readonly mongoDbUrl: string; readonly dynamoDbEndpoint: string; readonly run: string }

/** The variables a run hands to its commands; `with-servers` sets them, tests read them. */
export const variablesOf = ({ mongoDbUrl, dynamoDbEndpoint, run }: Endpoints): Readonly<Record<string, string>> => ({
  AWAYDAY_TEST_MONGODB_URL: mongoDbUrl,
  AWAYDAY_TEST_DYNAMODB_ENDPOINT: dynamoDbEndpoint,
  AWAYDAY_TEST_RUN: run,
})

/** A test that asks for a server where there is none is a defect: `with-servers` runs no such test. */
export const endpointsOf = (env: NodeJS.ProcessEnv): Endpoints => ({
  mongoDbUrl: needed(env, 'AWAYDAY_TEST_MONGODB_URL'),
  dynamoDbEndpoint: needed(env, 'AWAYDAY_TEST_DYNAMODB_ENDPOINT'),
  run: needed(env, 'AWAYDAY_TEST_RUN'),
})

/** What the names of everything a run makes begin with; a run's id holds no dash, so no run's mark begins another's. */
export const markOf = (run: string): string => `awayday-test-${run}-`

/** A name of this run that nobody else uses. Short enough for a database (63 bytes) and free of what tables refuse. */
export const uniqueName = (run: string): string => `${markOf(run)}${randomBytes(6).toString('hex')}`

const needed = (env: NodeJS.ProcessEnv, name: string): string => {
  const value = env[name]
  if (!value) throw new Error(`${name} is not set: run this test through packages/contract-testing/src/with-servers.ts`)
  return value
}
