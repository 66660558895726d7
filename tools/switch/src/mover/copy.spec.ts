import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StoreUnavailable } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import type { StoredItems } from '@awayday/stored-items'
import { afterAll, describe, expect, test } from 'vitest'
import { openCheckpoint } from './checkpoint.ts'
import { type Copy, copyTenants } from './copy.ts'
import { adaptiveLimiter } from './limiter.ts'
import type { Progress } from './progress.ts'
import { company, heldBy, listOf, place, settle } from './testing/pair.ts'
import { virtualTime } from './testing/virtual-time.ts'
import { writeBudget } from './write-budget.ts'

const folder = await mkdtemp(join(tmpdir(), 'awayday-copy-'))
afterAll(() => rm(folder, { recursive: true }))
let files = 0

const tenants = ['acme', 'acme2', 'b', 'c'].map((tenant) => tenant as TenantId)
const acme = 'acme' as TenantId

/** Four companies in MongoDB's place, nothing in DynamoDB's, and a copy between them. */
const moving = async (events = 600) => {
  const [from, to] = [await place('mongodb'), await place('dynamodb')]
  for (const tenant of tenants) await settle(from, tenant, company(events))
  const time = virtualTime()
  const written: string[] = []
  const noting = (items: StoredItems): StoredItems => ({
    ...items,
    load: (tenant, collection, all) => {
      written.push(...all.map(({ key }) => `${tenant} ${collection} ${key}`))
      return items.load(tenant, collection, all)
    },
    copy: (tenant, collection, all) => {
      written.push(...all.map(({ key }) => `${tenant} ${collection} ${key}`))
      return items.copy(tenant, collection, all)
    },
  })
  const file = join(folder, `${++files}.json`)
  const copy = async (with_: Partial<Copy> = {}): Promise<Progress> =>
    copyTenants({
      ...time,
      from,
      to: { ...to, items: noting(to.items) },
      limiter: adaptiveLimiter(time.nowMs),
      tenants: tenants.map((tenant) => ({ tenant, mark: 'first', blank: true })),
      checkpoint: await openCheckpoint(file, 'a move'),
      ...with_,
    })
  return { from, to, time, written, noting, copy }
}

const all = company(600)
const each = all.events.length + all.records.length + all.registry.length

describe('a copy', () => {
  test('brings everything of every tenant, byte for byte, and does nothing when it is called again', async () => {
    const { to, copy, written } = await moving()
    const progress: Progress[] = []
    expect(await copy({ tell: (one) => progress.push(one), total: 4 * each })).toMatchObject({
      items: 4 * each,
      tenantsDone: 4,
    })
    expect(progress.at(-1)).toMatchObject({ items: 4 * each })
    for (const tenant of tenants) expect(await heldBy(to, tenant)).toEqual(listOf(all))
    expect(written).toHaveLength(4 * each)
    expect(await copy()).toMatchObject({ items: 4 * each, tenantsDone: 4 })
    expect(written).toHaveLength(4 * each)
  })

  test('that is stopped goes on behind what it has written', async () => {
    const { to, copy, written, noting } = await moving()
    let tries = 0
    for (; ; tries++) {
      const stop = new AbortController()
      let chunks = 0
      const items = noting(to.items)
      const dying: StoredItems = {
        ...items,
        load: async (...some) => {
          if (++chunks === 3) stop.abort(new Error('stopped'))
          return items.load(...some)
        },
      }
      const copied = await copy({ stop: stop.signal, to: { ...to, items: dying } }).catch(
        (trouble: Error) => trouble.message,
      )
      if (copied !== 'stopped') break
      expect(tries).toBeLessThan(20)
    }
    for (const tenant of tenants) expect(await heldBy(to, tenant)).toEqual(listOf(all))
    expect(new Set(written).size).toBe(4 * each)
    // Of each of four tenants at most two chunks were on their way, of 200 at most.
    expect(written.length - 4 * each).toBeLessThanOrEqual(tries * 4 * 2 * 200)
    expect(tries).toBeGreaterThan(1)
  })

  test('of another capture begins anew', async () => {
    const { copy, written } = await moving()
    await copy()
    await copy({ tenants: [{ tenant: acme, mark: 'second', blank: true }] })
    expect(written).toHaveLength(5 * each)
  })

  test('into a place that holds something looks before it writes, and names what is different', async () => {
    const { to, copy } = await moving()
    const [first = expect.fail(), second = expect.fail()] = all.events
    await to.items.load(acme, 'events', [first, { ...second, value: '{"other":true}' }])
    const blank = false
    await expect(copy({ tenants: [{ tenant: acme, mark: 'first', blank }] })).rejects.toThrow(
      `Diverged: mongodb and dynamodb hold different events of acme under ${second.key}. Nothing was written over it.`,
    )
    expect((await to.items.get(acme, 'events', [second.key]))[0]?.value).toBe('{"other":true}')
    await to.items.remove(acme, 'events', [second.key])
    await copy({ tenants: [{ tenant: acme, mark: 'first', blank }] })
    expect(await heldBy(to, acme)).toEqual(listOf(all))
  })

  test('never undoes what was written to a card in the target since', async () => {
    const { to, copy } = await moving()
    const [card = expect.fail()] = all.records
    const newer = { key: card.key, value: '{"rev":99,"data":{}}' }
    await to.items.load(acme, 'records', [newer])
    await copy()
    expect(await to.items.get(acme, 'records', [card.key])).toEqual([newer])
  })

  test('waits for a store that has no time, and ends when that takes too long', async () => {
    const { to, time, copy } = await moving(60)
    const busyUntil = (untilMs: number): StoredItems => ({
      ...to.items,
      load: async (...some) => {
        await time.pause(10)
        if (time.nowMs() < untilMs) throw new StoreUnavailable('throttled')
        return to.items.load(...some)
      },
    })
    await expect(time.run(copy({ to: { ...to, items: busyUntil(900_000) } }))).rejects.toThrow('throttled')
    expect(time.nowMs()).toBeLessThan(400_000)
    await time.run(copy({ to: { ...to, items: busyUntil(time.nowMs() + 60_000) } }))
    for (const tenant of tenants) expect(await heldBy(to, tenant)).toEqual(listOf(company(60)))
  })

  test('spends no more write units a second than it is told', async () => {
    const { to, time, copy } = await moving(200)
    const spent: { readonly atMs: number; readonly units: number }[] = []
    const counting: StoredItems = {
      ...to.items,
      load: async (tenant, collection, some) => {
        spent.push({ atMs: time.nowMs(), units: some.length })
        return to.items.load(tenant, collection, some)
      },
      copy: async (tenant, collection, some) => {
        spent.push({ atMs: time.nowMs(), units: some.length })
        return to.items.copy(tenant, collection, some)
      },
    }
    await time.run(copy({ to: { ...to, items: counting }, budget: writeBudget(40, time) }))
    for (const { atMs } of spent) {
      const second = spent.filter((one) => one.atMs > atMs - 1_000 && one.atMs <= atMs)
      expect(second.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(40)
    }
    for (const tenant of tenants) expect(await heldBy(to, tenant)).toEqual(listOf(company(200)))
  })
})
