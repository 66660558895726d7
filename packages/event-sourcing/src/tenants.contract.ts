import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import type { Instant } from '@awayday/kernel'
import type { Route, Tenants } from './tenants.port.ts'
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

  'a tenant that never moved has the shortest route': async (tenants, { tenant }) => {
    assert.equal(await tenants.route(tenant()), undefined)
    await tenants.settle(tenant(), 'mongodb')
    assert.deepEqual(await tenants.route(tenant()), { home: 'mongodb', epoch: 0, rev: 1 })
  },

  'a route is what was written last, and a late writer is told so': async (tenants, { tenant }) => {
    const since = '2026-05-04T08:00:00.000Z' as Instant
    const routes: readonly Route[] = [
      { home: 'mongodb', epoch: 0 },
      { home: 'mongodb', epoch: 1, to: 'dynamodb', since },
      { home: 'mongodb', epoch: 1, shadow: { store: 'dynamodb', percent: 5, run: 'r1' } },
      { home: 'mongodb', epoch: 1, to: 'dynamodb', reads: 'dynamodb', since, finishing: true },
      { home: 'dynamodb', epoch: 1, finishing: true },
      { home: 'dynamodb', epoch: 1, deleting: 'mongodb' },
      { home: 'sqlite', epoch: 2, anew: 1 },
      { home: 'dynamodb', epoch: 1 },
    ]
    for (const [rev, route] of routes.entries()) {
      assert.equal(await tenants.reroute(tenant(), route, rev), true)
      assert.equal(await tenants.reroute(tenant(), { home: 'sqlite', epoch: 9 }, rev), false)
      assert.deepEqual(await tenants.route(tenant()), { ...route, rev: rev + 1 })
    }
    assert.equal(await tenants.settle(tenant(), 'sqlite'), 'dynamodb')
    assert.equal(await tenants.reroute(tenant('x'), { home: 'sqlite', epoch: 9 }, 1), false)
    assert.equal(await tenants.route(tenant('x')), undefined)
  },

  'all tenants are listed by name, each once, however many': async (tenants, { tenant }) => {
    const mine = ['-b', '', 'a', '-1', ...Array.from({ length: 120 }, (_, n) => `-${n}x`)].map(tenant)
    await Promise.all(mine.map((each) => tenants.settle(each, 'sqlite')))
    await tenants.settle(tenant('a'), 'sqlite')
    const all = (await listed(tenants.all())).filter((each) => each.startsWith(tenant()))
    assert.deepEqual(all, mine.toSorted())
  },
}
