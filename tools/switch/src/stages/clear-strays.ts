import { type StreamName, sealIn } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { eventKey } from '@awayday/stored-items'
import type { World } from './world.ts'

/**
 * Removes from the old home the seals that are alone in their streams, and that the new home does not have: processes that had not
 * heard of the new home put them there for streams which had begun in it. A later move back would meet them as other bytes.
 */
export const clearStrays = async ({ from, to, stop }: World, tenant: TenantId): Promise<number> => {
  const lone: StreamName[] = []
  for await (const { stream, head } of from.events.heads(tenant)) if (head.version === 1) lone.push(stream.name)
  let cleared = 0
  for (const name of lone) {
    stop.throwIfAborted()
    const key = eventKey(name, 1)
    const [here] = await from.items.get(tenant, 'events', [key])
    if (!here || !sealIn({ version: 1, body: here.value })) continue
    const [there] = await to.items.get(tenant, 'events', [key])
    if (there?.value === here.value) continue
    // Only if its bytes are still those: somebody else may have cleared it, and the next move brought others.
    if (await from.side.remove(tenant, 'events', { key, fields: { body: here.value } })) cleared++
  }
  return cleared
}
