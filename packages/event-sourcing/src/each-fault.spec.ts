import { stoppedClock } from '@awayday/clock'
import { eachFault, faultyProcess, leavingOut, type Process, rewinding, type Tried } from '@awayday/faults'
import type { TenantId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import {
  openDatabase,
  sqliteCommandRegistry,
  sqliteEventStore,
  sqliteProgress,
  sqliteViewRows,
} from './adapters/sqlite/index.ts'
import { type CommandMeta, REFUSED } from './command.ts'
import { consumerRunner } from './consumer-runner.ts'
import { handle } from './handle.ts'
import { readBody } from './record.ts'
import { isUnavailable } from './store-unavailable.ts'
import { stream } from './stream.ts'
import { metaOf } from './testing/commands.ts'
import { type Command, counter, counterCodec, counterRows } from './testing/counter.ts'
import { eventStoreFaults, progressFaults, registryFaults, viewRowsFaults } from './testing/faults.ts'
import { listed, whole } from './testing/reading.ts'
import { soundLog } from './testing/sound-log.ts'
import { viewProjection } from './view-projection.ts'

const tenant = 'acme' as TenantId
const room = stream(tenant, 'room', '1')

/** A room with two seats, one of which is taken, and its rows; all of it shown. */
const opened = async () => {
  const db = openDatabase(':memory:')
  const stored = {
    events: sqliteEventStore(db),
    registry: sqliteCommandRegistry(db),
    progress: sqliteProgress(db),
    rows: sqliteViewRows(db, 'views'),
  }
  const seenBy = (process: Process): typeof stored => ({
    events: process.through('events', stored.events, eventStoreFaults),
    registry: process.through('registry', stored.registry, registryFaults),
    progress: process.through('progress', stored.progress, progressFaults),
    rows: process.through('rows', stored.rows, viewRowsFaults),
  })
  await carriedOut(stored, 'k1', { type: 'Open', seats: 2 })
  await carriedOut(stored, 'k2', { type: 'Take', seat: 'a' })
  await runnerOf(stored).sweep(tenant)

  const tried = async (
    run: (ports: typeof stored) => Promise<unknown>,
    more?: () => Promise<unknown>,
  ): Promise<Tried<unknown>> => {
    await more?.()
    const rewind = rewinding(db)
    return eachFault({
      rewind: async () => rewind(),
      run: (process) => run(seenBy(process)),
      settled: async () => {
        for (let sweeps = 0; sweeps < 3; sweeps++) {
          clock.set(new Date(Date.parse(clock.now()) + 7_200_000).toISOString())
          await runnerOf(stored).sweep(tenant)
        }
        const { done, due, parked } = await stored.progress.load(room)
        const { head } = await whole(stored.events, room)
        expect({ done, due, parked }).toEqual({ done: { project: head.version }, due: undefined, parked: undefined })
        const rows = await listed(stored.rows.all(tenant))
        return { log: await soundLog(stored.events, tenant), rows: rows.map(({ id, doc }) => ({ id, doc })) }
      },
      isTrouble: isUnavailable,
      alike: (told, kind) => leavingOut(told, kind === 'conflict' ? ['replayed', 'version'] : ['replayed']),
    })
  }
  return { stored, tried }
}
type Stored = Awaited<ReturnType<typeof opened>>['stored']

const clock = stoppedClock('2026-05-04T08:00:00.000Z')
const runnerOf = ({ events: store, progress, rows }: Pick<Stored, 'events' | 'progress' | 'rows'>) =>
  consumerRunner({
    store,
    progress,
    clock,
    consumers: [
      viewProjection({
        name: 'project',
        rows,
        clock,
        initial: () => counter.initial,
        evolve: counter.evolve,
        codec: counterCodec,
        rowsOf: counterRows,
      }),
    ],
  })

const carriedOut = (
  { events: store, registry }: Pick<Stored, 'events' | 'registry'>,
  key: string,
  command: Command,
  different: Partial<CommandMeta> = {},
) => handle({ store, registry }, counter, counterCodec)(room, metaOf(tenant, key, different), () => command)

describe('with each fault at each call of a port', () => {
  test('a command that is accepted has its one effect and is told so', async () => {
    const { tried } = await opened()
    const { calls, struck } = await tried((ports) => carriedOut(ports, 'k3', { type: 'Take', seat: 'b' }))
    expect(calls.toSorted()).toEqual(['events.append', 'events.read', 'registry.note'])
    expect(struck).toMatchObject(process.env['CI'] ? { 'answer lost': 2, 'pause after': 3 } : { 'answer lost': 2 })
  })

  test('a command that is refused is refused in every try', async () => {
    const { tried, stored } = await opened()
    const takeLast = () => carriedOut(stored, 'k0', { type: 'Take', seat: 'b' })
    await tried((ports) => carriedOut(ports, 'k3', { type: 'Take', seat: 'c' }), takeLast)
  })

  test('a command that has nothing to say says nothing', async () => {
    const { tried } = await opened()
    await tried((ports) => carriedOut(ports, 'k3', { type: 'Take', seat: 'a' }))
  })

  test('a key that was used for something else is refused', async () => {
    const { tried } = await opened()
    await tried((ports) => carriedOut(ports, 'k2', { type: 'Take', seat: 'b' }, { digest: 'another' }))
  })

  test('a command of the system, which has no registry, has its one effect', async () => {
    const { tried } = await opened()
    await tried((ports) => carriedOut(ports, 'k3', { type: 'GiveBack', seat: 'a' }, { actor: 'system:cleaner' }))
  })

  test('a batch of a feed is shown, or found by the sweep', async () => {
    const { tried, stored } = await opened()
    const given = async () => {
      await carriedOut(stored, 'k3', { type: 'GiveBack', seat: 'a' })
      await carriedOut(stored, 'k4', { type: 'Take', seat: 'b' })
    }
    await tried(async (ports) => {
      const batch = (await whole(stored.events, room)).records.map((record) => ({ stream: room, record }))
      await runnerOf(ports).deliver(batch)
    }, given)
  })

  test('a sweep shows what is behind, or the next one does', async () => {
    const { tried, stored } = await opened()
    await tried(
      (ports) => runnerOf(ports).sweep(tenant),
      () => carriedOut(stored, 'k3', { type: 'GiveBack', seat: 'a' }),
    )
  })
})

describe('what comes in between', () => {
  test('is a record of somebody else, which is in the way', async () => {
    const { stored } = await opened()
    const process = faultyProcess()
    const events = process.through('events', stored.events, eventStoreFaults)
    const { head } = await whole(events, room)
    process.expect({ of: 'events.append', call: 0, kind: 'conflict' })
    expect(await carriedOut({ events, registry: stored.registry }, 'k3', { type: 'Take', seat: 'b' })).toMatchObject({
      ok: true,
      value: { version: head.version + 2 },
    })
    const { records } = await whole(stored.events, room)
    expect(records.slice(-2).flatMap((record) => readBody(record).events.map(({ type }) => type))).toEqual([
      REFUSED,
      'Taken',
    ])
    expect(process.struck()).toBe(1)
  })
})
