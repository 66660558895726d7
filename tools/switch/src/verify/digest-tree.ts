import { hash } from 'node:crypto'

/**
 * A digest of many stored things in which two that differ lead to where they do. Things lie in `BUCKETS` by a hash of their key; a
 * bucket's digest is the sum (mod 2^256) of its things' digests, so the order in which they were read does not show; every node
 * above hashes its two children. One difference costs at most 1 + 2 * `DEPTH` comparisons of nodes.
 */
export type DigestTree = {
  readonly count: number
  /** From the root (one digest) down to the buckets. */
  readonly levels: readonly (readonly Buffer[])[]
  /** How many things lie in each bucket. */
  readonly sizes: Uint32Array
}

export const DEPTH = 9
const BUCKETS = 2 ** DEPTH

/** SHA-256 over key and value, each behind its length in bytes, so that no other pair makes the same text. */
export const digestOf = (key: string, value: string): Buffer =>
  hash('sha256', `${Buffer.byteLength(key)}:${key}${Buffer.byteLength(value)}:${value}`, 'buffer')

export const bucketOf = (key: string): number => hash('sha256', key, 'buffer').readUInt32BE(0) >>> (32 - DEPTH)

/** Takes things one by one and keeps none of them. */
export const digesting = (): { add(key: string, value: string): void; done(): DigestTree } => {
  const sums = new Uint32Array(BUCKETS * WORDS)
  const sizes = new Uint32Array(BUCKETS)
  let count = 0
  return {
    add(key, value) {
      const bucket = bucketOf(key)
      addTo(sums, bucket * WORDS, digestOf(key, value))
      sizes[bucket] = (sizes[bucket] ?? 0) + 1
      count++
    },
    done: () => ({ count, sizes, levels: levelsOver(bucketsOf(sums)) }),
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
  const node = levels[level]?.[n]
  if (!node) throw new Error(`a digest tree has no node ${n} on level ${level}`)
  return node
}

const levelsOver = (buckets: readonly Buffer[]): readonly (readonly Buffer[])[] => {
  const levels = [buckets]
  for (let below = buckets; below.length > 1; levels.unshift(below))
    below = Array.from({ length: below.length / 2 }, (_, n) =>
      hash('sha256', Buffer.concat(below.slice(2 * n, 2 * n + 2)), 'buffer'),
    )
  return levels
}

/** 32-bit words of a sum, the lowest first. */
const WORDS = 8

const addTo = (sums: Uint32Array, at: number, digest: Buffer): void => {
  let carry = 0
  for (let word = 0; word < WORDS; word++) {
    const sum = (sums[at + word] ?? 0) + digest.readUInt32LE(word * 4) + carry
    sums[at + word] = sum
    carry = sum >= 2 ** 32 ? 1 : 0
  }
}

const bucketsOf = (sums: Uint32Array): readonly Buffer[] =>
  Array.from({ length: BUCKETS }, (_, bucket) => {
    const digest = Buffer.alloc(WORDS * 4)
    for (let word = 0; word < WORDS; word++) digest.writeUInt32LE(sums[bucket * WORDS + word] ?? 0, word * 4)
    return digest
  })
