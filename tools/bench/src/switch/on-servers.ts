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
const TENANTS = 200
/** The first turn warms up: DynamoDB Local needs some thousand calls before its speed settles. */
const TURNS = 5
const STREAM = 25
const SERVICE = 'bench'

await using stack = new AsyncDisposableStack()
const mongo = stack.use(await mongoDatabase())
const [bareTables, ourTables] = [stack.use(await dynamoTables()), stack.use(await dynamoTables())]
const folder = stack.adopt(await mkdtemp(join(tmpdir(), 'awayday-bench-')), (path) => rm(path, { recursive: true }))

const from = { AWAYDAY_STORE: 'mongodb', AWAYDAY_MONGODB_URL: mongo.url }
const to = ({ endpoint, prefix }: typeof bareTables) => ({
  AWAYDAY_STORE: 'dynamodb',
  AWAYDAY_DYNAMODB_ENDPOINT: endpoint,
  AWAYDAY_TABLE_PREFIX: prefix,
})
const setting = (tables: typeof bareTables): Setting => ({ from, to: to(tables), service: SERVICE, folder })

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

const bare = stack.use(rival(join(import.meta.dirname, 'bare.ts'), setting(bareTables)))
const ours = stack.use(rival(join(import.meta.dirname, 'ours.ts'), setting(ourTables)))
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
