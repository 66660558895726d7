import type { TenantId } from '@awayday/kernel'
import type { Db } from 'mongodb'
import type { Tenants } from '../../tenants.port.ts'
import { MAJORITY, madeNew, standing } from './answered.ts'
import { type ControlKey, LAST, type TenantDocument } from './documents.ts'
import { listed } from './listed.ts'

/** In the control collection, under a kind of their own, so that they can be listed. */
export const mongoTenants = (db: Db, collection: string): Tenants => {
  const tenants = db.collection<TenantDocument>(collection, MAJORITY)

  return {
    async settle(tenant, home) {
      const _id = keyOf(tenant)
      if (await madeNew('tenants', () => tenants.insertOne({ _id, home }))) return home
      return (await standing('tenants', () => tenants.findOne({ _id }))).home
    },

    async *all() {
      const found = tenants.find({ _id: { $gt: keyOf(''), $lt: keyOf(LAST) } }).sort({ _id: 1 })
      yield* listed('tenants', found, ({ _id }) => _id.tenant as TenantId)
    },
  }
}

const keyOf = (tenant: string): ControlKey => ({ kind: 'tenant', tenant, name: '' })
