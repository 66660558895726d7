/** A write unit is 1 KB of the larger of the item before and after; a refused condition still consumes the item it met. */
export const writeUnits = (...bytes: readonly number[]): number => Math.max(1, Math.ceil(Math.max(...bytes) / 1024))

/**
 * A read unit is 4 KB read strongly; half of that if it may be stale. A query sums its items and then rounds; nothing
 * found costs as much as something small. What a projection or `COUNT` leaves out is paid all the same.
 */
export const readUnits = (bytes: number, consistent = true): number =>
  Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5)

/** A query's page ends with the item that takes it past 1 MB. */
export const PAGE_BYTES = 1_048_576

/** What a query over these items costs, page by page, each rounded by itself. The page that finds the end may be empty. */
export const pagedReadUnits = (sizes: Iterable<number>, consistent = true): number => {
  let units = 0
  let page = 0
  for (const bytes of sizes) {
    page += bytes
    if (page < PAGE_BYTES) continue
    units += readUnits(page, consistent)
    page = 0
  }
  return units + readUnits(page, consistent)
}
