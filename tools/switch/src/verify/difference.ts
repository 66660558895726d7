import { canonical } from './canonical.ts'
import { chainDigest } from './chain.ts'
import type { Collection, Fields, Side } from './side.ts'

/** The two stores of a move: where a tenant comes from, and where it goes. */
export type Pair = { readonly source: Side; readonly target: Side; readonly tenant: string }

/** One stored thing that is not alike in both stores, or whose stream does not hold together, and what is known about it. */
export type Difference = {
  readonly tenant: string
  readonly collection: Collection
  readonly key: string
  /** `missing` and `extra` as seen from the target; `flawed`: alike in both, and yet it does not follow the record before it. */
  readonly is: 'missing' | 'extra' | 'different' | 'flawed'
  /** Whose side is wrong. Only what is wrong in the target alone is ever mended; `unknown` is for a person to decide. */
  readonly broken: 'source' | 'target' | 'both' | 'unknown'
  /** How that is known: part of a sentence. */
  readonly why: string
  readonly source?: Shown
  readonly target?: Shown
  /** Where the two texts begin to differ, in bytes from 0. */
  readonly at?: number
}

/** What may be told of a stored text. Records of persons show no word of theirs. */
export type Shown = {
  readonly bytes: number
  /** SHA-256, base64url. */
  readonly digest: string
  /** Of a plain record. */
  readonly rev?: string
  /** A few characters around the difference: events and the registry hold no personal text. */
  readonly excerpt?: string
}

export type Finding = Pick<Difference, 'is' | 'broken' | 'why'>

export const differenceOf = (
  { tenant }: Pair,
  collection: Collection,
  key: string,
  finding: Finding,
  source: Fields | undefined,
  target: Fields | undefined,
): Difference => {
  const [mine, theirs] = [source, target].map((fields) => fields && Buffer.from(canonical(collection, fields)))
  const at = mine && theirs ? firstDifference(mine, theirs) : undefined
  return {
    tenant,
    collection,
    key,
    ...finding,
    ...(source && mine ? { source: shown(collection, source, mine, at) } : {}),
    ...(target && theirs ? { target: shown(collection, target, theirs, at) } : {}),
    ...(at === undefined ? {} : { at }),
  }
}

const shown = (collection: Collection, fields: Fields, text: Buffer, at = 0): Shown => ({
  bytes: text.length,
  digest: chainDigest(text.toString()),
  ...(fields['rev'] === undefined ? {} : { rev: fields['rev'] }),
  ...(collection === 'records' ? {} : { excerpt: text.subarray(Math.max(0, at - AROUND), at + AROUND).toString() }),
})
const AROUND = 24

const firstDifference = (a: Buffer, b: Buffer): number | undefined => {
  if (a.equals(b)) return undefined
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at++) if (a[at] !== b[at]) return at
  return shorter
}

/** One line for a person. */
export const sentence = ({ source, target }: Pair, difference: Difference): string => {
  const { tenant, collection, key, is, at, why } = difference
  const what = {
    missing: 'is missing in',
    extra: 'is too much in',
    different: 'is different in',
    flawed: 'is flawed in',
  }[is]
  const where = at === undefined ? '' : ` from byte ${at} on`
  const sides = [
    difference.source && `${source.store} has ${told(difference.source)}`,
    difference.target && `${target.store} has ${told(difference.target)}`,
  ]
  const blame = { source: source.store, target: target.store, both: 'both', unknown: 'nobody knows which' }[
    difference.broken
  ]
  return `${tenant} ${collection} ${key} ${what} ${target.store}${where}: ${sides.filter(Boolean).join(', ')}; broken: ${blame} (${why})`
}

const told = ({ bytes, digest, rev, excerpt }: Shown): string =>
  `${bytes} bytes ${digest.slice(0, 12)}${rev === undefined ? '' : ` rev ${rev}`}${excerpt === undefined ? '' : ` …${excerpt}…`}`
