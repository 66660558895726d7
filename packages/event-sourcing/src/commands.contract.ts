import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import { err, ok } from '@awayday/kernel'
import type { CommandMeta } from './command.ts'
import type { CommandRegistry } from './command-registry.port.ts'
import type { EventStore } from './event-store.port.ts'
import { eventsIn } from './events-in.ts'
import { handle } from './handle.ts'
import { isStoreUnavailable, StoreUnavailable } from './store-unavailable.ts'
import type { StreamId } from './stream.ts'
import { metaOf } from './testing/commands.ts'
import { type Command, counter, counterCodec, type Event } from './testing/counter.ts'
import { barrier, losesAnswer } from './testing/faults.ts'
import type { Given } from './testing/given.ts'
import { whole } from './testing/reading.ts'

/** What commands need of a store. */
export type CommandPorts = { readonly events: EventStore; readonly registry: CommandRegistry }

/** What `handle` promises on a store, whatever is lost on the way. */
export const commandsContract: Contract<CommandPorts, Given> = {
  'a command whose answer was lost is a success with one effect when it is tried again': async (ports, { stream }) => {
    const room = stream()
    const losing = { ...ports, events: losesAnswer(ports.events) }
    await assert.rejects(run(losing, room, 'k1', open(1)), isStoreUnavailable)
    assert.deepEqual(
      await run(losing, room, 'k1', open(1)),
      ok({ version: 1, events: [{ type: 'Opened', seats: 1 }], replayed: true }),
    )
    assert.deepEqual(await eventsOf(ports, room), [{ type: 'Opened', seats: 1 }])
  },

  'so it is when somebody else came in between': async (ports, { stream }) => {
    const room = stream()
    await run(ports, room, 'k0', open(3))
    const losing = { ...ports, events: losesAnswer(ports.events) }
    await assert.rejects(run(losing, room, 'k1', take('a')), isStoreUnavailable)
    await run(ports, room, 'k2', take('b'))
    assert.deepEqual(
      await run(losing, room, 'k1', take('a')),
      ok({ version: 2, events: [{ type: 'Taken', seat: 'a' }], replayed: true }),
    )
    assert.equal((await eventsOf(ports, room)).length, 3)
  },

  'a command whose request was lost has its one effect when it is tried again': async (ports, { stream }) => {
    const room = stream()
    const deaf: EventStore = { ...ports.events, append: () => Promise.reject(new StoreUnavailable('not heard')) }
    await assert.rejects(run({ ...ports, events: deaf }, room, 'k1', open(1)), isStoreUnavailable)
    assert.deepEqual(
      await run(ports, room, 'k1', open(1)),
      ok({ version: 1, events: [{ type: 'Opened', seats: 1 }], replayed: false }),
    )
  },

  'a refusal that was fixed stays, although its answer was lost': async (ports, { stream }) => {
    const room = stream()
    const refusal = err({ type: 'NoneLeft', seats: 0 })
    assert.deepEqual(await run(ports, room, 'k1', take('a')), refusal)
    await assert.rejects(
      run({ ...ports, events: losesAnswer(ports.events) }, room, 'k1', take('a')),
      isStoreUnavailable,
    )
    await run(ports, room, 'k2', open(1))
    assert.deepEqual(await run(ports, room, 'k1', take('a')), refusal)
    assert.deepEqual(await eventsOf(ports, room), [{ type: 'Opened', seats: 1 }])
  },

  'of 50 tries of one command at once, one has the effect and all that answer give its answer': async (
    ports,
    { stream },
  ) => {
    const room = stream()
    await run(ports, room, 'k0', open(50))
    const racing = { ...ports, events: barrier(ports.events, 50) }
    const told = await Promise.all(Array.from({ length: 50 }, () => run(racing, room, 'k1', take('a'))))
    const taken = { type: 'Taken', seat: 'a' } as const
    assert.deepEqual(await eventsOf(ports, room), [{ type: 'Opened', seats: 50 }, taken])
    for (const answer of told)
      assert.deepEqual(answer.ok && { ...answer.value, replayed: true }, {
        version: 2,
        events: [taken],
        replayed: true,
      })
  },

  'a key belongs to a tenant and an actor': async (ports, { stream, tenant }) => {
    const [room, other, elsewhere] = [stream(), stream(), stream('room/1', tenant('a'))]
    const opened = { ok: true, value: { version: 1, events: [{ type: 'Opened', seats: 1 }], replayed: false } }
    assert.deepEqual(await run(ports, room, 'k1', open(1)), opened)
    assert.deepEqual(await run(ports, elsewhere, 'k1', open(1), { digest: 'another' }), opened)
    assert.deepEqual(await run(ports, other, 'k1', open(1), { digest: 'another', actor: 'ben' }), opened)
  },

  'a key used with another request, or on another stream, is refused and does nothing': async (ports, { stream }) => {
    const [room, other] = [stream(), stream()]
    await run(ports, room, 'k1', open(1))
    assert.deepEqual(await run(ports, other, 'k1', open(1)), err({ type: 'KeyReused' }))
    assert.deepEqual(await run(ports, room, 'k1', open(2), { digest: 'another' }), err({ type: 'KeyReused' }))
    assert.deepEqual(await eventsOf(ports, other), [])
    assert.equal((await eventsOf(ports, room)).length, 1)
  },
}

/** Races that run at the same time: each has a room of its own. */
const RACES_AT_ONCE = 10

/** So many races of 2, 4 and 8 for the last seat, all having read before any writes: one winner each, told so, as are the others. */
export const lastOneRaces = (races: number): Contract<CommandPorts, Given> => ({
  [`in ${races} races for the last one exactly one wins`]: async (ports, { stream }) => {
    for (let first = 0; first < races; first += RACES_AT_ONCE) {
      const some = Array.from({ length: Math.min(RACES_AT_ONCE, races - first) }, (_, n) => [2, 4, 8][(first + n) % 3])
      await Promise.all(some.map((racers = 2) => raceForTheLastSeat(ports, stream(), racers)))
    }
  },
})

const raceForTheLastSeat = async (ports: CommandPorts, room: StreamId, racers: number): Promise<void> => {
  await run(ports, room, `open ${room.name}`, open(1))
  const racing = { ...ports, events: barrier(ports.events, racers) }
  const told = await Promise.all(
    Array.from({ length: racers }, (_, n) => run(racing, room, `${room.name} ${n}`, take(`${n}`))),
  )
  const winner = told.findIndex(({ ok }) => ok)
  const expected = Array.from({ length: racers }, (_, n) =>
    n === winner
      ? ok({ version: 2, events: [{ type: 'Taken', seat: `${n}` }], replayed: false })
      : err({ type: 'NoneLeft', seats: 1 }),
  )
  assert.deepEqual(told, expected)
  assert.deepEqual(await eventsOf(ports, room), [
    { type: 'Opened', seats: 1 },
    { type: 'Taken', seat: `${winner}` },
  ])
}

const open = (seats: number): Command => ({ type: 'Open', seats })
const take = (seat: string): Command => ({ type: 'Take', seat })

const run = (
  { events, registry }: CommandPorts,
  room: StreamId,
  key: string,
  command: Command,
  different: Partial<CommandMeta> = {},
) =>
  handle({ store: events, registry }, counter, counterCodec)(room, metaOf(room.tenant, key, different), () => command)

const eventsOf = async ({ events }: CommandPorts, room: StreamId): Promise<readonly Event[]> =>
  (await whole(events, room)).records.flatMap((record) => eventsIn(record, counterCodec))
