import type { TenantId } from '@awayday/kernel'
import { writeUnits } from '@awayday/meter/dynamodb'
import type { StoredItem } from '@awayday/stored-items'
import type { Moved } from './checkpoint.ts'

/** Items that are written together, and what that costs at most on DynamoDB. */
export type Chunk = {
  readonly tenant: TenantId
  readonly collection: Moved
  readonly items: readonly StoredItem[]
  readonly bytes: number
  readonly units: number
}

/** Cuts a page into chunks of at most so many units; one item may be more than that by itself. */
export function* chunksOf(
  tenant: TenantId,
  collection: Moved,
  page: readonly StoredItem[],
  unitsMost = CHUNK_UNITS,
): Iterable<Chunk> {
  let [items, bytes, units]: [StoredItem[], number, number] = [[], 0, 0]
  for (const item of page) {
    const itsBytes = tenant.length + item.key.length + Buffer.byteLength(item.value) + NAMES_BYTES
    const itsUnits = writeUnits(itsBytes)
    if (items.length > 0 && (units + itsUnits > unitsMost || items.length >= CHUNK_ITEMS)) {
      yield { tenant, collection, items, bytes, units }
      ;[items, bytes, units] = [[], 0, 0]
    }
    items.push(item)
    bytes += itsBytes
    units += itsUnits
  }
  if (items.length > 0) yield { tenant, collection, items, bytes, units }
}

/** Eight batches of 25. */
const CHUNK_ITEMS = 200
const CHUNK_UNITS = 1_000
/** Names of attributes and what is stored beside the value; never more than this. */
const NAMES_BYTES = 40
