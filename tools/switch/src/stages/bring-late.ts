import { readBody, type Sealed, type StreamId, sealRecord, whole } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { bring } from '@awayday/routing'
import { eventKey, recordPlace, type StoredItem } from '@awayday/stored-items'
import type { World } from './world.ts'

/** What a call had written into the old home although the wait for it was over. `left`: the new home has something else there. */
export type Late = { readonly brought: readonly string[]; readonly left: readonly string[] }

/**
 * Brings what began in the old home after the last sweep, by calls that took longer than anybody had said: streams without a seal,
 * plain records without a mark, keys. There is none where the wait was long enough; where it was not, nothing acknowledged is lost.
 */
export const bringLate = async (world: World, tenant: TenantId, seal: Sealed): Promise<Late> => {
  const { from, to } = world
  const late: { brought: string[]; left: string[] } = { brought: [], left: [] }
  for await (const { stream } of from.events.heads(tenant)) {
    const how = await bringStream(world, stream, seal)
    if (how) late[how].push(stream.name)
  }
  for await (const page of from.items.pages(tenant, 'records'))
    for (const item of await lacking(world, tenant, page)) {
      if (await bringRecord(world, tenant, item.key, seal)) late.brought.push(item.key)
    }
  for await (const page of from.items.pages(tenant, 'registry')) await to.items.copy(tenant, 'registry', page)
  return late
}

const bringStream = async (
  { from, to, clock }: World,
  stream: StreamId,
  seal: Sealed,
): Promise<keyof Late | undefined> => {
  const { records, head } = await whole(from.events, stream)
  const last = records.at(-1)
  if (!last || head.owner !== from.name) return undefined
  const [there] = await to.items.get(stream.tenant, 'events', [eventKey(stream.name, 1)])
  if (there && there.value !== records[0]?.body) return 'left'
  const record = sealRecord(stream, seal, clock.now(), { digest: head.digest, at: readBody(last).at })
  await from.events.append(stream, head, record)
  await bring(new Map([from, to].map((store) => [store.name, store.events])), stream, from.name, to.name)
  return 'brought'
}

const lacking = async (
  { to }: World,
  tenant: TenantId,
  page: readonly StoredItem[],
): Promise<readonly StoredItem[]> => {
  const keys = page.map(({ key }) => key)
  const there = new Set((await to.items.get(tenant, 'records', keys)).map(({ key }) => key))
  return page.filter(({ key }) => !there.has(key))
}

const bringRecord = async ({ from, to }: World, tenant: TenantId, key: string, moved: Sealed): Promise<boolean> => {
  const { kind, id } = recordPlace(key)
  const record = await from.records.load(tenant, kind, id)
  if (!record) return false
  const marked = record.moved ? record : { ...record, moved, rev: record.rev + 1 }
  if (!record.moved && !(await from.records.save(tenant, marked, record.rev))) return false
  return to.records.copy(tenant, marked)
}
