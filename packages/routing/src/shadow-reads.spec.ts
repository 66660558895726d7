import type { Route, StoreName } from '@awayday/event-sourcing'
import { openDatabase } from '@awayday/event-sourcing/sqlite'
import type { TenantId } from '@awayday/kernel'
import { spend } from '@awayday/meter'
import { sqlitePlainRecords } from '@awayday/plain-records/sqlite'
import { afterEach, describe, expect, test } from 'vitest'
import { routedViews } from './routed-views.ts'
import { LEDGER_KIND, shadowReads } from './shadow-reads.ts'

const acme = 'acme' as TenantId
const opened: { close(): void }[] = []
afterEach(() => {
  for (const db of opened.splice(0)) db.close()
})

type Views = { people(tenant: TenantId, team?: string): Promise<readonly unknown[]> }

/** A product that reads in MongoDB, and compares with DynamoDB; time passes as fast as it can. */
const product = (here: Views['people'], there: Views['people'], percent = 100) => {
  const db = openDatabase(':memory:')
  opened.push(db)
  const records = sqlitePlainRecords(db)
  let [ms, pauses] = [0, 0]
  const shadows = shadowReads({
    records: new Map([['dynamodb' as StoreName, records]]),
    process: 'p1',
    nowMs: () => ms++,
    pause: async () => {
      pauses++
    },
  })
  const route: Route = { home: 'mongodb', epoch: 0, shadow: { store: 'dynamodb', percent, run: 'r1' } }
  const asking = async () => route
  const stores = new Map<StoreName, Views>([
    ['mongodb', { people: here }],
    ['dynamodb', { people: there }],
  ])
  return {
    views: routedViews(
      stores,
      { of: asking, now: asking, row: async () => ({ ...route, rev: 1 }), nowMs: () => 0 },
      shadows,
    ),
    /** What was written down, once nothing is on its way any more. */
    async told() {
      for (let quiet = 0, before = -1; quiet < 5; quiet = pauses === before ? quiet + 1 : 0) {
        before = pauses
        await new Promise((resolve) => setImmediate(resolve))
      }
      return (await records.load(acme, LEDGER_KIND, 'r1:p1'))?.data
    },
  }
}

describe('reads that are compared', () => {
  test('are answered from where they were, whatever the other store says and in whatever order', async () => {
    const { views, told } = product(
      async () => [{ id: 'ana', days: [1, 2] }, { id: 'ben' }],
      async () => [{ id: 'ben' }, { days: [1, 2], id: 'ana' }],
    )
    expect(await views.people(acme)).toEqual([{ id: 'ana', days: [1, 2] }, { id: 'ben' }])
    expect(await told()).toMatchObject({ asked: 1, alike: 1, different: 0, failed: 0, mismatches: [] })
  })

  test('are told by digests when they stay different', async () => {
    const { views, told } = product(
      async () => [{ id: 'ana' }, { id: 'ben' }],
      async () => [{ id: 'ana' }],
    )
    await views.people(acme, 'sales')
    expect(await told()).toMatchObject({
      asked: 1,
      alike: 0,
      different: 1,
      mismatches: [{ question: 'people', here: { rows: 2 }, there: { rows: 1 } }],
    })
    expect(JSON.stringify(await told())).not.toMatch(/ana|sales/)
  })

  test('are no mismatch when the other store follows a moment later', async () => {
    let looks = 0
    const { views, told } = product(
      async () => [{ id: 'ana' }],
      async () => (looks++ > 0 ? [{ id: 'ana' }] : []),
    )
    await views.people(acme)
    expect(await told()).toMatchObject({ asked: 1, alike: 1, different: 0 })
  })

  test('are no mismatch while they keep changing', async () => {
    let now = 0
    const { views, told } = product(
      async () => [{ at: now++ }],
      async () => [],
    )
    await views.people(acme)
    expect(await told()).toMatchObject({ asked: 1, unsettled: 1, different: 0 })
  })

  test('are not harmed by a store that fails', async () => {
    const { views, told } = product(
      async () => [],
      async () => {
        throw new Error('down')
      },
    )
    expect(await views.people(acme)).toEqual([])
    expect(await told()).toMatchObject({ asked: 1, failed: 1 })
  })

  test('are sampled evenly', async () => {
    let asked = 0
    const { views, told } = product(
      async () => [],
      async () => {
        asked++
        return []
      },
      25,
    )
    for (let n = 0; n < 100; n++) {
      await views.people(acme)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await told()
    expect(asked).toBe(25)
  })

  test('tell what each store spent', async () => {
    const { views, told } = product(
      async () => {
        spend('views.people', { reads: 2 })
        return []
      },
      async () => {
        spend('views.people', { reads: 3 })
        return []
      },
    )
    await views.people(acme)
    expect(await told()).toMatchObject({ hereReads: 2, thereReads: 3 })
  })
})
