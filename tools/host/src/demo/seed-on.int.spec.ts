import { dynamoTables } from '@awayday/contract-testing/servers'
import { parseTenantId, type TenantId } from '@awayday/kernel'
import { openStore } from '@awayday/stores'
import { expect, test } from 'vitest'
import { company } from './company.ts'
import { seedDemoOn } from './seed-on.ts'

const countOf = async (all: AsyncIterable<unknown>): Promise<number> => {
  let count = 0
  for await (const _ of all) count += 1
  return count
}

test('an environment elsewhere has the demo company once it was seeded from here', { timeout: 400_000 }, async () => {
  await using tables = await dynamoTables()
  const settings = {
    AWAYDAY_STORE: 'dynamodb',
    AWAYDAY_DYNAMODB_ENDPOINT: tables.endpoint,
    AWAYDAY_TABLE_PREFIX: tables.prefix,
    AWAYDAY_SECRET: 'the secret of an environment elsewhere',
  }
  await seedDemoOn(settings)
  const tenant = parseTenantId(company.tenant) as TenantId
  await using leave = await openStore(settings, 'leave')
  expect(await countOf(leave.events.heads(tenant))).toBeGreaterThan(50)
  expect(await countOf(leave.views('views').all(tenant))).toBeGreaterThan(100) // rows are made where records are followed
})
