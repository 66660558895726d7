import { copyFile, readdir, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import type { TenantId } from '@awayday/kernel'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command, digestIn } from './testing/command.ts'
import { small } from './testing/company.ts'
import { livingIn } from './testing/data-dir.ts'
import { scratchFolders } from './testing/folders.ts'

await using stack = new AsyncDisposableStack()
const folders = stack.use(await scratchFolders())
const mongo = stack.use(await mongoDatabase())
const dynamo = stack.use(await dynamoTables())
const all = stack.move()
afterAll(() => all.disposeAsync())

let backup = ''
let digest: unknown
beforeAll(async () => {
  const dataDir = await folders.folder()
  await livingIn(dataDir, { acme: small('acme' as TenantId), acme2: small('acme2' as TenantId) })
  backup = join(await folders.folder(), 'backup')
  digest = digestIn(await command('backup', ['--to', backup, '--data-dir', dataDir]))
})

describe('a drill', () => {
  test('in SQLite finds the backup good, and leaves nothing behind', async () => {
    const TMPDIR = await folders.folder()
    const drill = await command('restore', ['--drill', backup], { env: { TMPDIR, AWAYDAY_STORE: 'mongodb' } })
    expect(digestIn(drill)).toBe(digest)
    expect(JSON.parse(drill.lines.at(-1) ?? '')).toMatchObject({
      store: 'sqlite',
      recoveryMs: expect.any(Number),
      recoveryPoint: expect.stringMatching(/^20.*Z$/),
    })
    expect(await readdir(TMPDIR)).toEqual([])
  })

  test('in MongoDB uses a database of its own', async () => {
    const env = { AWAYDAY_MONGODB_URL: mongo.url }
    expect(digestIn(await command('restore', ['--drill', backup, '--store', 'mongodb'], { env }))).toBe(digest)
    await using client = new MongoClient(mongo.url)
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true })
    expect(databases.filter(({ name }) => name.startsWith('awayday-drill'))).toEqual([])
  })

  test('in DynamoDB uses tables of its own', { timeout: 180_000 }, async () => {
    const env = { AWAYDAY_DYNAMODB_ENDPOINT: dynamo.endpoint, AWAYDAY_TABLE_PREFIX: dynamo.prefix }
    expect(digestIn(await command('restore', ['--drill', backup, '--store', 'dynamodb'], { env }))).toBe(digest)
    const client = new DynamoDBClient({
      endpoint: dynamo.endpoint,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
    const { TableNames = [] } = await client.send(new ListTablesCommand({ ExclusiveStartTableName: 'awayday-drill' }))
    client.destroy()
    expect(TableNames.filter((name) => name.startsWith('awayday-drill'))).toEqual([])
  })

  test('finds a file that is cut off, and names it', async () => {
    const folder = await folders.folder()
    for (const name of await readdir(backup)) await copyFile(join(backup, name), join(folder, name))
    const file = (await readdir(folder)).find((name) => name.startsWith('leave-')) ?? ''
    await truncate(join(folder, file), 40)
    const { code, lines, complaint } = await command('restore', ['--drill', folder])
    expect([code, lines]).toEqual([2, []])
    expect(complaint.startsWith(`${file} is damaged: it has 40 bytes, and `)).toBe(true)
    expect(complaint.endsWith(' were written. Use another one.\n')).toBe(true)
  })

  test('of one tenant brings that one back', async () => {
    const { lines } = await command('restore', ['--drill', backup, '--tenant', 'acme2', '--service', 'leave'])
    expect(lines.map((line) => JSON.parse(line) as object).filter((line) => 'collection' in line)).toHaveLength(5)
    const refused = await command('restore', ['--drill', backup, '--tenant', 'globex'])
    expect([refused.code, refused.complaint]).toEqual([
      2,
      'The backup holds nothing of globex: it holds acme, acme2.\n',
    ])
  })
})
