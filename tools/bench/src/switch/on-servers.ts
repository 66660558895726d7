/** Moves the same companies from MongoDB to DynamoDB twice, by a bare loop and by ours, in turns. Run through with-servers. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dynamoTables, mongoDatabase } from '@awayday/contract-testing/servers'
import { inTurns, type TenantId } from '@awayday/kernel'
import { storedItemsOf } from '@awayday/stored-items'
import { request } from '../append/record.ts'
import { table } from '../report.ts'
import { rival } from './rival.ts'
import { type Answered, openTables, type Setting } from './tables.ts'

const EVENTS = Number(process.env['AWAYDAY_BENCH_EVENTS'] ?? 50_000)
/** A million is 200 companies of 5,000; fewer events are fewer companies, of about that size. */
const TENANTS = Math.min(200, Math.max(20, Math.ceil(EVENTS / 5_000)))
/** The first turn warms up: DynamoDB Local needs some thousand calls before its speed settles. */
const TURNS = 5
const STREAM = 25
const SERVICE = 'bench'

await using stack = new AsyncDisposableStack()
const mongo = stack.use(await mongoDatabase())
const dynamo = stack.use(await dynamoTables())
const folder = stack.adopt(await mkdtemp(join(tmpdir(), 'awayday-bench-')), (path) => rm(path, { recursive: true }))

const from = { AWAYDAY_STORE: 'mongodb', AWAYDAY_MONGODB_URL: mongo.url }
const to = {
  AWAYDAY_STORE: 'dynamodb',
  AWAYDAY_DYNAMODB_ENDPOINT: dynamo.endpoint,
  AWAYDAY_TABLE_PREFIX: dynamo.prefix,
}
const setting: Setting = { from, to, service: SERVICE, folder }

/** Companies of as many records each, in streams of some. */
const tenants = Array.from({ length: TENANTS }, (_, n) => `company-${n}` as TenantId)
const filled = async (): Promise<void> => {
  await using source = await openTables(from, SERVICE)
  const items = await storedItemsOf(source)
  const records = Array.from({ length: Math.ceil(EVENTS / TENANTS) }, (_, n) => ({
    key: `person/p${Math.floor(n / STREAM)}#${String((n % STREAM) + 1).padStart(10, '0')}`,
    value: request(n, 'prev'.padEnd(43, '0')).body,
  }))
  await inTurns(tenants, (tenant) => items.load(tenant, 'events', records), { width: 4 })
}
await filled()

const bare = stack.use(rival(join(import.meta.dirname, 'bare.ts'), setting))
const ours = stack.use(rival(join(import.meta.dirname, 'ours.ts'), setting))
const moved: Record<'bare' | 'ours', Answered[]> = { bare: [], ours: [] }
for (let turn = 0; turn < TURNS; turn++) {
  const part = tenants.filter((_, n) => n % TURNS === turn)
  moved.bare.push(await bare.move(part))
  moved.ours.push(await ours.move(part))
}

const rate = (answers: readonly Answered[]): number => {
  const counted = answers.slice(1)
  const sum = (of: 'events' | 'ms') => counted.reduce((all, one) => all + one[of], 0)
  return (sum('events') * 1_000) / sum('ms')
}
const peak = Math.max(...moved.ours.map(({ peakBytes }) => peakBytes)) / 1_000_000
console.log(
  table({
    title: `${EVENTS} events of ${TENANTS} companies from MongoDB to DynamoDB`,
    unit: '/s',
    decimals: 0,
    floor: { what: 'a bare loop: a cursor a company, BatchWriteItem', figure: rate(moved.bare) },
    lines: [{ what: 'ours: pnpm switch copy', figure: rate(moved.ours), target: { atLeast: 0.7 } }],
  }),
)
console.log(`  its memory at most: ${peak.toFixed(0)} MB  ${peak < 300 ? 'kept' : 'MISSED'}: below 300\n`)
