import { howOften } from '@awayday/contract-testing'
import { afterAll, expect, test } from 'vitest'
import { parity } from './testing/parity.ts'
import { portCalls, tellingPorts } from './testing/port-calls.ts'
import { threeStores } from './testing/three-stores.ts'

const stores = await threeStores()
afterAll(() => stores[Symbol.asyncDispose]())

/** A list takes DynamoDB Local a tenth of a second by itself. */
const MINUTES = 1_200_000
const LISTS = howOften(15, 150, 500)

test(`${LISTS} lists of calls are answered alike by SQLite, MongoDB and DynamoDB`, { timeout: MINUTES }, async () => {
  await using sqlite = await stores.open('sqlite')
  await using mongodb = await stores.open('mongodb')
  await using dynamodb = await stores.open('dynamodb')
  const cases = await parity({ sqlite, mongodb, dynamodb }, portCalls, tellingPorts('p'), { numRuns: LISTS })
  expect(Object.values(cases).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5 * LISTS)
})
