import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '@awayday/clock'
import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import { type Consumer, consumerRunner, stream, whole } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import leave from '@awayday/service-leave'
import { createTables, openStores } from '@awayday/stores'
import { expect, test } from 'vitest'
import { signatureOf } from '../stages/report.ts'
import { noted } from '../testing/on-the-move.ts'
import { readFlags } from './flags.ts'
import { runStages } from './run-stages.ts'
import { telling } from './telling.ts'

const tenants = ['acme', 'beta', 'gamma'] as TenantId[]

/** Two servers with nothing on them, and a folder. */
const ground = async () => {
  await using opened = new AsyncDisposableStack()
  const mongo = opened.use(await mongoDatabase())
  const dynamo = opened.use(await dynamoTables())
  const folder = opened.adopt(await mkdtemp(join(tmpdir(), 'awayday-switch-')), (it) => rm(it, { recursive: true }))
  const env = {
    AWAYDAY_STORE: 'mongodb',
    AWAYDAY_OTHER_STORES: 'dynamodb',
    AWAYDAY_MONGODB_URL: mongo.url,
    AWAYDAY_DYNAMODB_ENDPOINT: dynamo.endpoint,
    AWAYDAY_TABLE_PREFIX: dynamo.prefix,
    AWAYDAY_SECRET: 'a secret of the deployment that nobody knows',
  }
  const all = opened.move()
  return { env, folder, [Symbol.asyncDispose]: () => all.disposeAsync() }
}

/** A product that runs on both stores: what follows streams looks for work all the time. */
const product = async (env: NodeJS.ProcessEnv) => {
  await using opened = new AsyncDisposableStack()
  const stores = opened.use(await openStores(env, leave.name))
  for (const store of stores.all) await createTables(store, leave)
  const published: string[] = []
  const project: Consumer = { name: 'project', everywhere: true, consume: async () => {} }
  const publish: Consumer = {
    name: 'publish',
    consume: async ({ stream, record }) => void published.push(`${stream.tenant} ${stream.name} ${record.version}`),
  }
  const halt = new AbortController()
  const working = (async () => {
    while (!halt.signal.aborted) {
      for (const followed of stores.followed('views')) {
        const consumers = [project, publish, ...(followed.carry ? [followed.carry] : [])]
        const runner = consumerRunner({ ...followed, clock: systemClock, consumers })
        for await (const tenant of followed.tenants.all()) await runner.sweep(tenant)
      }
      await sleep(100)
    }
  })()
  opened.defer(async () => {
    halt.abort()
    await working
  })
  const all = opened.move()
  return { ...stores, published, [Symbol.asyncDispose]: () => all.disposeAsync() }
}

test('companies move from MongoDB to DynamoDB by the command, while people work', async () => {
  await using place = await ground()
  await using running = await product(place.env)
  for (const tenant of tenants) {
    await running.tenants.settle(tenant, running.home)
    for (let n = 1; n <= 12; n++) await noted(running, tenant, `p${n % 4}`, `${n}`, 'x'.repeat(300 * n))
    await running.records.save(tenant, { kind: 'card', id: 'ana', data: { name: 'Ana' } }, 0)
  }

  const lines: string[] = []
  const pnpmSwitch = async (...args: readonly string[]): Promise<number> => {
    const flags = readFlags(
      [...args, '--from', 'mongodb', '--to', 'dynamodb', '--service', 'leave', '--state', place.folder],
      place.env,
    )
    if (!flags) throw new Error('no flags')
    const voice = telling({ write: (line) => lines.push(line) }, systemClock, () => performance.now())
    return runStages({ flags, env: place.env, telling: voice, stop: new AbortController().signal })
  }
  const told = (step: string) => lines.map((line) => JSON.parse(line)).filter((line) => line.step === step)

  expect(await pnpmSwitch('run')).toBe(0)
  expect(told('planned')).toMatchObject(tenants.map((tenant) => ({ tenant, streams: 4, obstacles: [] })))
  expect(told('verified')).toMatchObject(tenants.map((tenant) => ({ tenant, equal: true })))
  expect(told('stopped')).toHaveLength(1)

  await noted(running, tenants[0] ?? fail(), 'p1', 'between')
  expect(await pnpmSwitch('cut-over')).toBe(0)
  expect(told('cut-over')).toMatchObject([{ epoch: 1, streams: 4 }, { streams: 4 }, { streams: 4 }])
  await noted(running, tenants[1] ?? fail(), 'p2', 'after')
  await noted(running, tenants[1] ?? fail(), 'new', 'after')
  expect(await pnpmSwitch('rollback', '--tenant', 'gamma', '--wait', '0')).toBe(0)
  expect(await pnpmSwitch('finish', '--wait', '0')).toBe(0)
  expect(told('finished').map(({ tenant }) => tenant)).toEqual(['acme', 'beta'])
  expect(await pnpmSwitch('finish', '--delete')).toBe(0)
  expect(await pnpmSwitch('status')).toBe(0)
  expect(told('status').slice(-3)).toMatchObject([
    { tenant: 'acme', home: 'dynamodb', epoch: 1 },
    { tenant: 'beta', home: 'dynamodb', epoch: 1 },
    { tenant: 'gamma', home: 'mongodb', epoch: 2 },
  ])

  const [report = '', signature = ''] = (await readFile(told('finished')[0]?.report, 'utf8')).split('\n')
  expect(JSON.parse(signature)).toEqual({ signature: signatureOf(report, place.env.AWAYDAY_SECRET) })
  const kept = await whole(running.events, stream(tenants[1] ?? fail(), 'person', 'p2'))
  expect(kept.records).toHaveLength(5) // three notes, the seal, and the note after it
  expect(running.published).toHaveLength(new Set(running.published).size)
}, 300_000)

const fail = (): never => {
  throw new Error('there is no such company')
}
