import { unreachable } from '@awayday/kernel'
import { canonical, placeOf } from './canonical.ts'
import { type Around, areTwoCommands, holds, keysAround } from './chain.ts'
import { type Difference, differenceOf, type Finding, type Pair } from './difference.ts'
import type { Collection, Fields, Side } from './side.ts'

/** What a look at one key found: nothing, a difference, or that the target goes on alone with what was moved to it. */
export type Looked = { readonly ahead: number; readonly differences: readonly Difference[] }

export const FINE: Looked = { ahead: 0, differences: [] }

/** Looks at a key in both stores, as it stands now, and says which side is to be believed. `now` decides what has expired. */
export const judge = async (pair: Pair, collection: Collection, key: string, now: () => string): Promise<Looked> => {
  const { source, target, tenant } = pair
  // The source first: what is copied in between is then no difference.
  const mine = await source.get(tenant, collection, key)
  const theirs = await target.get(tenant, collection, key)
  if (same(collection, mine, theirs)) return FINE
  const finding = await findingOf(pair, collection, key, mine, theirs, now)
  if (finding === 'ahead') return { ahead: 1, differences: [] }
  return finding ? { ahead: 0, differences: [differenceOf(pair, collection, key, finding, mine, theirs)] } : FINE
}

const same = (collection: Collection, mine: Fields | undefined, theirs: Fields | undefined): boolean =>
  (mine && canonical(collection, mine)) === (theirs && canonical(collection, theirs))

const findingOf = async (
  pair: Pair,
  collection: Collection,
  key: string,
  mine: Fields | undefined,
  theirs: Fields | undefined,
  now: () => string,
): Promise<Finding | 'ahead' | undefined> => {
  switch (collection) {
    case 'events':
      return eventFinding(pair, key, mine, theirs)
    case 'records':
      return recordFinding(pair, mine, theirs)
    case 'registry':
      return rowFinding(mine, theirs, now())
    default:
      return unreachable(collection)
  }
}

/** The chain is the witness: a body that was changed no longer is what the next record names, or does not name the one before. */
const eventFinding = async (
  { source, target, tenant }: Pair,
  key: string,
  mine: Fields | undefined,
  theirs: Fields | undefined,
): Promise<Finding> => {
  const is = isOf(mine, theirs)
  if (is === 'extra')
    return { is, broken: 'source', why: 'the source has later records of this stream, and not this one' }
  const { stream, version } = placeOf(key)
  const [here, there] = await Promise.all([around(source, tenant, key), around(target, tenant, key)])
  const [believed, doubted] = [holds(here, version), holds(there, version)]
  if (!believed)
    return doubted
      ? { is, broken: 'source', why: `the chain of ${stream} breaks there` }
      : { is, broken: is === 'missing' ? 'source' : 'both', why: `the chain of ${stream} breaks` }
  if (is === 'missing') return { is, broken: 'target', why: `the chain of ${stream} holds in the source` }
  if (!doubted) return { is, broken: 'target', why: `the chain of ${stream} breaks there` }
  if (here.after !== undefined || !areTwoCommands(here.body ?? '', there.body ?? ''))
    return { is, broken: 'target', why: `the chain of ${stream} holds in the source` }
  return { is, broken: 'unknown', why: 'two commands have each written this last record' }
}

const around = async (side: Side, tenant: string, key: string): Promise<Around> => {
  const { stream, version } = placeOf(key)
  const [before, body, after] = await Promise.all(
    keysAround(stream, version).map(async (each) => (await side.get(tenant, 'events', each))?.['body']),
  )
  return { before, body, after }
}

/** A plain record has no chain. The newest rev counts; of two with the same rev, the owner's is the one that people see. */
const recordFinding = ({ target }: Pair, mine: Fields | undefined, theirs: Fields | undefined): Finding | 'ahead' => {
  const is = isOf(mine, theirs)
  if (!mine) return { is, broken: 'unknown', why: 'nothing is ever removed in the source, and it has no witness' }
  if (!isJson(mine['data']) || !isJson(mine['moved']))
    return { is, broken: 'source', why: 'what is stored there is not JSON' }
  if (!theirs) return { is, broken: 'target', why: 'the source has it' }
  const moved = ownerOf(mine) === target.store
  const newer = Number(mine['rev']) - Number(theirs['rev'])
  if (newer > 0) return { is, broken: 'target', why: 'the source has a newer rev' }
  if (newer < 0 && moved) return 'ahead'
  if (newer < 0) return { is, broken: 'unknown', why: 'a newer rev, though the record was not moved there' }
  return moved
    ? { is, broken: 'unknown', why: 'the same rev, owned by the target' }
    : { is, broken: 'target', why: 'the same rev, owned by the source' }
}

const ownerOf = ({ moved }: Fields): unknown => moved && (JSON.parse(moved) as { readonly to?: unknown }).to

/** Noted in home first. A row that has expired counts as gone in either store. */
const rowFinding = (mine: Fields | undefined, theirs: Fields | undefined, now: string): Finding | undefined => {
  const [first, copy] = [mine, theirs].map((row) => (row && (row['expires'] ?? '') > now ? row : undefined))
  if (!first && !copy) return undefined
  return { is: isOf(first, copy), broken: 'target', why: 'the source is where a row is noted first' }
}

const isOf = (mine: unknown, theirs: unknown): 'missing' | 'extra' | 'different' =>
  mine === undefined ? 'extra' : theirs === undefined ? 'missing' : 'different'

const isJson = (text: string | undefined): boolean => {
  try {
    if (text !== undefined) JSON.parse(text)
    return true
  } catch {
    return false
  }
}
