import { setTimeout as sleep } from 'node:timers/promises'
import type { PersonId, TenantId } from '@awayday/kernel'
import type { Host } from '../start-host.ts'
import { resolver } from './resolve.ts'

/** Resolves when the leave service has heard of somebody's employment. The news travels by feed and bus; nothing here can hurry it. */
export const knownToLeave = async (host: Pick<Host, 'invoke'>, tenant: TenantId, person: PersonId): Promise<void> => {
  const ask = () => resolver(host, 'leave')({ tenant, person, roles: ['employee'] }, 'Query.personFacts', {})
  for (;;) {
    const { facts } = (await ask()) as { readonly facts: { readonly employment: readonly unknown[] } }
    if (facts.employment.length > 0) return
    await sleep(10)
  }
}
