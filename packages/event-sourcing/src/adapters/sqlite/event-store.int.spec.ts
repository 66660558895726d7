import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { verify } from '@awayday/contract-testing'
import { ok, type TenantId } from '@awayday/kernel'
import { afterAll, describe, expect, test } from 'vitest'
import { eventFeedContract } from '../../event-feed.contract.ts'
import { eventStoreContract } from '../../event-store.contract.ts'
import type { EventStore } from '../../event-store.port.ts'
import { isStoreUnavailable } from '../../store-unavailable.ts'
import { stream } from '../../stream.ts'
import { given, noted } from '../../testing/given.ts'
import { bodiesOf, headOf } from '../../testing/reading.ts'
import { openDatabase } from './database.ts'
import { sqliteEventFeed } from './event-feed.ts'
import { sqliteEventStore } from './event-store.ts'
import { remoteStore } from './processes/remote-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'awayday-sqlite-'))
const file = join(folder, 'two-processes.sqlite')
const processes = Promise.all([remoteStore(file), remoteStore(file)])
afterAll(async () => {
  for (const each of await processes) await each[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

/** Every call goes to the other process than the call before. */
const alternating = async (): Promise<EventStore> => {
  const stores = await processes
  let calls = 0
  const next = (): EventStore => stores[calls++ % 2] ?? stores[0]
  return {
    read: (...call) => next().read(...call),
    append: (...call) => next().append(...call),
    heads: (...call) => next().heads(...call),
  }
}

verify('sqlite event store of two processes on one file', eventStoreContract, {
  open: async () => ({ ...(await alternating()), [Symbol.asyncDispose]: async () => undefined }),
  given,
})

verify('sqlite event feed of a third process', eventFeedContract, {
  open: async () => {
    const db = openDatabase(file)
    return { events: await alternating(), feed: sqliteEventFeed(db), [Symbol.asyncDispose]: async () => db.close() }
  },
  given,
})

describe('a SQLite file', () => {
  const id = stream('acme' as TenantId, 'thing', '1')

  test('is written through to the disk before an append is answered', () => {
    const db = openDatabase(join(folder, 'durable.sqlite'))
    expect({ ...db.prepare('PRAGMA synchronous').get() }).toEqual({ synchronous: 2 })
    expect({ ...db.prepare('PRAGMA journal_mode').get() }).toEqual({ journal_mode: 'wal' })
    db.close()
  })

  test('is no event store when it would not be', () => {
    const db = openDatabase(join(folder, 'hasty.sqlite'))
    db.exec('PRAGMA synchronous = NORMAL')
    expect(() => sqliteEventStore(db)).toThrow(/synchronous/)
    db.close()
  })

  test('that another process holds is unavailable, and later is not', async () => {
    const name = join(folder, 'held.sqlite')
    const holder = openDatabase(name)
    const db = new DatabaseSync(name, { timeout: 0 })
    const store = sqliteEventStore(db)
    const head = await headOf(store, id)
    holder.exec('BEGIN IMMEDIATE')
    await expect(store.append(id, head, noted('first'))).rejects.toSatisfy(isStoreUnavailable)
    holder.exec('ROLLBACK')
    expect(await store.append(id, head, noted('first'))).toMatchObject({ ok: true })
    db.close()
    holder.close()
  })

  test('keeps what it stored when it is opened again', async () => {
    const name = join(folder, 'again.sqlite')
    const first = openDatabase(name)
    const appended = await sqliteEventStore(first).append(id, await headOf(sqliteEventStore(first), id), noted('first'))
    first.close()
    const second = openDatabase(name)
    expect(await bodiesOf(sqliteEventStore(second), id)).toEqual([noted('first').body])
    expect(ok((appended.ok && appended.value.head) || undefined)).toEqual(
      ok(await headOf(sqliteEventStore(second), id)),
    )
    second.close()
  })
})
