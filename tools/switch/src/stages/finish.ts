import type { TenantId } from '@awayday/kernel'
import { SwitchProblem } from '../problem.ts'
import type { Difference } from '../verify/difference.ts'
import { type Looking, type Verdict, verify } from '../verify/verify.ts'
import { bringLate, type Late } from './bring-late.ts'
import { clearStrays } from './clear-strays.ts'
import { handOverAll } from './hand-over-all.ts'
import { note, stateOf, type TenantState } from './move-state.ts'
import { overtaken, overwrite, pointAt, rewrite, type Standing, standing } from './standing.ts'
import { pairOf } from './verify-move.ts'
import { caughtUpIn } from './views-caught-up.ts'
import { type Waits, waitSince } from './waits.ts'
import type { World } from './world.ts'

export type Finished = {
  readonly tenant: TenantId
  readonly epoch: number
  readonly late: Late
  readonly strays: number
  readonly state: TenantState
}

const STAGE = 'finish'

/**
 * Makes the store that tenants were moved to their home. Every write of a row is conditional on the row that was read before all
 * that it rests on, and nothing is done on the way that a second operator, or a rollback, could not meet. Those that were finished
 * before are left out of the answer. `witness` is told before the last write: a call that is cut short there tells it again.
 *
 * ```
 * old home: {home: old, to: new} -> + finishing ---------------------> {home: new}
 * new home:                                      {home: new, finishing} --- wait ---> {home: new}
 * ```
 */
export const finish = async (
  world: World,
  tenants: readonly TenantId[],
  waits: Waits,
  looking: Partial<Looking> = {},
  witness: (finished: Finished) => Promise<void> = async () => {},
): Promise<readonly Finished[]> => {
  const { clock } = world
  const switched: Standing[] = []
  for (const tenant of tenants) {
    const now = await standing(world, tenant)
    if (now.home !== world.to || now.row.finishing) switched.push(await switchedHome(world, now, waits, looking))
  }
  if (switched.length > 0) {
    const waiting = 'what was begun by the old routes to be over'
    await waitSince(world, clock.now(), waits.overMs, { stage: STAGE, waiting })
  }
  const finished: Finished[] = []
  for (const now of switched) {
    const { tenant, row } = now
    const late = await bringLate(world, tenant, { epoch: row.epoch, to: world.to.name })
    const strays = await clearStrays(world, tenant)
    const one = { tenant, epoch: row.epoch, late, strays, state: await stateOf(world, tenant) }
    await witness(one)
    await rewrite(now, { home: world.to.name, epoch: row.epoch })
    finished.push(one)
  }
  return finished
}

/** From wherever an earlier call was cut short, to where both rows say that the target is home. */
const switchedHome = async (
  world: World,
  before: Standing,
  waits: Waits,
  looking: Partial<Looking>,
): Promise<Standing> => {
  const { from, to } = world
  let now = before
  if (now.home === from) {
    if (!now.row.finishing) now = await readied(world, now, waits, looking)
    now = await atItsNewHome(world, now)
  }
  await pointAt(world, now.tenant, from.name, { home: to.name, epoch: now.row.epoch })
  return now
}

/** All is sealed, brought, shown and verified, and nobody goes by an older route any more: `finishing` is marked. */
const readied = async (world: World, before: Standing, waits: Waits, looking: Partial<Looking>): Promise<Standing> => {
  const { from, to, clock } = world
  const { tenant, row } = before
  if (row.to !== to.name || row.reads !== to.name)
    throw new SwitchProblem(`${tenant} is not cut over to ${to.name}. Call cut-over first.`)
  const begun = clock.now()
  await caughtUpIn(world, STAGE, { store: from, tenant })
  const waiting = 'what was begun before the announcement to be over'
  await waitSince(world, row.since ?? begun, waits.overMs, { stage: STAGE, tenant, waiting })
  await handOverAll(world, STAGE, before)
  await caughtUpIn(world, STAGE, { store: to, tenant, consumer: 'carry' }) // else what is on its way back looks missing
  await verifiedBothWays(world, before, looking)
  await waitSince(world, begun, waits.learntMs, {
    stage: STAGE,
    tenant,
    waiting: `every process to read views in ${to.name}`,
  })
  const { rev: _, shadow: __, ...route } = row
  return rewrite(before, { ...route, finishing: true })
}

/** The new home has all that the old one has; and of streams, the old one has all that was decided in the new. */
const verifiedBothWays = async (world: World, { tenant, row }: Standing, looking: Partial<Looking>): Promise<void> => {
  const { from, to, clock } = world
  const there = await verify(pairOf(world, tenant, from.name), looking)
  const back = await verify(pairOf(world, tenant, to.name), looking)
  const differences = [
    ...differencesOf(there),
    ...differencesOf(back).filter(({ collection }) => collection === 'events'),
  ]
  if (differences.length > 0)
    throw new SwitchProblem(
      `${tenant} differs in ${differences.length} ${differences.length === 1 ? 'place' : 'places'}, first in ${differences[0]?.collection} ${differences[0]?.key}: call verify to see both sides, and verify --repair.`,
    )
  const compared = there.compared.map(({ differences: _, more: __, ...rest }) => rest)
  await note(world, tenant, { verified: { at: clock.now(), epoch: row.epoch, compared, repaired: 0 } })
}

const differencesOf = ({ compared }: Verdict): readonly Difference[] =>
  compared.flatMap(({ differences }) => differences)

/** Writes the row of the new home. Its pointer must be of this move or an earlier one, or another has begun since. */
const atItsNewHome = async (world: World, { tenant, row }: Standing): Promise<Standing> => {
  const { from, to } = world
  const { epoch } = row
  const pointer = await to.tenants.route(tenant)
  const route = { home: to.name, epoch, finishing: true } as const
  const isOlder = !pointer || (pointer.home === from.name && pointer.epoch <= epoch)
  if (!isOlder) throw overtaken(tenant)
  return { tenant, row: await overwrite(to, tenant, pointer, route), home: to }
}
