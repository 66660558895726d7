import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { howOften } from '@awayday/contract-testing'
import { afterAll, describe, expect, test } from 'vitest'
import { estimated } from './estimated.ts'
import { openSqlite } from './sqlite.ts'
import type { OpenStore } from './store.ts'
import { parity } from './testing/parity.ts'
import { portCalls, tellingPorts } from './testing/port-calls.ts'

/** 100,000 lists take about four minutes of a core by themselves. */
const MINUTES = 1_200_000
const folder = mkdtempSync(join(tmpdir(), 'awayday-parity-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** One store, and the same file through two connections, each of which answers every other call of a port. */
const twice = (file: string): OpenStore => {
  const [one, other] = [openSqlite(file), openSqlite(file)]
  let calls = 0
  const inTurns = <Port extends object>(portOf: (store: OpenStore) => Port): Port =>
    new Proxy(portOf(one), { get: (_port, method) => Reflect.get(portOf(calls++ % 2 === 0 ? one : other), method) })
  return {
    ...one,
    events: inTurns(({ events }) => events),
    progress: inTurns(({ progress }) => progress),
    registry: inTurns(({ registry }) => registry),
    tenants: inTurns(({ tenants }) => tenants),
    records: inTurns(({ records }) => records),
    views: (table) => inTurns((store) => store.views(table)),
    [Symbol.asyncDispose]: async () => {
      await one[Symbol.asyncDispose]()
      await other[Symbol.asyncDispose]()
    },
  }
}

describe('SQLite answers every list of calls', () => {
  test('as it does when what DynamoDB would cost is estimated', { timeout: MINUTES }, async () => {
    await using plain = openSqlite(':memory:')
    await using counted = openSqlite(':memory:')
    const stores = { plain, estimated: estimated(counted) }
    const cases = await parity(stores, portCalls, tellingPorts('e'), { numRuns: howOften(60, 10_000, 100_000) })
    expect(Object.keys(cases).length).toBeGreaterThan(25)
  })

  test('as it does through two connections', { timeout: MINUTES }, async () => {
    await using plain = openSqlite(':memory:')
    await using two = twice(join(folder, 'two.sqlite'))
    await parity({ plain, two }, portCalls, tellingPorts('c'), { numRuns: howOften(10, 500, 2_000) })
  })
})

const saboteurs: Readonly<Record<string, (honest: OpenStore) => OpenStore>> = {
  'lists from the start whatever it is asked': (honest) => ({
    ...honest,
    records: { ...honest.records, list: (tenant, kind) => honest.records.list(tenant, kind) },
  }),
  'calls every refused append a stale head': (honest) => ({
    ...honest,
    events: {
      ...honest.events,
      append: async (...call) => {
        const appended = await honest.events.append(...call)
        return appended.ok ? appended : { ok: false, error: { type: 'StaleHead' as never } }
      },
    },
  }),
  'has no route where there is none': (honest) => ({
    ...honest,
    tenants: { ...honest.tenants, route: async (tenant) => (await honest.tenants.route(tenant)) ?? Object(null) },
  }),
  'keeps no tombstone': (honest) => ({
    ...honest,
    records: {
      ...honest.records,
      load: async (...call) => {
        const found = await honest.records.load(...call)
        return found?.data ? found : undefined
      },
    },
  }),
}

test.each(Object.entries(saboteurs))('a store that %s is found', { timeout: MINUTES }, async (_what, sabotage) => {
  await using honest = openSqlite(':memory:')
  await using other = openSqlite(':memory:')
  const tried = parity({ honest, other: sabotage(other) }, portCalls, tellingPorts('s'), { numRuns: 3_000 })
  await expect(tried).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/^other answers call \d+ not as honest: \{"method"/) },
  })
})
