import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@awayday/stores/sqlite'
import { table } from '../report.ts'
import { saidWithServers } from '../with-servers.ts'
import { delivered } from './delivered.ts'

const RECORDS = 50_000

/** SQLite on a file, then MongoDB and DynamoDB, where they can be had. */
export const benchFeed = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'awayday-bench-'))
  try {
    await using store = openSqlite(join(folder, 'feed.sqlite'))
    const sqlite = table({ title: 'A bulk load while the feed listens, SQLite', ...(await delivered(store, RECORDS)) })
    return `${sqlite}\n${await saidWithServers(join(import.meta.dirname, 'on-servers.ts'))}`
  } finally {
    await rm(folder, { recursive: true })
  }
}
