import { expect, test } from 'vitest'
import { chanceFrom } from './chance.ts'
import { drill } from './drill.ts'

test('a company at work moves from MongoDB to DynamoDB to SQLite while mover and product are killed: nothing is lost, doubled, changed or refused', {
  timeout: 600_000,
}, async () => {
  const told: string[] = []
  const { moved, violations } = await drill({
    home: 'mongodb',
    moves: 2,
    rps: 6,
    most: 2_000,
    kills: 4,
    longestPauseMs: 6_000,
    people: 5,
    callsOverS: 10,
    chance: chanceFrom(7),
    tell: (line) => told.push(line),
  })
  expect({ violations, told: violations.length > 0 ? told : [] }).toEqual({ violations: [], told: [] })
  expect(moved.slice(0, 2).map(({ from, to }) => `${from} to ${to}`)).toEqual([
    'mongodb to dynamodb',
    'dynamodb to sqlite',
  ])
})
