import type { TenantId } from '@awayday/kernel'
import { spend } from '@awayday/meter'
import { estimatedPages, itemBytes, lastSizes, readUnits, writeUnits } from '@awayday/meter/dynamodb'
import type { PlainRecord, PlainRecords } from '../../plain-records.port.ts'
import { recordItem } from './items.ts'

/** Any records, spending what the DynamoDB adapter would; exact for who loads a record before replacing it. */
export const estimatedPlainRecords = (records: PlainRecords): PlainRecords => {
  const sizes = lastSizes()

  return {
    async load(tenant, kind, id) {
      const record = await records.load(tenant, kind, id)
      const bytes = record ? bytesOf(tenant, record) : 0
      sizes.set(`${tenant}#${kind}#${id}`, bytes)
      spend('records.load', { reads: readUnits(bytes) })
      return record
    },

    async save(tenant, record, seen) {
      const key = `${tenant}#${record.kind}#${record.id}`
      const saved = await records.save(tenant, record, seen)
      const after = saved ? bytesOf(tenant, { ...record, rev: seen + 1 }) : 0
      spend('records.save', { writes: writeUnits(sizes.get(key), after) })
      if (saved) sizes.set(key, after)
      return saved
    },

    async copy(tenant, record) {
      const key = `${tenant}#${record.kind}#${record.id}`
      const copied = await records.copy(tenant, record)
      const after = copied ? bytesOf(tenant, record) : 0
      spend('records.copy', { writes: writeUnits(sizes.get(key), after) })
      if (copied) sizes.set(key, after)
      return copied
    },

    list: (tenant, kind, after) =>
      estimatedPages('records.list', records.list(tenant, kind, after), (record) => bytesOf(tenant, record)),
  }
}

const bytesOf = (tenant: TenantId, record: PlainRecord): number => itemBytes(recordItem(tenant, record))
