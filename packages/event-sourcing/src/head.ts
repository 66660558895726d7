import { type Brand, err, ok, type Result } from '@awayday/kernel'
import { digestOf, type StoredRecord } from './record.ts'

/** The stores a stream can live in. */
export type StoreName = 'sqlite' | 'mongodb' | 'dynamodb'

/** Where a stream ends, and which store owns its next record. Only `read` and `append` hand one out. Version 0: nothing yet. */
export type Head = Brand<{ readonly version: number; readonly digest: string; readonly owner: StoreName }, 'Head'>

/** The head a caller kept is not (or no longer) in this store: read from the start. */
export type StaleHead = { readonly type: 'StaleHead' }

/** For adapters alone: a head is a receipt of what was read or written. */
export const headAt = (owner: StoreName, record?: StoredRecord): Head =>
  ({ version: record?.version ?? 0, digest: record ? digestOf(record.body) : '', owner }) as Head

/**
 * What an adapter's `read` answers, from the records it found at `after.version` and later (or all, without `after`).
 * Throws on a gap: a store that lost a record must never look like a shorter history.
 */
export const chain = (
  owner: StoreName,
  found: readonly StoredRecord[],
  after?: Head,
): Result<{ readonly records: readonly StoredRecord[]; readonly head: Head }, StaleHead> => {
  const from = after && after.version > 0 ? after : undefined
  const known = found[0]
  if (from && (known?.version !== from.version || digestOf(known.body) !== from.digest))
    return err({ type: 'StaleHead' })
  const first = from?.version ?? 1
  found.forEach((record, n) => {
    if (record.version !== first + n) throw new Error(`gap: version ${first + n} is missing, ${record.version} follows`)
  })
  if (!from) return ok({ records: found, head: headAt(owner, found.at(-1)) })
  return ok({ records: found.slice(1), head: found.length === 1 ? from : headAt(owner, found.at(-1)) })
}
