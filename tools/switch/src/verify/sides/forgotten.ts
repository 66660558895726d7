import type { Fields } from '../side.ts'

/** From when on a store may forget a registry row, in epoch ms: its 30 days by our clock and by the store's, whichever is later. */
export const forgottenMs = (row: Fields): number =>
  Math.max(Date.parse(row['expires'] ?? '') || 0, Date.now() + 30 * 86_400_000)
