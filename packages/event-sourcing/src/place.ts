import type { TenantId } from '@awayday/kernel'
import type { StoredRecord } from './record.ts'
import { sealIn } from './seal.ts'
import type { StoreName } from './store-name.ts'
import type { StreamId } from './stream.ts'

/** Which of several stores somebody works in, where tenants may have come from another. */
export type Place = {
  readonly here: StoreName
  /** Where the tenant's streams begin. */
  home(tenant: TenantId): Promise<StoreName>
  /** `anew` of the tenant's row here, as it stands. */
  anew(tenant: TenantId): Promise<number | undefined>
}

/**
 * Whether the record of this version was decided here, and not copied: the last seal before it says so, and without one the
 * tenant's home. What lies before a seal to here came from elsewhere, whatever has become home since; and what was decided here
 * before the tenant left and came back `anew` is a copy by now.
 */
export const decidedHere = async (
  { here, home, anew }: Place,
  { tenant }: StreamId,
  records: readonly StoredRecord[],
  version: number,
): Promise<boolean> => {
  const seals = records.flatMap((record) => {
    const seal = sealIn(record)
    return seal ? [{ ...seal, version: record.version }] : []
  })
  const before = seals.findLast((seal) => seal.version < version)
  const isSince = async (epoch: number): Promise<boolean> => epoch > ((await anew(tenant)) ?? 0)
  if (before) return before.to === here && isSince(before.epoch)
  const [left] = seals
  return left?.to !== here && (await home(tenant)) === here && (!left || isSince(left.epoch))
}
