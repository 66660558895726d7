import { canonical, placeOf } from './canonical.ts'
import { type End, type Flaw, follow, START } from './chain.ts'
import { type DigestTree, digesting } from './digest-tree.ts'
import type { Collection, Item, Side } from './side.ts'

/** Which items are compared: of both stores the same, whatever has happened since. */
export type Counted = (item: Item) => boolean

/** What one store has of a collection, as far as it is compared. */
export const treeOf = async (
  side: Side,
  tenant: string,
  collection: Collection,
  counted: Counted,
): Promise<DigestTree> => {
  const tree = digesting()
  for await (const page of side.pages(tenant, collection))
    for (const item of page) if (counted(item)) tree.add(item.key, canonical(collection, item.fields))
  return tree.done()
}

/** The heads of a tenant's streams as the source's own scan saw them, and every record that does not follow the one before it. */
export type Streams = {
  readonly ends: ReadonlyMap<string, End>
  readonly flawed: readonly { readonly key: string; readonly flaw: Flaw }[]
}

/** Watches a scan of events go by. A scan sees the records of a stream by version, so what it saw of one is its beginning. */
export const watching = (atMost: number): { see(item: Item): void; readonly streams: Streams } => {
  const ends = new Map<string, End>()
  const flawed: { key: string; flaw: Flaw }[] = []
  return {
    streams: { ends, flawed },
    see({ key, fields }) {
      const { stream, version } = placeOf(key)
      const { end, flaw } = follow(ends.get(stream) ?? START, version, fields['body'] ?? '')
      ends.set(stream, end)
      if (flaw && flawed.length < atMost) flawed.push({ key, flaw })
    },
  }
}
