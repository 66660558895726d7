import type { StoredItem } from './stored-items.port.ts'

export const PAGE_ITEMS = 1_000
const PAGE_BYTES = 1_048_576

/** Counts a page as it grows, and says after each item whether it is the page's last. */
export const endsPage = () => {
  let [items, bytes] = [0, 0]
  return ({ key, value }: StoredItem): boolean => {
    items++
    bytes += key.length + value.length // near enough: the bodies of ours are ASCII but for the odd letter
    return items >= PAGE_ITEMS || bytes >= PAGE_BYTES
  }
}

/** A list in parts of at most so many. */
export function* parts<T>(all: readonly T[], most: number): Iterable<readonly T[]> {
  for (let from = 0; from < all.length; from += most) yield all.slice(from, from + most)
}
