import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import { err, ok } from '@awayday/kernel'
import type { Conflict, EventStore } from './event-store.port.ts'
import type { Head } from './head.ts'
import { digestOf } from './record.ts'
import { type Given, manyNoted, noted } from './testing/given.ts'
import { endOf, headOf, holds, listed, whole, written } from './testing/reading.ts'

const conflict = err<Conflict>({ type: 'Conflict' })

const writing = {
  'a stale writer is refused and leaves no trace': async (store, { stream, tenant }) => {
    const id = stream()
    const start = await headOf(store, id)
    const records = manyNoted(2)
    const head = await written(store, id, records)
    assert.deepEqual(await store.append(id, start, noted('late')), conflict)
    await holds(store, id, records)
    assert.deepEqual(await listed(store.heads(tenant())), [{ stream: id, head: endOf(head) }])
  },

  'what a writer was given and gave stays as it was': async (store, { stream }) => {
    const id = Object.freeze(stream())
    const head = Object.freeze(await headOf(store, id)) as Head
    const record = Object.freeze(noted('first'))
    const before = JSON.stringify([id, head, record])
    await store.append(id, head, record)
    await store.append(id, head, record)
    assert.equal(JSON.stringify([id, head, record]), before)
  },
} satisfies Contract<EventStore, Given>

/** {no stream, at the head, behind it} x {new command, same command, same id with other bytes} x {1, 9, 100 events}. */
const places = { 'to no stream': [0, 0], 'at the head': [3, 0], 'behind the head': [3, 2] } as const
const commands = ['a new command', 'the same command', 'the same command with other bytes'] as const

const matrix: Contract<EventStore, Given> = Object.fromEntries(
  Object.entries(places).flatMap(([place, [before, after]]) =>
    commands.flatMap((command) =>
      [1, 9, 100].map((events) => [
        `${command} of ${events} events ${place}: ${expectation(command, after)}`,
        async (store: EventStore, { stream }: Given) => {
          const id = stream()
          const history = manyNoted(before)
          const head = await written(store, id, history)
          const mine = noted('mine', { events })
          const there = [...(command === 'a new command' ? [] : [mine]), ...manyNoted(after, 'later')]
          await written(store, id, there)

          const again =
            command === 'the same command with other bytes' ? noted('mine', { events, data: 'other' }) : mine
          const appended = await store.append(id, head, again)

          if (command === 'a new command' && after > 0) assert.deepEqual(appended, conflict)
          else {
            const record = { version: before + 1, body: mine.body }
            assert.deepEqual(appended.ok && appended.value.record, record)
            assert.deepEqual(appended.ok && appended.value.head, {
              ...head,
              version: record.version,
              digest: digestOf(mine.body),
            })
          }
          const all = [...history, ...(command === 'a new command' && after === 0 ? [mine] : there)]
          await holds(store, id, all)
        },
      ]),
    ),
  ),
)

/** Every racer has read before any of them writes. */
const races: Contract<EventStore, Given> = Object.fromEntries(
  [2, 8, 64].flatMap((racers) => [
    [
      `of ${racers} racing writers exactly one wins, and the others know`,
      async (store: EventStore, { stream }: Given) => {
        for (const before of [0, 3]) {
          const id = stream()
          const history = manyNoted(before)
          const start = await written(store, id, history)
          const records = manyNoted(racers, 'racer')
          const outcomes = await Promise.all(records.map((record) => store.append(id, start, record)))
          const winners = records.filter((_, n) => outcomes[n]?.ok)
          assert.equal(winners.length, 1)
          assert.deepEqual(
            outcomes.filter((outcome) => !outcome.ok),
            Array.from({ length: racers - 1 }, () => conflict),
          )
          await holds(store, id, [...history, ...winners])
        }
      },
    ],
    [
      `${racers} racing tries of one command are one record, and each is given it`,
      async (store: EventStore, { stream }: Given) => {
        const id = stream()
        const start = await headOf(store, id)
        const tries = Array.from({ length: racers }, (_, n) => noted('mine', { data: n }))
        const outcomes = await Promise.all(tries.map((record) => store.append(id, start, record)))
        const { records, head } = await whole(store, id)
        assert.equal(records.length, 1)
        for (const outcome of outcomes) assert.deepEqual(outcome, ok({ record: records[0], head }))
      },
    ],
  ]),
)

export const appending: Contract<EventStore, Given> = { ...writing, ...matrix, ...races }

function expectation(command: (typeof commands)[number], after: number): string {
  if (command !== 'a new command') return 'the record that is there is the answer'
  return after > 0 ? 'a conflict' : 'appended'
}
