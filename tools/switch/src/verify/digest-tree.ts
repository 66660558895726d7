import { hash } from 'node:crypto'

/**
 * A digest of many stored things in which two that differ lead to where they do. Things lie in `BUCKETS` by a hash of their key; a
 * bucket's digest is the sum (mod 2^256) of its things' digests, so the order in which they were read does not show; every node
 * above hashes its two children. One difference costs at most 1 + 2 * `DEPTH` comparisons of nodes.
 */
export type DigestTree = {
  readonly count: number
  /** From the root (one digest) down to the buckets: the digests of a level one behind the other, `BYTES` each. */
  readonly levels: readonly Buffer[]
  /** How many things lie in each bucket. */
  readonly sizes: Uint32Array
}

export const DEPTH = 9
const BUCKETS = 2 ** DEPTH
const BYTES = 32

/** SHA-256 over key and value, each behind its length in bytes, so that no other pair makes the same text. A character per byte. */
export const digestOf = (key: string, value: string): string =>
  hash('sha256', `${Buffer.byteLength(key)}:${key}${Buffer.byteLength(value)}:${value}`, 'binary')

export const bucketOf = (key: string): number => {
  const digest = hash('sha256', key, 'binary')
  return ((digest.charCodeAt(0) << 8) | digest.charCodeAt(1)) >>> (16 - DEPTH)
}

export const rootOf = ({ levels }: DigestTree): string => levels[0]?.toString('hex') ?? ''

/** Takes things one by one and keeps none of them. */
export const digesting = (): { add(key: string, value: string): void; done(): DigestTree } => {
  const buckets = Buffer.alloc(BUCKETS * BYTES)
  const sizes = new Uint32Array(BUCKETS)
  let count = 0
  return {
    add(key, value) {
      const bucket = bucketOf(key)
      addTo(buckets, bucket * BYTES, digestOf(key, value))
      sizes[bucket] = (sizes[bucket] ?? 0) + 1
      count++
    },
    done: () => ({ count, sizes, levels: levelsOver(buckets) }),
  }
}

/** The buckets in which two trees differ, and how many pairs of nodes were looked at to find them. */
export const differing = (
  a: DigestTree,
  b: DigestTree,
): { readonly buckets: readonly number[]; readonly comparisons: number } => {
  let comparisons = 0
  const same = (level: number, n: number): boolean => {
    comparisons++
    return nodeOf(a, level, n).equals(nodeOf(b, level, n))
  }
  /** Below a node that is known to differ. If its left child does not, its right one must. */
  const below = (level: number, n: number): readonly number[] => {
    if (level === DEPTH) return [n]
    const [left, right] = [2 * n, 2 * n + 1]
    if (same(level + 1, left)) return below(level + 1, right)
    return [...below(level + 1, left), ...(same(level + 1, right) ? [] : below(level + 1, right))]
  }
  return { buckets: same(0, 0) ? [] : below(0, 0), comparisons }
}

const nodeOf = ({ levels }: DigestTree, level: number, n: number): Buffer => {
  const node = levels[level]?.subarray(n * BYTES, (n + 1) * BYTES)
  if (node?.length !== BYTES) throw new Error(`a digest tree has no node ${n} on level ${level}`)
  return node
}

const levelsOver = (buckets: Buffer): readonly Buffer[] => {
  const levels = [buckets]
  for (let below = buckets; below.length > BYTES; levels.unshift(below)) {
    const level = Buffer.alloc(below.length / 2)
    for (let at = 0; at < level.length; at += BYTES)
      level.set(hash('sha256', below.subarray(2 * at, 2 * (at + BYTES)), 'buffer'), at)
    below = level
  }
  return levels
}

/** Adds to the number at `at`, its lowest byte first; what does not fit is dropped. */
const addTo = (buckets: Buffer, at: number, digest: string): void => {
  let carry = 0
  for (let byte = 0; byte < BYTES; byte++) {
    const sum = (buckets[at + byte] ?? 0) + digest.charCodeAt(byte) + carry
    buckets[at + byte] = sum
    carry = sum >>> 8
  }
}
