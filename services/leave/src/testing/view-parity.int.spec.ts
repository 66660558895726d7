import { howOften } from '@awayday/contract-testing'
import { parity } from '@awayday/stores/testing'
import { expect, test } from 'vitest'
import { dynamoDbOffice, mongoDbOffice, type StoredOffice, sqliteOffice } from './offices.ts'
import { tellingViews, viewCalls } from './view-calls.ts'

const LISTS = howOften(15, 150, 500)

test(`${LISTS} lists of rows and questions are answered alike by all views of leave`, {
  timeout: 1_200_000,
}, async () => {
  await using sqlite = await sqliteOffice()
  await using mongodb = await mongoDbOffice()
  await using dynamodb = await dynamoDbOffice()
  const shown = ({ store, world }: StoredOffice) => ({
    name: store.name,
    rows: store.views('views'),
    views: world.views,
  })
  const stores = { sqlite: shown(sqlite), mongodb: shown(mongodb), dynamodb: shown(dynamodb) }
  const cases = await parity(stores, viewCalls, tellingViews('v'), { numRuns: LISTS })
  expect(cases).toMatchObject({ 'awayBetween: some': expect.any(Number), 'waitingFor: some': expect.any(Number) })
})
