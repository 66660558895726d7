import { type StreamName, stream, whole } from '@awayday/event-sourcing'
import { given, listed } from '@awayday/event-sourcing/contracts'
import type { Instant, TenantId } from '@awayday/kernel'
import type { OpenStore } from '../store.ts'

const at = '2126-05-04T08:00:00.000Z' as Instant

/** Asks every port of a store every question, with something there and with nothing, and from a place in the middle of a list. */
export const everyQuestion = async (store: OpenStore): Promise<void> => {
  const { tenant: tenantOf, noted } = given()
  const tenant: TenantId = tenantOf()
  const id = stream(tenant, 'person', 'ana')
  for (const key of ['first', 'second']) {
    const { head } = await whole(store.events, id)
    await store.events.append(id, head, noted(key))
    await store.events.append(id, head, noted(key))
    await store.events.append(id, head, noted(`late ${key}`))
    await store.events.read(id, head)
  }
  await listed(store.events.heads(tenant))
  await listed(store.events.heads(tenant, 'person/ana' as StreamName))

  const nothing = await store.progress.load(id)
  await store.progress.save(nothing, { done: { project: 1 } })
  await store.progress.save(await store.progress.load(id), { done: { project: 2 } })
  await listed(store.progress.all(tenant))
  await listed(store.progress.all(tenant, 'person/ana' as StreamName))

  const key = { tenant, actor: 'ana', key: 'k1' }
  for (const digest of ['one', 'other']) await store.registry.note(key, { digest, stream: id.name }, at)

  await store.tenants.settle(tenant, store.name)
  await store.tenants.settle(tenant, store.name)
  const route = await store.tenants.route(tenant)
  if (!route) throw new Error('a tenant without a route')
  await store.tenants.reroute(tenant, { home: store.name, epoch: 1 }, route.rev)
  await listed(store.tenants.all())

  const card = { kind: 'card', id: 'ana', data: { name: 'Ana' } }
  await store.records.save(tenant, card, 0)
  await store.records.save(tenant, card, 1)
  await store.records.copy(tenant, { ...card, rev: 5 })
  await store.records.load(tenant, 'card', 'ana')
  await listed(store.records.list(tenant, 'card'))
  await listed(store.records.list(tenant, 'card', 'ana'))

  const rows = store.views('views')
  await rows.save(tenant, { id: 'leave/1', version: 1, doc: { team: 'design' } }, undefined)
  await rows.save(tenant, { id: 'leave/1', version: 2, purgeAt: at }, 1)
  await rows.load(tenant, 'leave/1')
  await listed(rows.all(tenant))
}
