import type { TenantId } from '@awayday/kernel'
import { inStore, type Known } from './known.ts'
import type { Routes } from './routes.ts'
import type { ShadowReads } from './shadow-reads.ts'

/** A read model's port: questions about one tenant, which comes first. */
type Asked = Readonly<Record<string, (tenant: TenantId, ...rest: never[]) => Promise<unknown>>>

/**
 * Asks each tenant's views in the store they are read from: home's, until a move has filled those of its target. Where the route
 * says so, some questions are asked in another store as well, after they were answered.
 */
export const routedViews = <Views extends object>(
  stores: Known<Views>,
  routes: Routes,
  shadows?: ShadowReads,
): Views => {
  const [alone] = stores.size === 1 ? stores.values() : []
  if (alone) return alone
  const [any] = stores.values()
  const ask =
    (question: string) =>
    async (tenant: TenantId, ...rest: never[]): Promise<unknown> => {
      const { home, reads = home, shadow } = await routes.of(tenant)
      const here = async () => (inStore(stores, reads) as Asked)[question]?.(tenant, ...rest)
      const other = shadow && shadow.store !== reads ? (stores.get(shadow.store) as Asked | undefined) : undefined
      if (!shadow || !other || !shadows) return here()
      const there = async () => other[question]?.(tenant, ...rest)
      return shadows.ask({ tenant, question, args: rest }, shadow, here, there)
    }
  return Object.fromEntries(Object.keys(any ?? {}).map((question) => [question, ask(question)])) as Views
}
