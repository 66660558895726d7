import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import type { Tenants } from './tenants.port.ts'
import type { Given } from './testing/given.ts'
import { listed } from './testing/reading.ts'

export const tenantsContract: Contract<Tenants, Given> = {
  'a tenant settles in its first home': async (tenants, { tenant }) => {
    assert.equal(await tenants.settle(tenant(), 'mongodb'), 'mongodb')
    assert.equal(await tenants.settle(tenant(), 'dynamodb'), 'mongodb')
    assert.equal(await tenants.settle(tenant(), 'mongodb'), 'mongodb')
  },

  'of 8 that settle a tenant at once, all are told one home': async (tenants, { tenant }) => {
    const homes = Array.from({ length: 8 }, (_, n) => (n % 2 ? ('mongodb' as const) : ('dynamodb' as const)))
    const told = new Set(await Promise.all(homes.map((home) => tenants.settle(tenant(), home))))
    assert.equal(told.size, 1)
    assert.ok(told.has(await tenants.settle(tenant(), 'sqlite')))
  },

  'all tenants are listed by name, each once, however many': async (tenants, { tenant }) => {
    const mine = ['-b', '', 'a', '-1', ...Array.from({ length: 120 }, (_, n) => `-${n}x`)].map(tenant)
    await Promise.all(mine.map((each) => tenants.settle(each, 'sqlite')))
    await tenants.settle(tenant('a'), 'sqlite')
    const all = (await listed(tenants.all())).filter((each) => each.startsWith(tenant()))
    assert.deepEqual(all, mine.toSorted())
  },
}
