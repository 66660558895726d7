import type { Instant, TenantId } from '@awayday/kernel'
import type { CommandMeta } from '../command.ts'

/** Who does something in a test: Ana of a tenant, with a key; the request's digest follows from the key. */
export const metaOf = (tenant: TenantId, key: string, different: Partial<CommandMeta> = {}): CommandMeta => ({
  tenant,
  actor: 'ana',
  key,
  digest: `digest of ${key}`,
  correlation: 'correlation-1',
  cause: 'request-1',
  at: '2026-05-04T08:00:00.000Z' as Instant,
  ...different,
})
