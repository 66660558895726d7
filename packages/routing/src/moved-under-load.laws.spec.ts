import { type EventStore, type Route, readBody, type StreamId, whole } from '@awayday/event-sourcing'
import { given, listed } from '@awayday/event-sourcing/contracts'
import type { TenantId } from '@awayday/kernel'
import type { PlainRecords } from '@awayday/plain-records'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bring } from './bring.ts'
import { handOver, handOverRecord } from './hand-over.ts'
import { routedEventStore } from './routed-event-store.ts'
import { routedPlainRecords } from './routed-plain-records.ts'
import { scheduledEvents, scheduledRecords, type Turn } from './testing/scheduled.ts'
import { bodiesIn, storesNamed } from './testing/two-stores.ts'

const RUNS = process.env['CI'] ? 500 : 60

const acme = 'acme' as TenantId
const stream = (name: string): StreamId => given().stream(name, acme)
const [begun, unbegun] = [stream('begun'), stream('unbegun')]
const card = { tenant: acme, kind: 'card', id: 'ana' }

/** What the mover does, one after the other; writers may be anywhere in between. */
const moves = {
  'a move': [{ epoch: 1, to: 'dynamodb' }],
  'a move and its way back': [
    { epoch: 1, to: 'dynamodb' },
    { epoch: 2, to: 'mongodb' },
  ],
  'a move, its way back, and another move': [
    { epoch: 1, to: 'dynamodb' },
    { epoch: 2, to: 'mongodb' },
    { epoch: 3, to: 'dynamodb' },
  ],
} as const satisfies Record<string, readonly Pick<Required<Route>, 'epoch' | 'to'>[]>

/** A process whose every call may be overtaken; it learns of routes when it is told to. */
const processOver = (stores: ReturnType<typeof storesNamed>, turn: Turn) => {
  const { routes, later, clock } = stores.start('mongodb')
  const events = new Map([...stores.events].map(([name, store]) => [name, scheduledEvents(store, name, turn)]))
  const records = new Map([...stores.records].map(([name, each]) => [name, scheduledRecords(each, name, turn)]))
  const world = { stores: events, routes, clock }
  return {
    later,
    world,
    recordWorld: { stores: records, routes },
    events: routedEventStore(world),
    records: routedPlainRecords({ stores: records, routes }),
  }
}

/** As a command does: looks for itself in all it reads, and reads again as often as somebody else came first. */
const land = async (events: EventStore, id: StreamId, key: string): Promise<void> => {
  const note = given().noted(key)
  for (let tries = 0; tries < 40; tries++) {
    const { records, head } = await whole(events, id)
    if (records.some((record) => readBody(record).command.id === note.commandId)) return
    if ((await events.append(id, head, note)).ok) return
  }
  throw new Error(`${key} did not land`)
}

/** Adds a word to the card, as often as it takes. */
const note = async (records: PlainRecords, word: string): Promise<void> => {
  for (let tries = 0; tries < 40; tries++) {
    const there = await records.load(acme, 'card', 'ana')
    const words = (there?.data?.['words'] ?? []) as readonly string[]
    const saved = await records.save(
      acme,
      { kind: 'card', id: 'ana', data: { words: [...words, word] } },
      there?.rev ?? 0,
    )
    if (saved) return
  }
  throw new Error(`${word} was not noted`)
}

const landed = async (events: EventStore, id: StreamId) =>
  (await whole(events, id)).records.map((record) => readBody(record).command.id)
const idOf = (key: string) => given().noted(key).commandId

test.each(Object.entries(moves))(
  'whoever is overtaken by whom, under %s everything lands, once, and every store tells the same',
  async (_what, epochs) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, refreshes) => {
        using stores = storesNamed('mongodb', 'dynamodb')
        await stores.reroute('mongodb', acme, { home: 'mongodb', epoch: 0 })
        const setting = stores.start('mongodb')
        await land(setting.events, begun, 'before')

        const turn: Turn = async (what) => void (await scheduler.schedule(Promise.resolve(), what))
        const keys: string[] = []
        const writer = async (name: string): Promise<void> => {
          const process = processOver(stores, turn)
          await process.world.routes.of(acme) // what it knows from now on, unless it asks again
          for (const id of [begun, unbegun]) {
            keys.push(`${name} ${id.name}`)
            await land(process.events, id, `${name} ${id.name}`)
            await note(process.records, `${name} ${id.name}`)
            if (refreshes) process.later()
          }
        }
        const mover = async (): Promise<void> => {
          for (const epoch of epochs) {
            await turn('announce')
            await stores.reroute('mongodb', acme, { home: 'mongodb', ...epoch })
            const { world, recordWorld, events } = processOver(stores, turn)
            for (let sweeps = 0; sweeps < 2; sweeps++) {
              for (const { stream: each } of await listed(events.heads(acme))) await handOver(world, each, epoch)
              await handOverRecord(recordWorld, card, epoch)
            }
          }
        }
        const carrier = async (): Promise<void> => {
          const { world } = processOver(stores, turn)
          for (let n = 0; n < 3; n++) {
            await turn('carry')
            for (const id of [begun, unbegun]) {
              const { head } = await whole(stores.events.get('dynamodb') ?? never(), id).catch(() => ({
                head: undefined,
              }))
              if (head && head.epoch > 0 && head.owner === 'dynamodb')
                await bring(world.stores, id, 'dynamodb', 'mongodb')
            }
          }
        }
        await scheduler.waitFor(Promise.all([writer('ana'), writer('ben'), mover(), carrier()]))

        const last = epochs.at(-1) ?? never()
        const { world, recordWorld, events, records } = processOver(stores, async () => {})
        for (const { stream: each } of await listed(events.heads(acme))) await handOver(world, each, last)
        await handOverRecord(recordWorld, card, last)
        for (const id of [begun, unbegun]) {
          const all = await landed(events, id)
          const mine = keys.filter((key) => key.endsWith(` ${id.name}`)).concat(id === begun ? ['before'] : [])
          expect(all.filter((each) => mine.map(idOf).includes(each)).sort()).toEqual(mine.map(idOf).sort())
          expect(new Set(all).size).toBe(all.length)
          const there = await bodiesIn(stores.events.get(last.to), id)
          const other = await bodiesIn(stores.events.get(last.to === 'mongodb' ? 'dynamodb' : 'mongodb'), id)
          expect(there.slice(0, other.length)).toEqual(other)
        }
        const words = (await records.load(acme, 'card', 'ana'))?.data?.['words'] as readonly string[]
        expect(words.toSorted()).toEqual(keys.toSorted())
      }),
      { numRuns: RUNS },
    )
  },
  600_000,
)

const never = (): never => {
  throw new Error('there is no such thing')
}
