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
}

/**
 * Whether the record of this version was decided here, and not copied: the last seal before it says so, and without one the
 * tenant's home. What lies before a seal to here came from elsewhere, whatever has become home since.
 */
export const decidedHere = async (
  { here, home }: Place,
  { tenant }: StreamId,
  records: readonly StoredRecord[],
  version: number,
): Promise<boolean> => {
  const seals = records.flatMap((record) => {
    const seal = sealIn(record)
    return seal ? [{ ...seal, version: record.version }] : []
  })
  const before = seals.findLast((seal) => seal.version < version)
  if (before) return before.to === here
  return seals[0]?.to !== here && (await home(tenant)) === here
}
