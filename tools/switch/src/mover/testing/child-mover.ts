/** child-mover FROM TO CHECKPOINT UNITS_PER_SECOND: copies all tenants from one SQLite file into another, saying what it writes and what it has noted. */
import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { TenantId } from '@awayday/kernel'
import { openCheckpoint } from '../checkpoint.ts'
import { copyTenants } from '../copy.ts'
import { adaptiveLimiter } from '../limiter.ts'
import { writeBudget } from '../write-budget.ts'
import { place } from './pair.ts'

const [source, target, file = '', unitsPerSecond] = process.argv.slice(2)
const [from, to] = [await place('mongodb', source), await place('dynamodb', target)]
const say = (what: 'writes' | 'noted', tenant: string, collection: string, key = '') =>
  writeSync(1, `${JSON.stringify([what, `${tenant} ${collection}`, key])}\n`)

const time = { nowMs: () => performance.now(), pause: (ms: number) => pause(ms), stop: new AbortController().signal }
const checkpoint = await openCheckpoint(file, 'a move')
const tenants: { tenant: TenantId; mark: string; blank: boolean }[] = []
for await (const tenant of from.items.tenants()) tenants.push({ tenant, mark: 'first', blank: true })

await copyTenants({
  ...time,
  from,
  to: {
    ...to,
    items: {
      ...to.items,
      load: async (tenant, collection, items) => {
        say('writes', tenant, collection, items[0]?.key)
        await to.items.load(tenant, collection, items)
      },
      copy: async (tenant, collection, items) => {
        say('writes', tenant, collection, items[0]?.key)
        return to.items.copy(tenant, collection, items)
      },
    },
  },
  tenants,
  checkpoint: {
    ...checkpoint,
    advance: async (tenant, mark, collection, position) => {
      await checkpoint.advance(tenant, mark, collection, position)
      say('noted', tenant, collection, position.after)
    },
  },
  limiter: adaptiveLimiter(time.nowMs),
  budget: writeBudget(Number(unitsPerSecond), time),
})
