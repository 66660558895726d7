import type { TenantId } from '@awayday/kernel'
import type { EventBridgeEvent } from '../../eventbridge-event.ts'
import type { LocalBus } from './bus.ts'

/** Everything the local bus holds for a tenant. */
export const acceptedBy =
  ({ db }: LocalBus) =>
  async (tenant: TenantId): Promise<readonly EventBridgeEvent[]> =>
    db
      .prepare(`SELECT body FROM event WHERE body ->> '$.detail.tenant' = ? ORDER BY position`)
      .all(tenant)
      .map((row) => JSON.parse(row['body'] as string) as EventBridgeEvent)
