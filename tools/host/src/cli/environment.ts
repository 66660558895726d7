import type { Flags } from './flags.ts'

/** What the functions find in their environment. */
export const environment = (
  { store, otherStores }: Flags,
  dataDir: string,
  secret: string,
): Readonly<Record<string, string>> => ({
  AWAYDAY_DEMO: '1',
  AWAYDAY_STORE: store,
  AWAYDAY_OTHER_STORES: otherStores.join(),
  AWAYDAY_DATA_DIR: dataDir,
  AWAYDAY_SECRET: secret,
  AWAYDAY_BUS: 'local',
  // DynamoDB says itself what a request cost.
  ...(store !== 'dynamodb' && { AWAYDAY_METER: 'estimate' }),
})
