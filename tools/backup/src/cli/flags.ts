import { parseArgs } from 'node:util'
import { STORE_NAMES, type StoreName } from '@awayday/event-sourcing'
import { complaintOf, parseTenantId, type TenantId } from '@awayday/kernel'
import type { ServiceManifest } from '@awayday/manifest'
import { BackupProblem } from '../problem.ts'
import { keeping } from './keeping.ts'

/** What both commands can be told: which store, and of what. Undefined: all. */
export type Chosen = {
  readonly store: StoreName
  readonly dataDir: string
  readonly services: readonly ServiceManifest[]
  readonly tenants: ReadonlySet<TenantId> | undefined
}

export const CHOICES = `  --service <names>     only these services (comma between): ${keeping.map(({ name }) => name).join(', ')}
  --tenant <names>      only these tenants (comma between)
  --store <name>        sqlite (unless told), mongodb or dynamodb; also AWAYDAY_STORE
                        mongodb needs AWAYDAY_MONGODB_URL, dynamodb AWAYDAY_DYNAMODB_ENDPOINT or AWS's own settings
  --data-dir <folder>   where SQLite keeps its files; .awayday unless told; also AWAYDAY_DATA_DIR
  --help                prints this`

type Values = { readonly [name in 'service' | 'tenant' | 'store' | 'data-dir']?: string | undefined }

export const chosen = (given: Values, env: NodeJS.ProcessEnv): Chosen => ({
  store: storeOf('--store', given.store ?? env['AWAYDAY_STORE'] ?? 'sqlite'),
  dataDir: given['data-dir'] ?? env['AWAYDAY_DATA_DIR'] ?? '.awayday',
  services: servicesOf(given.service),
  tenants: given.tenant === undefined ? undefined : new Set(given.tenant.split(',').map(tenantOf)),
})

/** Reads a command line. A flag that is not known, or none of this command's, is a `BackupProblem`. */
export const parsed = (args: readonly string[], own: readonly ('to' | 'from' | 'drill')[]) => {
  const text = { type: 'string' } as const
  const options = { service: text, tenant: text, store: text, 'data-dir': text, to: text, from: text, drill: text }
  try {
    const { values } = parseArgs({ args: [...args], options: { ...options, help: { type: 'boolean', short: 'h' } } })
    const foreign = (['to', 'from', 'drill'] as const).find((name) => !own.includes(name) && name in values)
    if (foreign) throw new Error(`Unknown option '--${foreign}'`)
    return values
  } catch (cause) {
    throw new BackupProblem(complaintOf(cause), { cause })
  }
}

export const storeOf = (flag: string, text: string): StoreName => {
  const store = STORE_NAMES.find((each) => each === text)
  if (!store) throw new BackupProblem(`${flag} takes ${STORE_NAMES.join(', ')}, not "${text}".`)
  return store
}

const servicesOf = (text: string | undefined): readonly ServiceManifest[] => {
  const names = text?.split(',')
  const unknown = names?.find((name) => !keeping.some((service) => service.name === name))
  if (unknown !== undefined)
    throw new BackupProblem(`--service takes ${keeping.map(({ name }) => name).join(', ')}, not "${unknown}".`)
  return keeping.filter(({ name }) => !names || names.includes(name))
}

const tenantOf = (text: string): TenantId => {
  const tenant = parseTenantId(text)
  if (!tenant) throw new BackupProblem(`--tenant takes names such as acme, not "${text}".`)
  return tenant
}
