import { readFileSync } from 'node:fs'
import { stoppedClock } from '@awayday/clock'
import { resolver } from '@awayday/edge'
import { costsOf } from '@awayday/event-sourcing/testing'
import { changesOf, costsIn, tableOf } from '@awayday/meter/costs'
import { expect, test } from 'vitest'
import { consumers } from '#application/consumers.ts'
import { compose } from '#composition/compose.ts'
import { furnished } from '#testing/house.ts'
import { useCases } from '#testing/use-cases.ts'
import service from '../../service.ts'
import { mutations } from './graphql/mutations.ts'
import { queries } from './graphql/queries.ts'

process.env['AWAYDAY_LOG'] = 'off'
const fields = { ...queries, ...mutations }
const table = costsIn(readFileSync(new URL('./costs.txt', import.meta.url), 'utf8'))
const env = { AWAYDAY_DATA_DIR: ':memory:', AWAYDAY_DEMO: '1', AWAYDAY_METER: 'estimate' }

/** Where a change is meant, `vitest -u` writes the table anew. */
test('every use case costs what the table says, in every call', { timeout: 60_000 }, async () => {
  const clock = stoppedClock('2026-03-02T09:00:00.000Z')
  const AWAYDAY_SECRET = 'a secret for what the directory costs'
  const house = await furnished(await compose({ ...env, AWAYDAY_SECRET }, { clock }), clock, 'costs')
  const { world, cost, costs } = costsOf(house.world, consumers)
  await useCases({ ...house, world }, resolver({ world: Promise.resolve(world), fields }), cost)
  expect.soft(changesOf(table, costs)).toEqual([])
  await expect(tableOf(costs)).toMatchFileSnapshot('costs.txt')
})

test('the table has all fields, and all functions that nobody asks for', () => {
  const asked = Object.keys(fields).map((name) => name.replace(/^.*\./, ''))
  const otherwise = ['graphql', 'session', 'demo-sign-in', 'relay', 'health'] // fields, sign-in, what follows; two small reads
  const started = Object.keys(service.functions).filter((name) => !otherwise.includes(name))
  expect([...asked, 'sign-in', 'sign-out', 'token', ...started].filter((useCase) => !(useCase in table))).toEqual([])
})
