import type { TenantId } from '@awayday/kernel'
import { inStore, type Known } from './known.ts'
import type { Routes } from './routes.ts'

/** A read model's port: questions about one tenant, which comes first. */
type Asked = Readonly<Record<string, (tenant: TenantId, ...rest: never[]) => Promise<unknown>>>

/** Asks each tenant's views in the store they are read from: home's, until a move has filled those of its target. */
export const routedViews = <Views extends object>(stores: Known<Views>, routes: Routes): Views => {
  const [alone] = stores.size === 1 ? stores.values() : []
  if (alone) return alone
  const [any] = stores.values()
  const ask =
    (question: string) =>
    async (tenant: TenantId, ...rest: never[]): Promise<unknown> => {
      const { home, reads = home } = await routes.of(tenant)
      return (inStore(stores, reads) as Asked)[question]?.(tenant, ...rest)
    }
  return Object.fromEntries(Object.keys(any ?? {}).map((question) => [question, ask(question)])) as Views
}
