/** Cold starts from zips, on DynamoDB: run by `pnpm bench cold` through with-servers. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dynamoTables } from '@awayday/contract-testing/servers'
import { bundle, type Format } from '@awayday/deploy/bundle'
import { functionsOf, type HostFunction } from '@awayday/host/sandbox'
import { schedule } from '@awayday/manifest'
import directory from '@awayday/service-directory'
import leave from '@awayday/service-leave'
import { createTables, openStore } from '@awayday/stores'
import { interleave, type Rival } from '../interleave.ts'
import { type Line, table } from '../report.ts'
import { firstEventOf } from './events.ts'
import { coldStart, laidOut } from './started.ts'

const ROUNDS = 31
const services = [directory, leave]

await using temporary = new AsyncDisposableStack()
const tables = temporary.use(await dynamoTables())
const folder = await mkdtemp(join(tmpdir(), 'awayday-cold-'))
temporary.defer(() => rm(folder, { recursive: true }))
const settings = {
  AWAYDAY_STORE: 'dynamodb',
  AWAYDAY_DYNAMODB_ENDPOINT: tables.endpoint,
  AWAYDAY_TABLE_PREFIX: tables.prefix,
  AWAYDAY_BUS: 'awayday',
  AWAYDAY_SECRET: 'a secret for cold starts, 32 characters',
  AWAYDAY_LOG: 'off',
}
const env = {
  ...settings,
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
}
for (const service of services) {
  await using store = await openStore(settings, service.name)
  await createTables(store, service)
}

const bare: HostFunction = {
  id: 'bare/function',
  service: 'bare',
  name: 'function',
  manifest: { on: schedule('rate(1 hour)') },
  module: pathToFileURL(join(import.meta.dirname, 'bare.ts')),
}

const started = async (fn: HostFunction, event: object, format: Format = 'split', more = {}): Promise<Rival> => {
  const { files } = await bundle(fn.module, ['dynamodb'], format)
  const where = join(folder, fn.id.replace('/', '-'), format)
  await laidOut(where, files)
  return coldStart(fn, where, { ...env, ...more }, event)
}

const functions = functionsOf(services, false)
const calling = ({ manifest: { on } }: HostFunction): boolean => on.kind === 'schedule'
const lines = (medians: Readonly<Record<string, number>>, of: readonly HostFunction[]): readonly Line[] =>
  of.map(({ id }) => ({ what: id, figure: medians[id] ?? 0, target: { atMost: 1.15 } }))

const rivals: Record<string, Rival> = {
  importing: await started(bare, {}),
  reading: await started(bare, { table: `${tables.prefix}-leave-control` }),
}
for (const fn of functions) rivals[fn.id] = await started(fn, firstEventOf(fn.manifest.on))
const medians = await interleave(rivals, ROUNDS)
const title = 'From the start of a process to its first answer, from the zip, on DynamoDB'
console.log(
  table({
    title: `${title}: nothing is read`,
    unit: 'ms',
    decimals: 0,
    floor: { what: 'a bare function that imports the same client', figure: medians['importing'] ?? 0 },
    lines: lines(
      medians,
      functions.filter((fn) => !calling(fn)),
    ),
  }),
)
console.log(
  table({
    title: `${title}: schedules, which read`,
    unit: 'ms',
    decimals: 0,
    floor: { what: 'a bare function that reads an item', figure: medians['reading'] ?? 0 },
    lines: lines(medians, functions.filter(calling)),
  }),
)

const [api] = functions.filter(({ id }) => id === 'leave/api')
if (api) {
  const event = firstEventOf(api.manifest.on)
  const formats = await interleave(
    {
      split: await started(api, event),
      esm: await started(api, event, 'esm'),
      cjs: await started(api, event, 'cjs'),
      cached: await started(api, event, 'cjs', { NODE_COMPILE_CACHE: join(folder, 'compiled') }),
    },
    ROUNDS,
  )
  console.log(
    table({
      title: 'leave/api from a cold process to its first answer, by format',
      unit: 'ms',
      decimals: 0,
      floor: { what: 'ES modules, what is asked for on demand apart', figure: formats.split },
      lines: [
        { what: 'an ES module', figure: formats.esm },
        { what: 'CommonJS', figure: formats.cjs },
        { what: 'CommonJS, with a compile cache', figure: formats.cached },
      ],
    }),
  )
}
