import type { TenantId } from '@awayday/kernel'
import { spend } from '@awayday/meter'
import { estimatedPages, itemBytes, lastSizes, readUnits, writeUnits } from '@awayday/meter/dynamodb'
import type { ViewRow, ViewRows } from '../../../view-rows.port.ts'
import { viewItem } from '../items.ts'

/** Any rows, spending what the DynamoDB adapter would; exact for who loads a row before saving it, as projections do. */
export const estimatedViewRows = (rows: ViewRows): ViewRows => {
  const sizes = lastSizes()

  return {
    async load(tenant, id) {
      const row = await rows.load(tenant, id)
      const bytes = row ? bytesOf(tenant, row) : 0
      sizes.set(`${tenant}#${id}`, bytes)
      spend('rows.load', { reads: readUnits(bytes) })
      return row
    },

    async save(tenant, row, seen) {
      const key = `${tenant}#${row.id}`
      const saved = await rows.save(tenant, row, seen)
      const after = saved ? bytesOf(tenant, row) : 0
      spend('rows.save', { writes: writeUnits(sizes.get(key), after) })
      if (saved) sizes.set(key, after)
      return saved
    },

    all: (tenant) => estimatedPages('rows.all', rows.all(tenant), (row) => bytesOf(tenant, row)),
  }
}

const bytesOf = (tenant: TenantId, row: ViewRow): number => itemBytes(viewItem(tenant, row))
