import { openLocalBus } from '@awayday/bus/local'
import { stoppedClock } from '@awayday/clock'
import { openStore } from '@awayday/stores'
import { beforeAll, describe, expect, test } from 'vitest'
import { compose } from '#composition/compose.ts'
import { furnished } from './house.ts'
import { life, personalTexts } from './life.ts'

const env = { AWAYDAY_DATA_DIR: ':memory:', AWAYDAY_SECRET: 'a secret for the scan of stored bytes', AWAYDAY_DEMO: '1' }
const texts: Record<string, string> = {}

beforeAll(async () => {
  const clock = stoppedClock('2026-03-02T09:00:00.000Z')
  await life(await furnished(await compose(env, { clock }), clock, 'scanned'))
  const store = await openStore(env, 'directory')
  if (store.name !== 'sqlite') throw new Error('not SQLite')
  for (const db of [store.db, openLocalBus(':memory:').db])
    for (const { name } of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all())
      texts[`${name}`] = JSON.stringify(db.prepare(`SELECT * FROM ${name}`).all())
})

describe('what is stored', () => {
  test('is found in all its tables', () =>
    expect(Object.keys(texts).sort()).toEqual([
      'event',
      'events',
      'progress',
      'records',
      'registry',
      'sqlite_sequence',
      'tenants',
      'views',
    ]))
  test.each(personalTexts)('holds %j on a card and nowhere else', (text) => {
    const places = Object.keys(texts).filter((table) => texts[table]?.toLowerCase().includes(text.toLowerCase()))
    expect(places).toEqual(['records'])
  })
})
