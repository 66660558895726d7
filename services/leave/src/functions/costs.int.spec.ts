import { readFileSync } from 'node:fs'
import { resolver } from '@awayday/edge'
import { costsOf } from '@awayday/event-sourcing/testing'
import { changesOf, costsIn } from '@awayday/meter/costs'
import { expect, test, vi } from 'vitest'
import { consumers } from '#application/consumers.ts'
import { LONG_NAME } from '#testing/bill.ts'
import { dynamoDbOffice, mongoDbOffice } from '#testing/offices.ts'
import { useCases } from '#testing/use-cases.ts'
import { mutations } from './graphql/mutations.ts'
import { queries } from './graphql/queries.ts'

/** About 1,000 calls. */
vi.setConfig({ testTimeout: 240_000 })
process.env['AWAYDAY_LOG'] = 'off'
const table = costsIn(readFileSync(new URL('./costs.txt', import.meta.url), 'utf8'))

/** DynamoDB says itself what it consumed; MongoDB, like SQLite, what DynamoDB would have. */
test.each([
  ['MongoDB', mongoDbOffice],
  ['DynamoDB', dynamoDbOffice],
])('on %s every use case costs what the table says, in every call', async (_store, open) => {
  await using office = await open(LONG_NAME)
  const { world, cost, costs } = costsOf(office.world, consumers)
  const fields = { ...queries, ...mutations }
  await useCases({ ...office, world }, resolver({ world: Promise.resolve(world), fields }), cost)
  expect(changesOf(table, costs)).toEqual([])
})
