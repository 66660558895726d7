import { stoppedClock } from '@awayday/clock'
import type { TenantId } from '@awayday/kernel'
import type { Manifest } from '../format/manifest.ts'
import type { Place } from '../place.ts'
import { restoreBackup } from '../restore/restore-backup.ts'
import { takeBackup } from '../take/take-backup.ts'
import { AT } from './company.ts'

const world = { clock: stoppedClock(AT), tell: () => {} }

export const taken = (place: Place, tenants: readonly TenantId[], folder: string): Promise<Manifest> =>
  takeBackup(
    tenants.map((tenant) => ({ tenant, places: [place] })),
    folder,
    world,
  )

/** Everything a folder holds, into one place. */
export const restored = async (folder: string, place: Place): Promise<void> => {
  await restoreBackup(folder, async (parts) => parts.map((part) => ({ part, place })), world)
}
