import { canonical } from './canonical.ts'
import type { Pair } from './difference.ts'
import { bucketOf, type DigestTree, digestOf } from './digest-tree.ts'
import type { Counted } from './reading.ts'
import type { Collection, Side } from './side.ts'

/** So many keys of the source are held at a time, whatever the number that differs. */
const HELD = 50_000

/** The keys in these buckets that the two stores do not hold alike: a second scan of both, a few buckets at a time. */
export async function* suspects(
  { source, target, tenant }: Pair,
  collection: Collection,
  { sizes }: DigestTree,
  buckets: readonly number[],
  counted: Counted,
): AsyncIterable<string> {
  for (const some of groupsOf(buckets, sizes)) {
    const mine = new Map<string, string>()
    for await (const { key, digest } of within(source, tenant, collection, some, counted)) mine.set(key, digest)
    for await (const { key, digest } of within(target, tenant, collection, some, counted)) {
      if (mine.get(key) !== digest) yield key
      mine.delete(key)
    }
    yield* mine.keys()
  }
}

async function* within(
  side: Side,
  tenant: string,
  collection: Collection,
  buckets: ReadonlySet<number>,
  counted: Counted,
): AsyncIterable<{ readonly key: string; readonly digest: string }> {
  for await (const page of side.pages(tenant, collection))
    for (const item of page)
      if (buckets.has(bucketOf(item.key)) && counted(item))
        yield { key: item.key, digest: digestOf(item.key, canonical(collection, item.fields)) }
}

const groupsOf = (buckets: readonly number[], sizes: Uint32Array): readonly ReadonlySet<number>[] => {
  const groups: Set<number>[] = []
  let room = 0
  for (const bucket of buckets) {
    const size = sizes[bucket] ?? 0
    if (groups.length === 0 || size > room) {
      groups.push(new Set())
      room = HELD
    }
    groups.at(-1)?.add(bucket)
    room -= size
  }
  return groups
}
