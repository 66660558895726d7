import { readUnits, writeUnits } from '@awayday/meter/dynamodb'
import { PRICES } from '@awayday/meter/prices'
import type { Collection, StoredItem } from '@awayday/stored-items'

/** Sums of a collection, or of several. */
export type Sums = {
  readonly items: number
  /** Of keys and values, in UTF-8. */
  readonly bytes: number
  /** Request units of DynamoDB: to write each once, and to read it page by page. */
  readonly writes: number
  readonly reads: number
}

export const NOTHING: Sums = { items: 0, bytes: 0, writes: 0, reads: 0 }

/** `reads` of a page of a listing: its bytes together, rounded up once. */
export const sumsOf = (tenant: string, collection: Collection, page: readonly StoredItem[]): Sums => {
  const sizes = page.map((item) => bytesOf(tenant, collection, item))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return {
    items: page.length,
    bytes,
    writes: sizes.reduce((sum, size) => sum + writeUnits(size), 0),
    reads: page.length === 0 ? 0 : readUnits(bytes),
  }
}

export const added = (a: Sums, b: Sums): Sums => ({
  items: a.items + b.items,
  bytes: a.bytes + b.bytes,
  writes: a.writes + b.writes,
  reads: a.reads + b.reads,
})

/** As an item of DynamoDB: names and values. Exact for records of streams; a few bytes too many for others. */
const bytesOf = (tenant: string, collection: Collection, { key, value }: StoredItem): number =>
  NAMES.length +
  Buffer.byteLength(tenant) +
  Buffer.byteLength(key) +
  Buffer.byteLength(value) +
  (PREFIXES[collection] ?? 0)

const NAMES = 'pkskbody'
const PREFIXES: Readonly<Record<string, number>> = { registry: 'registry#'.length, progress: 'progress#'.length }

/** US dollars, to the cent above, of reading all in `from` and writing it in `to`: 0 where neither is DynamoDB. */
export const dollarsFor = (from: string, to: string, { writes, reads }: Pick<Sums, 'writes' | 'reads'>): number => {
  const million =
    (to === 'dynamodb' ? writes * PRICES.million.writes : 0) + (from === 'dynamodb' ? reads * PRICES.million.reads : 0)
  return Math.ceil(million / 10_000) / 100
}
