import type { Route, StoreName } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import type { PlainRecord, PlainRecords } from '@awayday/plain-records'
import { inStore, type Known } from './known.ts'
import { furthest } from './merged.ts'
import type { Routes } from './routes.ts'

type World = { readonly stores: Known<PlainRecords>; readonly routes: Routes }
type Name = { readonly tenant: TenantId; readonly kind: string; readonly id: string }
/** The store that decides about a record, and the record there. */
type Deciding = { readonly store: StoreName; readonly record: PlainRecord | undefined }

/**
 * Plain records over several stores: one is made in the tenant's home, and a mark hands it over to where the tenant goes. Who
 * meets a mark takes the record along. Marks are our own affair: nobody outside is shown one.
 */
export const routedPlainRecords = (world: World): PlainRecords => {
  const { stores, routes } = world
  const [alone] = stores.size === 1 ? stores.values() : []
  if (alone) return alone

  return {
    async load(tenant, kind, id) {
      const { record } = await deciding(world, await routes.of(tenant), { tenant, kind, id })
      return record && unmarked(record)
    },

    async save(tenant, record, seen) {
      const route = await routes.of(tenant)
      const { store, record: standing } = await deciding(world, route, { tenant, ...record })
      if ((standing?.rev ?? 0) !== seen) return false
      const { home, to = home } = route
      if (!standing && to !== home) return made(world, route, tenant, record)
      const mark = standing?.moved ? { moved: standing.moved } : {}
      return inStore(stores, store).save(tenant, { ...record, ...mark }, seen)
    },

    copy: async (tenant, record) => inStore(stores, (await routes.of(tenant)).home).copy(tenant, record),

    async *list(tenant, kind, after) {
      const { home, to } = await routes.now(tenant)
      const listing = to
        ? furthest(
            [...stores.values()].map((store) => store.list(tenant, kind, after)),
            { key: idOf, at: revOf },
          )
        : inStore(stores, home).list(tenant, kind, after)
      for await (const record of listing) yield unmarked(record)
    },
  }
}

/** Where all go to, once the announced move has marked the record; else in home, and on from mark to mark. */
export const deciding = async ({ stores }: World, { home, to = home, epoch }: Route, name: Name): Promise<Deciding> => {
  const { tenant, kind, id } = name
  const load = (store: StoreName) => inStore(stores, store).load(tenant, kind, id)
  const there = to === home ? undefined : await load(to)
  if (there?.moved?.epoch === epoch && there.moved.to === to) return { store: to, record: there }
  let store = home
  let record = await load(home)
  if (there && !record) return { store: to, record: there } // made when that was home already, as this process has not heard yet
  while (record?.moved && record.moved.to !== store) {
    const marked = record
    store = marked.moved?.to ?? store
    record = await load(store)
    if (record && record.rev >= marked.rev) continue
    await inStore(stores, store).copy(tenant, marked)
    record = await load(store)
  }
  return { store, record }
}

/** A new record under an announced move: decided in home, with the mark on it from the start. One that `to` has without a mark was made when that was home already. */
const made = async (
  { stores }: World,
  { home, to = home, epoch }: Route,
  tenant: TenantId,
  record: Omit<PlainRecord, 'rev'>,
): Promise<boolean> => {
  const marked = { ...record, moved: { epoch, to } }
  if (!(await inStore(stores, home).save(tenant, marked, 0))) return false
  if (await inStore(stores, to).copy(tenant, { ...marked, rev: 1 })) return true
  const there = await inStore(stores, to).load(tenant, record.kind, record.id)
  return (there?.moved?.epoch ?? 0) >= epoch // ours, or what has become of it since
}

const idOf = ({ id }: PlainRecord): string => id
const revOf = ({ rev }: PlainRecord): number => rev
const unmarked = ({ moved: _, ...record }: PlainRecord): PlainRecord => record
