import { expect, test } from 'vitest'
import { billOf, LONG_NAME } from './bill.ts'
import { dynamoDbOffice, mongoDbOffice, sqliteOffice } from './offices.ts'

/**
 * A call writes its key into the registry, its note, and one record, which is one unit up to 1,024 bytes with its key; the relay
 * writes progress and rows. MongoDB and SQLite say what DynamoDB would cost.
 */
test.each([
  ['SQLite', sqliteOffice],
  ['MongoDB', mongoDbOffice],
  ['DynamoDB', dynamoDbOffice],
])('on %s leave costs this many units, with ids of 26 characters', async (_store, open) => {
  await using office = await open(LONG_NAME)
  expect(office.ana.person).toHaveLength(26)
  expect(await billOf(office)).toEqual({
    'a week': { call: { reads: 5, writes: 3 }, relay: { reads: 3, writes: 3 }, bytes: 803 },
    approval: { call: { reads: 4, writes: 2 }, relay: { reads: 5, writes: 3 }, bytes: 488 },
    'two weeks': { call: { reads: 5, writes: 3 }, relay: { reads: 3, writes: 3 }, bytes: 908 },
    refusal: { call: { reads: 4, writes: 2 }, relay: { reads: 6, writes: 3 }, bytes: 488 },
    closing: { call: { reads: 4, writes: 2 }, relay: { reads: 3, writes: 1 }, bytes: 612 },
  })
})
