import { listed } from '@awayday/event-sourcing/contracts'
import { expect, test } from 'vitest'
import { said, spring, unheard } from './history.ts'
import { recordsOf } from './office.ts'
import { dynamoDbOffice, everythingStored, mongoDbOffice, sqliteOffice } from './offices.ts'

const offices = [
  ['SQLite', sqliteOffice],
  ['MongoDB', mongoDbOffice],
  ['DynamoDB', dynamoDbOffice],
] as const

test.each(offices)(
  'on %s what people said and wrote lies in notes and documents and nowhere else',
  async (_store, open) => {
    await using office = await open()
    await spring(office)
    const stored = await everythingStored(office)
    const placesOf = (words: string) => Object.keys(stored).filter((table) => stored[table]?.includes(words))
    for (const words of said) expect(placesOf(words)).toEqual(['records'])
    expect(placesOf(unheard)).toEqual([])
  },
)

test('the same history leaves the same bytes and the same rows on every store', async () => {
  const [sqlite, ...others] = await Promise.all(
    offices.map(async ([, open]) => {
      await using office = await open()
      await spring(office)
      return { records: await recordsOf(office), rows: await listed(office.world.followed[0].rows.all(office.tenant)) }
    }),
  )
  expect(sqlite?.records).toHaveLength(16)
  expect(sqlite?.rows).toHaveLength(3)
  for (const other of others) expect(other).toEqual(sqlite)
})
