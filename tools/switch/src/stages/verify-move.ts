import { setImmediate as turn } from 'node:timers/promises'
import type { TenantId } from '@awayday/kernel'
import { SwitchProblem } from '../problem.ts'
import { type Difference, type Pair, sentence } from '../verify/difference.ts'
import { repair } from '../verify/repair.ts'
import { type Compared, type Looking, verify } from '../verify/verify.ts'
import { tail } from './copy.ts'
import { note, stateOf, type TenantState } from './move-state.ts'
import { standing } from './standing.ts'
import { PAUSE_MS } from './waits.ts'
import { other, type World } from './world.ts'

export type Verified = NonNullable<TenantState['verified']> & {
  readonly tenant: TenantId
  readonly differences: readonly Difference[]
  /** One for a person, per difference. */
  readonly sentences: readonly string[]
  readonly more: boolean
}

/**
 * Compares both stores by the second hand, from the tenant's home to the other. What is wrong in the target alone is mended if
 * asked for, and all is compared again. Only a comparison without differences is noted: cut-over asks for it.
 */
export const verifyMove = async (
  world: World,
  tenant: TenantId,
  { mend = false, looking = {} }: { readonly mend?: boolean; readonly looking?: Partial<Looking> } = {},
): Promise<Verified> => {
  const { row, home } = await standing(world, tenant)
  if (home === world.to)
    throw new SwitchProblem(`${tenant} lives in ${home.name} already, and goes on there: nothing is left to compare.`)
  const pair = pairOf(world, tenant, home.name)
  const { copied } = await stateOf(world, tenant)
  const isFollowed = copied !== undefined && (row.to ?? home.name) === home.name
  const look = () =>
    isFollowed ? keptUp(world, tenant, () => compared(world, pair, looking)) : compared(world, pair, looking)
  const first = await look()
  const repaired = mend && first.differences.length > 0 ? await mended(pair, first.differences) : 0
  const last = repaired > 0 ? await look() : first
  const verified = {
    at: world.clock.now(),
    epoch: row.epoch,
    compared: last.compared.map(({ differences: _, more: __, ...rest }) => rest),
    repaired,
  }
  const equal = last.differences.length === 0 && !last.more
  await note(world, tenant, { verified: equal ? verified : undefined })
  return {
    tenant,
    ...verified,
    differences: last.differences,
    sentences: last.differences.map((one) => sentence(pair, one)),
    more: last.more,
  }
}

/** Goes on bringing what people write meanwhile, so that only what stays missing counts. Trouble with that is told by what is compared. */
const keptUp = async <T>(world: World, tenant: TenantId, run: () => Promise<T>): Promise<T> => {
  let over = false
  const bringing = (async () => {
    while (!over) {
      await tail({ ...world, tell: () => {} }, [tenant]).catch(() => {}) // a store that was busy is asked again
      await world.pause(PAUSE_MS)
      await turn() // stores in memory never leave it to anybody else
    }
  })().catch(() => {})
  try {
    return await run()
  } finally {
    over = true
    await bringing
  }
}

/** Both stores, starting from the one named. */
export const pairOf = (world: World, tenant: TenantId, source: World['from']['name']): Pair => {
  const target = other(world, source)
  const from = target === world.to ? world.from : world.to
  return { source: from.side, target: target.side, tenant }
}

const compared = async (
  { tell, service }: World,
  pair: Pair,
  looking: Partial<Looking>,
): Promise<{
  readonly compared: readonly Compared[]
  readonly differences: readonly Difference[]
  readonly more: boolean
}> => {
  const { tenant } = pair
  const verdict = await verify(pair, looking)
  for (const { collection, count, ahead, comparisons, differences } of verdict.compared)
    tell({
      stage: 'verify',
      service: service.name,
      tenant,
      collection,
      count,
      ahead,
      comparisons,
      differences: differences.length,
    })
  return {
    compared: verdict.compared,
    differences: verdict.compared.flatMap(({ differences }) => differences),
    more: verdict.compared.some(({ more }) => more),
  }
}

const mended = async (pair: Pair, differences: readonly Difference[]): Promise<number> =>
  (await repair(pair, differences)).filter(({ done }) => done !== 'left').length
