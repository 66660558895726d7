import { compare, unreachable } from '@awayday/kernel'
import { canonical } from './canonical.ts'
import { chainDigest } from './chain.ts'
import type { Difference, Pair, Shown } from './difference.ts'
import type { Collection, Fields } from './side.ts'

export type Repaired = {
  readonly difference: Difference
  /** `left`: it was not the target alone that is wrong, or one of the two has changed since it was looked at. */
  readonly done: 'added' | 'replaced' | 'removed' | 'left'
}

/**
 * Mends the target, and only where nothing but the target is wrong: record by record, each write conditional on the bytes that were
 * seen. The source is never written. A view that a wrong record has reached is to be rebuilt afterwards.
 */
export const repair = async (pair: Pair, differences: readonly Difference[]): Promise<readonly Repaired[]> => {
  const repaired: Repaired[] = []
  for (const difference of differences.toSorted((a, b) => compare(a.key, b.key)))
    repaired.push({ difference, done: (await mended(pair, difference)) ?? 'left' })
  return repaired
}

const mended = async (
  { source, target, tenant }: Pair,
  { tenant: of, collection, key, is, broken, ...seen }: Difference,
): Promise<Repaired['done'] | undefined> => {
  if (of !== tenant) throw new Error(`a difference of ${of} among those of ${tenant}`)
  if (broken !== 'target') return undefined
  const right = await source.get(tenant, collection, key)
  const wrong = await target.get(tenant, collection, key)
  if (!asSeen(collection, right, seen.source) || !asSeen(collection, wrong, seen.target)) return undefined
  switch (is) {
    case 'missing':
      return right && (await target.add(tenant, collection, { key, fields: right })) ? 'added' : undefined
    case 'different':
      return right && wrong && (await target.replace(tenant, collection, { key, fields: right }, wrong))
        ? 'replaced'
        : undefined
    case 'extra':
      return wrong && (await target.remove(tenant, collection, { key, fields: wrong })) ? 'removed' : undefined
    case 'flawed':
      return undefined // of its own records only the target itself could tell what they were
    default:
      return unreachable(is)
  }
}

const asSeen = (collection: Collection, fields: Fields | undefined, seen: Shown | undefined): boolean =>
  (fields && chainDigest(canonical(collection, fields))) === seen?.digest
