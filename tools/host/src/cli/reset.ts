import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ServiceManifest } from '@awayday/manifest'

/**
 * Removes what the product stored, and only what it knows by name: its files in the data directory, and the tables or
 * collections of the manifests. The secret stays.
 */
export const reset = async (
  services: readonly ServiceManifest[],
  dataDir: string,
  env: Readonly<Record<string, string>>,
): Promise<void> => {
  const databases = ['host', ...services.map(({ name }) => name)]
  for (const name of databases)
    for (const file of ['', '-wal', '-shm']) rmSync(join(dataDir, `${name}.sqlite${file}`), { force: true })
  rmSync(join(dataDir, 'log.jsonl'), { force: true })
  if (env['AWAYDAY_STORE'] !== 'sqlite') await dropTables(services, env)
}

const dropTables = async (
  services: readonly ServiceManifest[],
  env: Readonly<Record<string, string>>,
): Promise<void> => {
  const { openStore } = await import('@awayday/stores')
  for (const { name, tables } of services) {
    if (Object.keys(tables).length === 0) continue
    await using store = await openStore({ ...process.env, ...env }, name)
    for (const table of Object.keys(tables)) {
      if (store.name === 'mongodb') await store.db.dropCollection(store.collection(table))
      if (store.name === 'dynamodb') await dropTable(store.client, store.table(table))
    }
  }
}

const dropTable = async (
  client: import('@aws-sdk/client-dynamodb').DynamoDBClient,
  TableName: string,
): Promise<void> => {
  const { DeleteTableCommand, waitUntilTableNotExists } = await import('@aws-sdk/client-dynamodb')
  try {
    await client.send(new DeleteTableCommand({ TableName }))
  } catch (trouble) {
    if (trouble instanceof Error && trouble.name === 'ResourceNotFoundException') return
    throw trouble
  }
  await waitUntilTableNotExists({ client, maxWaitTime: 60 }, { TableName })
}
