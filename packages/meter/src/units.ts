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

/** Sums a query page by page, each rounded by itself: `add` answers the units of a page that has just become full. */
export const pages = (consistent = true) => {
  let [page, full] = [0, 0]
  return {
    add(bytes: number): number {
      page += bytes
      if (page < PAGE_BYTES) return 0
      const units = readUnits(page, consistent)
      full++
      page = 0
      return units
    },
    /** The units of the last page; nothing if the query ended with a full one. */
    end: (): number => (page === 0 && full > 0 ? 0 : readUnits(page, consistent)),
  }
}

/** What a query over these items costs. */
export const pagedReadUnits = (sizes: readonly number[], consistent = true): number => {
  const query = pages(consistent)
  return sizes.reduce((units, bytes) => units + query.add(bytes), 0) + query.end()
}
