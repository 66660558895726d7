import type { TenantId } from '@awayday/kernel'
import type { Db } from 'mongodb'
import { routeRow, routeText } from '../../route-text.ts'
import type { Route, Tenants } from '../../tenants.port.ts'
import { answered, MAJORITY, madeNew, standing } from './answered.ts'
import { type ControlKey, LAST, type TenantDocument } from './documents.ts'
import { listed } from './listed.ts'

/** In the control collection, under a kind of their own, so that they can be listed. */
export const mongoTenants = (db: Db, collection: string): Tenants => {
  const tenants = db.collection<TenantDocument>(collection, MAJORITY)

  return {
    async settle(tenant, home) {
      const _id = keyOf(tenant)
      if (await madeNew('tenants', () => tenants.insertOne({ _id, ...content({ home, epoch: 0 }, 1) }))) return home
      return (await standing('tenants', () => tenants.findOne({ _id }))).home
    },

    async route(tenant) {
      const found = await answered('tenants', () => tenants.findOne({ _id: keyOf(tenant) }))
      return found ? routeRow(found.home, found.rev, found.route) : undefined
    },

    async reroute(tenant, route, seen) {
      const _id = keyOf(tenant)
      const next = content(route, seen + 1)
      if (seen === 0) return madeNew('tenants', () => tenants.insertOne({ _id, ...next }))
      const { matchedCount } = await answered('tenants', () => tenants.replaceOne({ _id, rev: seen }, next))
      return matchedCount === 1
    },

    async *all() {
      const found = tenants.find({ _id: { $gt: keyOf(''), $lt: keyOf(LAST) } }).sort({ _id: 1 })
      yield* listed('tenants', found, ({ _id }) => _id.tenant as TenantId)
    },
  }
}

const content = ({ home, ...rest }: Route, rev: number): Omit<TenantDocument, '_id'> => {
  const route = routeText(rest)
  return { home, rev, ...(route ? { route } : {}) }
}

const keyOf = (tenant: string): ControlKey => ({ kind: 'tenant', tenant, name: '' })
