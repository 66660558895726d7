import { compare } from '@awayday/kernel'
import { beyond } from './beyond.ts'
import { placeOf } from './canonical.ts'
import { START } from './chain.ts'
import type { Difference, Pair } from './difference.ts'
import { differing, rootOf } from './digest-tree.ts'
import { flawIn } from './flaws.ts'
import { judge } from './judge.ts'
import { treeOf, watching } from './reading.ts'
import { type Patience, settled } from './settled.ts'
import { COLLECTIONS, type Collection, type Item } from './side.ts'
import { suspects } from './suspects.ts'

export type Verdict = {
  readonly tenant: string
  readonly compared: readonly Compared[]
}

/** One collection of a tenant, as it was at the heads that the source's scan saw. */
export type Compared = {
  readonly collection: Collection
  /** How many things of the source were compared. */
  readonly count: number
  /** Root of each store's digest tree, hex. They may differ without a difference: the target may be ahead, or was catching up. */
  readonly digests: { readonly source: string; readonly target: string }
  /** Pairs of nodes of the trees that were looked at. */
  readonly comparisons: number
  /** What the target has written of its own since the streams and records were handed over to it. */
  readonly ahead: number
  readonly differences: readonly Difference[]
  /** There are more differences than are named. */
  readonly more: boolean
}

export type Looking = Patience & {
  /** No more differences of a collection than this are named; memory is bounded by it. */
  readonly atMost: number
  readonly now: () => string
}

const LOOKING: Looking = { again: 20, pauseMs: 500, atMost: 10_000, now: () => new Date().toISOString() }

/**
 * Compares what two stores hold of a tenant, byte for byte, while people work: digests over one set of heads first, then the
 * exact records where they differ. Writes nothing. Nothing is wrong when no `Compared` has differences.
 */
export const verify = async (pair: Pair, looking: Partial<Looking> = {}): Promise<Verdict> => {
  const compared: Compared[] = []
  for (const collection of COLLECTIONS) compared.push(await compareOne(pair, collection, { ...LOOKING, ...looking }))
  return { tenant: pair.tenant, compared }
}

const compareOne = async (pair: Pair, collection: Collection, looking: Looking): Promise<Compared> => {
  const { source, target, tenant } = pair
  const { atMost } = looking
  const started = looking.now()
  const events = collection === 'events'
  const { see, streams } = watching(atMost)
  const behind = new Map<string, number>()

  const alive = ({ fields }: Item): boolean => collection !== 'registry' || (fields['expires'] ?? '') > started
  const upToHeads = (item: Item): boolean => {
    if (!events) return alive(item)
    const { stream, version } = placeOf(item.key)
    return version <= (streams.ends.get(stream) ?? START).version
  }
  const mine = await treeOf(source, tenant, collection, (item) => {
    if (events) see(item)
    return alive(item)
  })
  const theirs = await treeOf(target, tenant, collection, (item) => {
    const counts = upToHeads(item)
    if (events && !counts) behind.set(placeOf(item.key).stream, placeOf(item.key).version)
    return counts
  })

  const { buckets, comparisons } = differing(mine, theirs)
  const keys = new Set<string>()
  let more = streams.flawed.length === atMost
  for await (const key of suspects(pair, collection, mine, buckets, upToHeads)) {
    more ||= keys.size === atMost
    if (keys.size === atMost) break
    keys.add(key)
  }
  const { ahead, differences } = await settled(
    [
      ...[...keys].map((key) => () => judge(pair, collection, key, looking.now)),
      ...[...behind].map(
        ([stream, last]) =>
          () =>
            beyond(pair, stream, streams.ends.get(stream) ?? START, last),
      ),
      ...streams.flawed.map(
        ({ key }) =>
          () =>
            flawIn(pair, key),
      ),
    ],
    looking,
  )
  return {
    collection,
    count: mine.count,
    digests: { source: rootOf(mine), target: rootOf(theirs) },
    comparisons,
    ahead,
    differences: differences.toSorted((a, b) => compare(a.key, b.key)),
    more,
  }
}
