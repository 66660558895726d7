import type { TenantId } from '@awayday/kernel'
import type { Collection } from '@awayday/stored-items'
import { SwitchProblem } from '../problem.ts'
import { isLedger } from './shadow-ledger.ts'
import type { World } from './world.ts'

/** Copies what the target lacks of a collection, or has older. Something else of the same age in the way ends it, by name. */
export const copyCollection = async (
  { from, to, stop }: World,
  tenant: TenantId,
  collection: Collection,
): Promise<void> => {
  for await (const page of from.items.pages(tenant, collection)) {
    stop.throwIfAborted()
    const [clash] = await to.items.copy(
      tenant,
      collection,
      page.filter(({ key }) => !isLedger(key)),
    )
    if (clash)
      throw new SwitchProblem(
        `Diverged: ${from.name} and ${to.name} hold different ${collection} of ${tenant} under ${clash.key}. Nothing was written over it. See "What to do when it says Diverged" in docs/switch.md.`,
      )
  }
}
