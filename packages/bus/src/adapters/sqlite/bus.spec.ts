import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { verify } from '@awayday/contract-testing'
import { expect, test } from 'vitest'
import { busContract, given } from '../../bus.contract.ts'
import { openBus } from '../../open-bus.ts'
import { acceptedBy } from './accepted.ts'
import { sqliteBus } from './bus.ts'
import { closeLocalBus, openLocalBus } from './open.ts'

verify('local bus', busContract, {
  open: async () => {
    const bus = sqliteBus(new DatabaseSync(':memory:'))
    return { bus, received: acceptedBy(bus), [Symbol.asyncDispose]: async () => bus.db.close() }
  },
  given,
})

test('a local bus is one in a process, and fully on disk before it answers', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'awayday-bus-'))
  const bus = openLocalBus(dataDir)
  expect(await openBus({ AWAYDAY_DATA_DIR: dataDir })).toBe(bus)
  expect([
    bus.db.prepare('PRAGMA journal_mode').get()?.['journal_mode'],
    bus.db.prepare('PRAGMA synchronous').get()?.['synchronous'], // 2 is FULL
  ]).toEqual(['wal', 2])
  closeLocalBus(dataDir)
  rmSync(dataDir, { recursive: true })
})

test('a local bus that was closed says that it is unavailable', async () => {
  const bus = sqliteBus(new DatabaseSync(':memory:'))
  bus.db.close()
  await expect(bus.publish([given().event(1)])).rejects.toMatchObject({ name: 'BusUnavailable' })
})

test('a listener hears what was accepted until it stops', async () => {
  using heard = new DisposableStack()
  const bus = sqliteBus(heard.adopt(new DatabaseSync(':memory:'), (db) => db.close()))
  const types: unknown[] = []
  const listening = bus.onAccepted((events) => types.push(...events.map((event) => event['detail-type'])))
  await bus.publish([given().event(1)])
  listening[Symbol.dispose]()
  await bus.publish([given().event(2)])
  expect(types).toEqual(['PersonJoined'])
})
