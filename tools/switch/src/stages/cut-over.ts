import { compare, type TenantId } from '@awayday/kernel'
import { SwitchProblem } from '../problem.ts'
import type { Looking } from '../verify/verify.ts'
import { announce } from './announce.ts'
import { type HandedOver, handOverAll } from './hand-over-all.ts'
import { note, stateOf, type TenantState } from './move-state.ts'
import { overtaken, rewrite, type Standing, standing } from './standing.ts'
import { verifyMove } from './verify-move.ts'
import { caughtUpIn } from './views-caught-up.ts'
import type { World } from './world.ts'

export type CutOver = { readonly tenant: TenantId; readonly epoch: number } & HandedOver

/**
 * Takes tenants over, the smallest first, and alone: what goes wrong with it stops all others. Nobody waits but who appends to a
 * stream between its seal and its last record's arrival.
 */
export const cutOver = async (
  world: World,
  tenants: readonly TenantId[],
  looking: Partial<Looking> = {},
): Promise<readonly CutOver[]> => {
  const done: CutOver[] = []
  for (const tenant of await smallestFirst(world, tenants)) {
    const one = await cutOverOne(world, tenant)
    if (one) done.push(one)
    if (one && done.length === 1 && tenants.length > 1) await asVerified(world, tenant, looking)
  }
  return done
}

const cutOverOne = async (world: World, tenant: TenantId): Promise<CutOver | undefined> => {
  const { to, clock } = world
  const before = await standing(world, tenant)
  if (before.home === to) return undefined
  const state = await stateOf(world, tenant)
  isVerified(before, state)
  const announced = await announce(world, before, to.name)
  const handed = await handOverAll(world, 'cut-over', announced)
  await caughtUpIn(world, 'cut-over', { store: to, tenant, consumer: 'project' })
  await readFrom(world, announced)
  const { epoch } = announced.row
  // Called again, most is handed over already; the first call knows how long it took.
  const longest = (
    state.cutOver?.epoch === epoch && state.cutOver.longest.waitMs > handed.longest.waitMs ? state.cutOver : handed
  ).longest
  await note(world, tenant, { cutOver: { at: clock.now(), epoch, ...handed, longest } })
  return { tenant, epoch, ...handed, longest }
}

/** A move never skips its verification: the one of this epoch, or of the one before if it is announced. */
const isVerified = ({ tenant, row, home }: Standing, { verified }: TenantState): void => {
  const epoch = row.to && row.to !== home.name ? row.epoch - 1 : row.epoch
  if (!verified || verified.epoch < epoch)
    throw new SwitchProblem(`${tenant} is not verified since it was copied. Call verify first.`)
}

const readFrom = async (world: World, { tenant, row }: Standing): Promise<void> => {
  const now = await standing(world, tenant)
  if (now.row.epoch !== row.epoch || now.row.to !== row.to) throw overtaken(tenant)
  const { rev: _, shadow: __, ...route } = now.row
  if (row.to && route.reads !== row.to) await rewrite(now, { ...route, reads: row.to })
}

const asVerified = async (world: World, tenant: TenantId, looking: Partial<Looking>): Promise<void> => {
  const { sentences } = await verifyMove(world, tenant, { looking })
  if (sentences.length > 0)
    throw new SwitchProblem(
      `${tenant} went first, and its stores differ; nobody else was moved. ${sentences.slice(0, 3).join('; ')}. Roll it back, or repair it.`,
    )
}

const smallestFirst = async (world: World, tenants: readonly TenantId[]): Promise<readonly TenantId[]> => {
  const sizes = new Map<TenantId, number>()
  for (const tenant of tenants) {
    const { verified } = await stateOf(world, tenant)
    sizes.set(
      tenant,
      (verified?.compared ?? []).reduce((sum, { count }) => sum + count, 0),
    )
  }
  return tenants.toSorted((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0) || compare(a, b))
}
