import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openStore } from '@awayday/stores'
import { interleave } from '../interleave.ts'
import { table } from '../report.ts'
import { appendsOf, writesOf } from './rates.ts'
import { tenant } from './record.ts'

const APPENDS = 1_000
const ROUNDS = 9

/** The store as functions open it, beside one prepared INSERT into the same kind of table on the same disk. */
export const benchSqlite = async (): Promise<string> => {
  await using temporary = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'awayday-bench-'))
  temporary.defer(() => rm(folder, { recursive: true }))

  const db = temporary.adopt(new DatabaseSync(join(folder, 'bare.sqlite')), (bare) => bare.close())
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  db.exec(`CREATE TABLE events (position INTEGER PRIMARY KEY AUTOINCREMENT, tenant TEXT NOT NULL, stream TEXT NOT NULL,
    version INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE (tenant, stream, version)) STRICT`)
  const insert = db.prepare('INSERT INTO events (tenant, stream, version, body) VALUES (?, ?, ?, ?)')
  const store = temporary.use(await openStore({ AWAYDAY_DATA_DIR: folder }, 'bench'))

  const medians = await interleave(
    {
      bare: writesOf((stream, version, body) => insert.run(tenant, stream, version, body), APPENDS),
      ours: appendsOf(store.events, APPENDS),
    },
    ROUNDS,
  )
  return table({
    title: 'Appends one after another, SQLite, synchronous=FULL',
    unit: '/s',
    decimals: 0,
    floor: { what: 'the bare driver: a prepared INSERT', figure: medians.bare },
    lines: [{ what: 'ours: record made, chained, appended', figure: medians.ours, target: { atLeast: 0.8 } }],
  })
}
