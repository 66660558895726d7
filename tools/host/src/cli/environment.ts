import type { Flags } from './flags.ts'
import { StartProblem } from './start-problem.ts'

/** What a store needs to be found. */
const NEEDED = { sqlite: undefined, mongodb: 'AWAYDAY_MONGODB_URL', dynamodb: 'AWAYDAY_DYNAMODB_ENDPOINT' } as const

/** What the functions find in their environment. */
export const environment = (
  { store, otherStores }: Flags,
  dataDir: string,
  secret: string,
  env: NodeJS.ProcessEnv,
): Readonly<Record<string, string>> => {
  for (const each of [store, ...otherStores]) {
    const needed = NEEDED[each]
    const flag = each === store ? '--store' : '--other-stores'
    if (needed && !env[needed]) throw new StartProblem(`${flag} ${each} needs ${needed}.`)
  }
  return {
    AWAYDAY_DEMO: '1',
    AWAYDAY_STORE: store,
    AWAYDAY_OTHER_STORES: otherStores.join(),
    AWAYDAY_DATA_DIR: dataDir,
    AWAYDAY_SECRET: secret,
    AWAYDAY_BUS: 'local',
    // DynamoDB says itself what a request cost.
    ...(store !== 'dynamodb' && { AWAYDAY_METER: 'estimate' }),
  }
}
