import { readFileSync } from 'node:fs'
import { stoppedClock } from '@awayday/clock'
import { resolver } from '@awayday/edge'
import { costsOf } from '@awayday/event-sourcing/testing'
import { changesOf, costsIn } from '@awayday/meter/costs'
import { expect, test, vi } from 'vitest'
import { consumers } from '#application/consumers.ts'
import { compose } from '#composition/compose.ts'
import { furnished } from '#testing/house.ts'
import { onDynamoDb, onMongoDb } from '#testing/stores.ts'
import { useCases } from '#testing/use-cases.ts'
import { mutations } from './graphql/mutations.ts'
import { queries } from './graphql/queries.ts'

/** About 1,000 calls. */
vi.setConfig({ testTimeout: 240_000 })
process.env['AWAYDAY_LOG'] = 'off'
const table = costsIn(readFileSync(new URL('./costs.txt', import.meta.url), 'utf8'))

/** DynamoDB says itself what it consumed; MongoDB, like SQLite, what DynamoDB would have. */
test.each([
  ['MongoDB', onMongoDb],
  ['DynamoDB', onDynamoDb],
])('on %s every use case costs what the table says, in every call', async (_store, on) => {
  await using opened = await on()
  const clock = stoppedClock('2026-03-02T09:00:00.000Z')
  const house = await furnished(await compose(opened.env, { clock }), clock, 'costs')
  const { world, cost, costs } = costsOf(house.world, consumers)
  const fields = { ...queries, ...mutations }
  await useCases({ ...house, world }, resolver({ world: Promise.resolve(world), fields }), cost)
  expect(changesOf(table, costs)).toEqual([])
})
