import { eventKey } from './canonical.ts'
import { type End, follow } from './chain.ts'
import { type Difference, differenceOf, type Pair } from './difference.ts'
import { judge, type Looked } from './judge.ts'

/**
 * Looks at what the target has of a stream behind the end that was seen in the source. A seal that names the target hands the
 * stream over: what follows is the target's own. Without one it must be in the source by now, or is too much.
 */
export const beyond = async (pair: Pair, stream: string, end: End, last: number): Promise<Looked> => {
  const { source, target, tenant } = pair
  const differences: Difference[] = []
  let ahead = 0
  let at = end
  for (let version = end.version + 1; version <= last; version++) {
    const key = eventKey(stream, version)
    const mine = await source.get(tenant, 'events', key)
    const theirs = await target.get(tenant, 'events', key)
    const body = mine?.['body'] ?? theirs?.['body']
    if (body === undefined) continue
    const next = follow(at, version, body)
    if (mine) differences.push(...(await judge(pair, 'events', key, () => '')).differences)
    else if (at.owner === target.store && !next.flaw) ahead++
    else if (at.owner === target.store)
      differences.push(
        differenceOf(
          pair,
          'events',
          key,
          { is: 'flawed', broken: 'target', why: `${next.flaw} in its own records` },
          mine,
          theirs,
        ),
      )
    else
      differences.push(
        differenceOf(
          pair,
          'events',
          key,
          next.flaw
            ? {
                is: 'extra',
                broken: 'target',
                why: 'it does not follow what the source has, and no seal hands the stream over',
              }
            : { is: 'extra', broken: 'unknown', why: 'it follows what the source has, which may have lost its end' },
          mine,
          theirs,
        ),
      )
    if (!next.flaw) at = next.end
  }
  return { ahead, differences }
}
