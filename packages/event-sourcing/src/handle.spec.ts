import { err, ok, type TenantId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { openDatabase, sqliteCommandRegistry, sqliteEventStore } from './adapters/sqlite/index.ts'
import { commandId, newId } from './command.ts'
import type { EventStore } from './event-store.port.ts'
import { handle } from './handle.ts'
import { digestOf, readBody } from './record.ts'
import { stream } from './stream.ts'
import { metaOf } from './testing/commands.ts'
import { type Command, counter, counterCodec } from './testing/counter.ts'

const acme = 'acme' as TenantId
const room = stream(acme, 'room', 'one')
const seat = (id: string) => (): Command => ({ type: 'Take', seat: id })
const opening = (seats: number) => (): Command => ({ type: 'Open', seats })

const world = (decorate: (store: EventStore) => EventStore = (store) => store) => {
  const db = openDatabase(':memory:')
  const store = decorate(sqliteEventStore(db))
  return { store, registry: sqliteCommandRegistry(db) }
}
const commandsOf = (ports: Parameters<typeof handle>[0]) => handle(ports, counter, counterCodec)
const bodiesOf = async (store: EventStore, id = room) => {
  const found = await store.read(id)
  return found.ok ? found.value.records.map(readBody) : []
}

describe('a command', () => {
  test('is stored as one record that says who did what, when and why', async () => {
    const ports = world()
    const run = commandsOf(ports)
    const meta = metaOf(acme, 'k1')

    expect(await run(room, meta, opening(2))).toEqual(
      ok({ version: 1, events: [{ type: 'Opened', seats: 2 }], replayed: false }),
    )
    expect(await bodiesOf(ports.store)).toEqual([
      {
        at: '2026-05-04T08:00:00.000Z',
        by: 'ana',
        command: { id: commandId(meta), digest: 'digest of k1' },
        correlation: 'correlation-1',
        cause: 'request-1',
        prev: null,
        events: [{ type: 'Opened', v: 1, data: { seats: 2 } }],
      },
    ])
  })

  test('chains its record to the one before, whose time it never precedes', async () => {
    const ports = world()
    const run = commandsOf(ports)
    await run(room, metaOf(acme, 'k1'), opening(2))
    await run(room, { ...metaOf(acme, 'k2'), at: '2026-05-04T07:59:00.000Z' as never }, seat('a'))

    const found = await ports.store.read(room)
    const [first, second] = found.ok ? found.value.records : []
    expect(second && first && readBody(second)).toMatchObject({
      prev: digestOf(first?.body ?? ''),
      at: '2026-05-04T08:00:00.000Z',
    })
  })

  test('that has nothing to say stores nothing', async () => {
    const ports = world()
    const run = commandsOf(ports)
    await run(room, metaOf(acme, 'k1'), opening(2))
    expect(await run(room, metaOf(acme, 'k2'), opening(5))).toEqual(ok({ version: 1, events: [], replayed: false }))
    expect(await bodiesOf(ports.store)).toHaveLength(1)
  })

  test('is refused with the rejection of the decider, and leaves no trace', async () => {
    const ports = world()
    expect(await commandsOf(ports)(room, metaOf(acme, 'k1'), seat('a'))).toEqual(err({ type: 'NoneLeft', seats: 0 }))
    expect(await bodiesOf(ports.store)).toEqual([])
  })

  test('makes ids that follow from the command, the stream and a number', async () => {
    const meta = metaOf(acme, 'k1')
    const ids: string[] = []
    const asking = (next: (n: number) => string): Command => {
      ids.push(next(0), next(1))
      return { type: 'Open', seats: 1 }
    }
    const run = commandsOf(world())
    await run(room, meta, asking)
    await run(room, meta, asking)
    const [first, second] = [newId(commandId(meta), room, 0), newId(commandId(meta), room, 1)]
    expect(ids).toEqual([first, second, first, second])
    expect(first).not.toBe(second)
  })
})

describe('an event', () => {
  test('may not be called as our own are', async () => {
    const { store } = world()
    const codec = { ...counterCodec, encode: () => ({ type: 'Refused', v: 1, data: {} }) }
    await expect(handle({ store }, counter, codec)(room, metaOf(acme, 'k1'), opening(1))).rejects.toThrow(TypeError)
    expect(await bodiesOf(store)).toEqual([])
  })
})

describe('a command tried again', () => {
  test('has one effect and is given the answer of that effect', async () => {
    const ports = world()
    const run = commandsOf(ports)
    await run(room, metaOf(acme, 'k1'), opening(1))
    await run(room, metaOf(acme, 'k2'), seat('a'))
    expect(await run(room, metaOf(acme, 'k1'), opening(1))).toEqual(
      ok({ version: 1, events: [{ type: 'Opened', seats: 1 }], replayed: true }),
    )
    expect(await bodiesOf(ports.store)).toHaveLength(2)
  })

  test('needs no registry for that', async () => {
    const { store } = world()
    const run = commandsOf({ store })
    await run(room, metaOf(acme, 'k1'), opening(1))
    expect(await run(room, metaOf(acme, 'k1'), opening(1))).toMatchObject({ ok: true, value: { replayed: true } })
  })

  test('with another request is a key reused', async () => {
    const { store } = world()
    const run = commandsOf({ store })
    await run(room, metaOf(acme, 'k1'), opening(1))
    expect(await run(room, { ...metaOf(acme, 'k1'), digest: 'another' }, opening(1))).toEqual(
      err({ type: 'KeyReused' }),
    )
  })

  test('on another stream is a key reused', async () => {
    const run = commandsOf(world())
    await run(room, metaOf(acme, 'k1'), opening(1))
    expect(await run(stream(acme, 'room', 'two'), metaOf(acme, 'k1'), opening(1))).toEqual(err({ type: 'KeyReused' }))
  })

  test('by a system actor may be on another stream: its keys are fixed', async () => {
    const run = commandsOf(world())
    const meta = { ...metaOf(acme, 'nightly'), actor: 'system:nightly' }
    await run(room, meta, opening(1))
    expect(await run(stream(acme, 'room', 'two'), meta, opening(1))).toMatchObject({ ok: true })
  })

  test('by somebody else with the same key is another command', async () => {
    const run = commandsOf(world())
    await run(room, metaOf(acme, 'k1'), opening(2))
    const bens = { ...metaOf(acme, 'k1'), actor: 'ben' }
    expect(await run(room, bens, seat('a'))).toMatchObject({ ok: true, value: { version: 2, replayed: false } })
  })

  test('after the registry has forgotten it is still found in its stream', async () => {
    const run = commandsOf(world())
    await run(room, metaOf(acme, 'k1'), opening(1))
    const later = { ...metaOf(acme, 'k1'), at: '2026-06-04T08:00:00.000Z' as never }
    await run(stream(acme, 'room', 'two'), later, opening(1))
    expect(await run(room, later, opening(1))).toMatchObject({ ok: true, value: { version: 1, replayed: true } })
  })
})

describe('a refusal', () => {
  test('is decided anew when the first try was refused and something changed', async () => {
    const { store } = world()
    const run = commandsOf({ store })
    expect(await run(room, metaOf(acme, 'k1'), seat('a'))).toMatchObject({ ok: false })
    await run(room, metaOf(acme, 'k2'), opening(1))
    expect(await run(room, metaOf(acme, 'k1'), seat('a'))).toMatchObject({ ok: true, value: { version: 2 } })
  })

  test('of a second try is fixed: it stands even when a third could succeed', async () => {
    const ports = world()
    const run = commandsOf(ports)
    const refusal = err({ type: 'NoneLeft', seats: 0 })
    await run(room, metaOf(acme, 'k1'), seat('a'))
    expect(await run(room, metaOf(acme, 'k1'), seat('a'))).toEqual(refusal)
    await run(room, metaOf(acme, 'k2'), opening(1))
    expect(await run(room, metaOf(acme, 'k1'), seat('a'))).toEqual(refusal)
    expect((await bodiesOf(ports.store)).map(({ events }) => events)).toEqual([
      [{ type: 'Refused', v: 1, data: { problem: { type: 'NoneLeft', seats: 0 } } }],
      [{ type: 'Opened', v: 1, data: { seats: 1 } }],
    ])
  })

  test('of a second try fences the first, which is still on its way', async () => {
    const hold = Promise.withResolvers<void>()
    const reached = Promise.withResolvers<void>()
    let slow = false
    const ports = world((store) => ({
      ...store,
      append: async (...call) => {
        if (slow) {
          slow = false
          reached.resolve()
          await hold.promise
        }
        return store.append(...call)
      },
    }))
    const run = commandsOf(ports)
    await run(room, metaOf(acme, 'k0'), opening(1))
    slow = true
    const firstTry = run(room, metaOf(acme, 'k1'), seat('a'))
    await reached.promise
    await run(room, metaOf(acme, 'k2'), seat('b'))

    const secondTry = await run(room, metaOf(acme, 'k1'), seat('a'))
    hold.resolve()
    expect(secondTry).toEqual(err({ type: 'NoneLeft', seats: 1 }))
    expect(await firstTry).toEqual(secondTry)
    expect((await bodiesOf(ports.store)).map(({ events }) => events[0]?.type)).toEqual(['Opened', 'Taken', 'Refused'])
  })
})

describe('a command in a race', () => {
  const racing = (rivals: number) =>
    world((store) => {
      let left = rivals
      return {
        ...store,
        append: async (id, head, record) => {
          if (readBody({ version: 0, body: record.body }).by === 'ana' && left > 0) {
            left--
            await handle({ store }, counter, counterCodec)(
              id,
              { ...metaOf(acme, `r${left}`), actor: 'ben' },
              (ids) => ({
                type: 'Take',
                seat: ids(0),
              }),
            )
          }
          return store.append(id, head, record)
        },
      }
    })

  test('is decided again on what came first', async () => {
    const ports = racing(3)
    await commandsOf(ports)(room, { ...metaOf(acme, 'k0'), actor: 'cara' }, opening(9))
    expect(await commandsOf(ports)(room, metaOf(acme, 'k1'), seat('a'))).toEqual(
      ok({ version: 5, events: [{ type: 'Taken', seat: 'a' }], replayed: false }),
    )
  })

  test('is a conflict when five others came first', async () => {
    const ports = racing(5)
    await commandsOf(ports)(room, { ...metaOf(acme, 'k0'), actor: 'cara' }, opening(9))
    expect(await commandsOf(ports)(room, metaOf(acme, 'k1'), seat('a'))).toEqual(err({ type: 'Conflict' }))
  })
})
