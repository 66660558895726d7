import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TenantId } from '@awayday/kernel'
import { openSqlite } from '@awayday/stores/sqlite'
import { expect, test } from 'vitest'
import { company, heldBy, listOf, place, settle } from './testing/pair.ts'

/** So often is the mover killed, at random places of its copy. */
const KILLS = Number(process.env['AWAYDAY_KILLS'] ?? 20)
/** A mover begins with a second's units at once: it dies about when it has spent them, so the copy lasts as long as all lives. */
const UNITS_PER_SECOND = 200
const LONGEST_LIFE_MS = 300

const child = join(import.meta.dirname, 'testing/child-mover.ts')
type Line = readonly ['writes' | 'noted', string, string]

test(`a mover that is killed ${KILLS} times brings everything, and writes nothing again that it had noted`, {
  timeout: 60_000 + KILLS * 6_000,
}, async () => {
  await using stack = new AsyncDisposableStack()
  const folder = stack.adopt(await mkdtemp(join(tmpdir(), 'awayday-kill-')), (path) => rm(path, { recursive: true }))
  const [source, target] = [join(folder, 'source.sqlite'), join(folder, 'target.sqlite')]
  const tenants = ['acme', 'acme2', 'b'].map((tenant) => tenant as TenantId)
  const units = UNITS_PER_SECOND * KILLS
  const held = company(Math.ceil(units / tenants.length / 1.5), 'x')
  {
    await using from = await place('mongodb', source)
    await using routes = openSqlite(source)
    for (const tenant of tenants) {
      await settle(from, tenant, held)
      await routes.tenants.settle(tenant, 'mongodb')
    }
  }

  const noted = new Map<string, string>()
  let kills = 0
  const run = async (): Promise<number | null> => {
    const mover = spawn(process.execPath, [child, source, target, join(folder, 'copy.json'), `${UNITS_PER_SECOND}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const closed = once(mover, 'close')
    const before = new Map(noted)
    let dying: Promise<void> | undefined
    for await (const text of createInterface({ input: mover.stdout })) {
      const [what, where, key] = JSON.parse(text) as Line
      if (what === 'writes') expect(key > (before.get(where) ?? ''), `${where} ${key} again`).toBe(true)
      else noted.set(where, key)
      if (kills < KILLS)
        dying ??= sleep(Math.random() * LONGEST_LIFE_MS).then(() => {
          if (mover.kill('SIGKILL')) kills++
        })
    }
    await dying
    const [code] = await closed
    return code
  }
  while ((await run()) !== 0) expect(kills).toBeLessThanOrEqual(KILLS)

  expect(kills).toBeGreaterThanOrEqual(KILLS / 2)
  await using to = await place('dynamodb', target)
  for (const tenant of tenants) expect(await heldBy(to, tenant)).toEqual(listOf(held))
})
