import { type Brand, err, ok, type Result } from '@awayday/kernel'
import { digestOf, type StoredRecord } from './record.ts'
import { sealIn } from './seal.ts'
import type { StoreName } from './store-name.ts'

/** Where a stream ends. Nothing can be appended at it, as it does not say who owns the next record. */
export type End = { readonly version: number; readonly digest: string }

/**
 * Where a stream ends, and which store owns its next record: the one its last seal names, of that `epoch`. Epoch 0: no seal
 * yet; `owner` is then the store that was asked. Version 0: nothing yet. Only `read` and `append` hand one out.
 */
export type Head = Brand<End & { readonly owner: StoreName; readonly epoch: number }, 'Head'>

/** The head a caller kept is not (or no longer) in this store: read from the start. */
export type StaleHead = { readonly type: 'StaleHead' }

/** A version is missing, while later ones are there: a store lost it, or a move has not brought it yet. */
export class Gap extends Error {
  override readonly name = 'Gap'
  /** The records before it. */
  readonly before: readonly StoredRecord[]
  constructor(missing: number, next: number, before: readonly StoredRecord[]) {
    super(`gap: version ${missing} is missing, ${next} follows`)
    this.before = before
  }
}

/** For adapters and routing alone: a head is a receipt of what was read or written. */
export const headAt = (owner: StoreName, end: End = { version: 0, digest: '' }, epoch = 0): Head =>
  ({ version: end.version, digest: end.digest, owner, epoch }) as Head

export const endAt = ({ version, body }: StoredRecord): End => ({ version, digest: digestOf(body) })

/** The head once these records follow, oldest first. */
export const headAfter = (head: Head, records: readonly StoredRecord[]): Head => {
  const last = records.at(-1)
  if (!last) return head
  const seal = lastSeal(records)
  return headAt(seal?.to ?? head.owner, endAt(last), seal?.epoch ?? head.epoch)
}

const lastSeal = (records: readonly StoredRecord[]) => {
  for (let n = records.length - 1; n >= 0; n--) {
    const record = records[n]
    const seal = record && sealIn(record)
    if (seal) return seal
  }
  return undefined
}

/**
 * What an adapter's `read` answers, from the records it found at `after.version` and later (or all, without `after`).
 * Throws `Gap`: a store that lost a record must never look like a shorter history.
 */
export const chain = (
  here: StoreName,
  found: readonly StoredRecord[],
  after?: Head,
): Result<{ readonly records: readonly StoredRecord[]; readonly head: Head }, StaleHead> => {
  const from = after && after.version > 0 ? after : undefined
  const known = found[0]
  if (from && (known?.version !== from.version || digestOf(known.body) !== from.digest))
    return err({ type: 'StaleHead' })
  const first = from?.version ?? 1
  found.forEach((record, n) => {
    if (record.version !== first + n) throw new Gap(first + n, record.version, found.slice(0, n))
  })
  const records = from ? found.slice(1) : found
  return ok({ records, head: headAfter(from ?? headAt(here), records) })
}
