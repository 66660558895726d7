import { expect, test } from 'vitest'
import { NOTHING } from '../plan/estimate.ts'
import type { Plan } from '../plan/plan.ts'
import { cardsOf } from './card.ts'
import { portsInCode } from './ports-in-code.ts'

const stores = ['dynamodb', 'mongodb', 'sqlite'] as const

test('every port that has an adapter for one store has one for each, and a contract', () => {
  const stored = portsInCode().filter(({ lines }) => stores.some((store) => lines[store] !== undefined))
  expect(stored.map(({ name }) => name)).toEqual([
    'CommandRegistry',
    'DirectoryViews',
    'EventFeed',
    'EventStore',
    'LeaveViews',
    'PlainRecords',
    'Progress',
    'StoredItems',
    'Tenants',
    'ViewRows',
  ])
  for (const { name, clauses, lines } of stored) {
    expect([name, Object.keys(lines).toSorted()]).toEqual([name, stores])
    expect([name, clauses > 0 && stores.every((store) => (lines[store] ?? 0) > 5)]).toEqual([name, true])
  }
})

const port = (name: string, lines: Record<string, number>) => ({ name, home: 'packages/a', clauses: 7, lines })
const items = { items: 2_000, bytes: 900_000, writes: 2_500, reads: 220 }
const company = { collections: { events: items, records: NOTHING, registry: NOTHING }, views: NOTHING } as Plan

test('where the target has an adapter no line is to be written, and only what is kept costs', () => {
  const ports = [port('EventStore', { sqlite: 58, dynamodb: 74 }), port('Bus', { eventbridge: 54 })]
  const leaving = { from: 'sqlite', to: 'dynamodb', writesPerSecond: 1_000 } as const
  expect(cardsOf(ports, [company, company], leaving)).toEqual([
    {
      port: 'EventStore',
      home: 'packages/a',
      clauses: 7,
      leaves: 58,
      finds: 74,
      toWrite: 0,
      days: 0,
      data: { items: 4_000, bytes: 1_800_000, writes: 5_000, reads: 440 },
      seconds: 5,
      dollars: 0.01,
    },
  ])
})

test('where it has none, one as long as the shortest there is has to be written', () => {
  const ports = [port('Progress', { sqlite: 101, dynamodb: 90, mongodb: 95 })]
  const [card] = cardsOf(ports, [company], { from: 'dynamodb', to: 'postgres', writesPerSecond: 1_000 })
  expect(card).toMatchObject({ leaves: 90, finds: 0, toWrite: 90, days: 3, data: NOTHING })
})
