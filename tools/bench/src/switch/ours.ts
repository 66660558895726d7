/** The mover as `pnpm switch copy` runs it: checked, chained to a checkpoint on the disk, limited by what the target bears. */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { storedItemsOf } from '@awayday/stored-items'
import { adaptiveLimiter, copyTenants, openCheckpoint } from '@awayday/switch/mover'
import { answering } from './rival.ts'
import { openTables, type Setting } from './tables.ts'

const { from, to, service, folder } = JSON.parse(process.argv[2] ?? '') as Setting
await using source = await openTables(from, service)
await using target = await openTables(to, service)
const [here, there] = [await storedItemsOf(source), await storedItemsOf(target)]
let copies = 0
const limiter = adaptiveLimiter(() => performance.now())

answering(async (tenants) => {
  const { items } = await copyTenants({
    nowMs: () => performance.now(),
    pause: (ms) => pause(ms),
    stop: new AbortController().signal,
    from: { name: source.name, items: here },
    to: { name: target.name, items: there },
    tenants: tenants.map((tenant) => ({ tenant, mark: 'bench', blank: true })),
    checkpoint: await openCheckpoint(join(folder, `${++copies}.json`), 'bench'),
    limiter,
  })
  return items
})
await new Promise<void>((resolve) => process.once('disconnect', resolve))
