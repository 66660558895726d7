import { placeOf } from './canonical.ts'
import { chainDigest, follow, keysAround, START } from './chain.ts'
import { differenceOf, type Pair } from './difference.ts'
import { FINE, type Looked } from './judge.ts'

/**
 * Looks again at a record of the source that did not follow the one before it. Told only when the target has the same bytes: where
 * they differ, that difference tells it already.
 */
export const flawIn = async (pair: Pair, key: string): Promise<Looked> => {
  const { source, target, tenant } = pair
  const { stream, version } = placeOf(key)
  const [before] = keysAround(stream, version)
  const [previous, mine, theirs, previousThere] = await Promise.all([
    source.get(tenant, 'events', before),
    source.get(tenant, 'events', key),
    target.get(tenant, 'events', key),
    target.get(tenant, 'events', before),
  ])
  if (!mine || mine['body'] !== theirs?.['body'] || previous?.['body'] !== previousThere?.['body']) return FINE
  const end = previous ? { version: version - 1, digest: chainDigest(previous['body'] ?? ''), owner: undefined } : START
  const { flaw } = follow(end, version, mine['body'] ?? '')
  if (!flaw) return FINE
  const finding = { is: 'flawed', broken: 'both', why: FLAWS[flaw] } as const
  return { ahead: 0, differences: [differenceOf(pair, 'events', key, finding, mine, theirs)] }
}

const FLAWS = {
  gap: 'the version before it is missing',
  chain: 'its prev is not the digest of the record before it',
  unreadable: 'it is not JSON',
} as const
