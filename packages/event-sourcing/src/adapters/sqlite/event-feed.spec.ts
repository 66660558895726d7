import { verify } from '@awayday/contract-testing'
import { expect, test } from 'vitest'
import { eventFeedContract } from '../../event-feed.contract.ts'
import { given } from '../../testing/given.ts'
import { openDatabase } from './database.ts'
import { sqliteEventFeed } from './event-feed.ts'
import { sqliteEventStore } from './event-store.ts'
import { inMemory } from './in-memory.ts'

verify('sqlite event feed', eventFeedContract, {
  open: inMemory((db) => ({ events: sqliteEventStore(db), feed: sqliteEventFeed(db) })),
  given,
})

test('others get their turn while much is delivered', async () => {
  const db = openDatabase(':memory:')
  sqliteEventStore(db)
  const insert = db.prepare('INSERT INTO events (tenant, stream, version, body) VALUES (?, ?, 1, ?)')
  const all = Promise.withResolvers<void>()
  let [delivered, turns] = [0, 0]
  await using _open = sqliteEventFeed(db).deliver(async (batch) => {
    delivered += batch.length
    if (delivered === 2_000) all.resolve()
    return []
  })
  for (let n = 0; n < 2_000; n++) insert.run('acme', `thing/${n}`, '{}')
  const ticking = (): void => {
    if (delivered > 0) turns++
    if (delivered < 2_000) setImmediate(ticking)
  }
  setImmediate(ticking)
  await all.promise
  expect(turns).toBeGreaterThanOrEqual(15)
})
