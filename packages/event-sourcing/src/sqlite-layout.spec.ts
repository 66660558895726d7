import type { Instant, TenantId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { sqliteCommandRegistry } from './adapters/sqlite/command-registry.ts'
import { openDatabase } from './adapters/sqlite/database.ts'
import { sqliteEventStore } from './adapters/sqlite/event-store.ts'
import { sqliteProgress } from './adapters/sqlite/progress.ts'
import { createControlTables, createEventTable, createViewTable, forgetExpired } from './adapters/sqlite/tables.ts'
import { sqliteTenants } from './adapters/sqlite/tenants.ts'
import { sqliteViewRows } from './adapters/sqlite/view-rows.ts'
import { commandId } from './command.ts'
import { type StreamName, stream } from './stream.ts'
import { noted } from './testing/given.ts'
import { written } from './testing/reading.ts'

const acme = 'acme' as TenantId
const id = stream(acme, 'thing', '1')
const now = '2026-05-04T08:00:00.000Z' as Instant

/** Moves, backups and people with `sqlite3` rest on these: what is stored where never changes unseen. */
describe('what the SQLite adapters store', () => {
  const db = openDatabase(':memory:')
  const stored = (table: string) =>
    db
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map((row) => ({ ...row }))

  test('is a row per append, the body as it was written', async () => {
    const records = [noted('first', { data: '🏖' }), noted('second')]
    await written(sqliteEventStore(db), id, records)
    expect(stored('events')).toEqual([
      { position: 1, tenant: 'acme', stream: 'thing/1', version: 1, body: records[0]?.body },
      { position: 2, tenant: 'acme', stream: 'thing/1', version: 2, body: records[1]?.body },
    ])
  })

  test('is a row of progress per stream', async () => {
    await sqliteProgress(db).save({ stream: id, rev: 0, done: {} }, { done: { project: 2 } })
    expect(stored('progress')).toEqual([{ tenant: 'acme', stream: 'thing/1', rev: 1, body: '{"done":{"project":2}}' }])
  })

  test('is a row per key with the day it is forgotten', async () => {
    const use = { digest: 'digest', stream: 'thing/1' as StreamName }
    await sqliteCommandRegistry(db).note({ tenant: acme, actor: 'ana', key: 'k1' }, use, now)
    expect(stored('registry')).toEqual([
      {
        tenant: 'acme',
        id: commandId({ tenant: acme, actor: 'ana', key: 'k1' }),
        ...use,
        expires: '2026-06-03T08:00:00.000Z',
      },
    ])
  })

  test('is a row per tenant', async () => {
    await sqliteTenants(db).settle(acme, 'sqlite')
    expect(stored('tenants')).toEqual([{ tenant: 'acme', home: 'sqlite', rev: 1, route: null }])
  })

  test('is a row per row of a view, without a document when it is gone', async () => {
    const rows = sqliteViewRows(db, 'views')
    await rows.save(acme, { id: 'leave/1', version: 3, doc: { b: 1, a: 2 } }, undefined)
    await rows.save(acme, { id: 'leave/2', version: 4, purgeAt: now }, undefined)
    expect(stored('views')).toEqual([
      { tenant: 'acme', id: 'leave/1', version: 3, doc: '{"b":1,"a":2}', purge_at: null },
      { tenant: 'acme', id: 'leave/2', version: 4, doc: null, purge_at: now },
    ])
  })
})

describe('tables', () => {
  test('are made once, however often they are asked for', () => {
    const db = openDatabase(':memory:')
    for (let n = 0; n < 2; n++) {
      createEventTable(db)
      createControlTables(db)
      createViewTable(db, 'views', { byTeam: ['team', 'last'] })
    }
    expect(
      db.prepare(`SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name`).all(),
    ).toHaveLength(6)
  })

  test('of a shape that no release wrote are refused with what to do', () => {
    const db = openDatabase(':memory:')
    db.exec('CREATE TABLE tenants (tenant TEXT PRIMARY KEY, home TEXT NOT NULL)')
    expect(() => createControlTables(db)).toThrow('start afresh with --reset')
  })

  test('answer by an index what is asked in its words', () => {
    const db = openDatabase(':memory:')
    createViewTable(db, 'views', { byTeam: ['kind', 'place.team'] })
    const plan = db
      .prepare(
        `EXPLAIN QUERY PLAN SELECT id, version, doc, purge_at FROM views
         WHERE tenant = ? AND doc ->> '$.kind' = ? AND doc ->> '$.place.team' >= ?`,
      )
      .all('acme', 'leave', 'a')
    expect(JSON.stringify(plan)).toContain('views_byTeam')
  })

  test('take no name that would have to be escaped', () => {
    const db = openDatabase(':memory:')
    expect(() => createViewTable(db, 'views; DROP TABLE events')).toThrow(/not a table/)
    expect(() => createViewTable(db, 'views', { byTeam: ["team') --"] })).toThrow(/not a table/)
  })

  test('forget what has expired and nothing else', async () => {
    const db = openDatabase(':memory:')
    const rows = sqliteViewRows(db, 'views')
    const registry = sqliteCommandRegistry(db)
    const longAgo = '2001-01-01T00:00:00.000Z' as Instant
    const farAhead = '2190-01-01T00:00:00.000Z' as Instant
    for (const [key, at] of [['old', longAgo] as const, ['new', farAhead] as const])
      await registry.note({ tenant: acme, actor: 'ana', key }, { digest: 'd', stream: id.name }, at)
    await rows.save(acme, { id: 'gone/long', version: 1, purgeAt: longAgo }, undefined)
    await rows.save(acme, { id: 'gone/lately', version: 1, purgeAt: farAhead }, undefined)
    await rows.save(acme, { id: 'there', version: 1, doc: {} }, undefined)

    forgetExpired(db, ['views'])
    expect(
      db
        .prepare('SELECT id FROM registry')
        .all()
        .map((row) => row['id']),
    ).toEqual([commandId({ tenant: acme, actor: 'ana', key: 'new' })])
    expect(
      db
        .prepare('SELECT id FROM views ORDER BY id')
        .all()
        .map((row) => row['id']),
    ).toEqual(['gone/lately', 'there'])
  })
})
