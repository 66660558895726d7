import { addMs, type Instant, type TenantId } from '@awayday/kernel'
import { LEDGER_KIND, median, ROUTES_FRESH_MS, type Tally } from '@awayday/routing'
import { SwitchProblem } from '../problem.ts'
import { tail } from './copy.ts'
import { note, stateOf } from './move-state.ts'
import { rewrite, standing } from './standing.ts'
import { caughtUpIn } from './views-caught-up.ts'
import type { MovingStore, World } from './world.ts'

export type Shadowed = { readonly tenant: TenantId } & Tally

const STAGE = 'shadow-read'

/**
 * Has the running product ask a share of its views' questions in the other store as well, for a while, and reads what its processes
 * found. Nobody waits for it, and nobody is told another answer than without. The target is kept close behind meanwhile.
 */
export const shadowRead = async (
  world: World,
  tenants: readonly TenantId[],
  { percent, forMs }: { readonly percent: number; readonly forMs: number },
): Promise<readonly Shadowed[]> => {
  const { clock } = world
  const run = clock.now().replaceAll(/\D/g, '')
  const asked: { readonly tenant: TenantId; readonly store: MovingStore }[] = []
  try {
    for (const tenant of tenants) asked.push({ tenant, store: await marked(world, tenant, { percent, run }) })
    await closeBehind(world, tenants, addMs(clock.now(), forMs))
  } finally {
    for (const { tenant } of asked) await unmarked(world, tenant, run)
  }
  // Until every process has heard of the end, has looked for the last time at what differed, and has written it down.
  await closeBehind(world, tenants, addMs(clock.now(), ROUTES_FRESH_MS + LAST_LOOKS_MS))
  const found: Shadowed[] = []
  for (const { tenant, store } of asked) {
    const tally = await told(store, tenant, run)
    await note(world, tenant, { shadowed: { at: clock.now(), ...tally } })
    found.push({ tenant, ...tally })
  }
  return found
}
const LAST_LOOKS_MS = 17_000

/** Answers the store that is asked besides. */
const marked = async (
  world: World,
  tenant: TenantId,
  shadow: { readonly percent: number; readonly run: string },
): Promise<MovingStore> => {
  const { from, to } = world
  if (!(await stateOf(world, tenant)).copied) throw new SwitchProblem(`${tenant} is not copied. Call copy first.`)
  const { home, row } = await standing(world, tenant)
  if (home === to || row.finishing) throw new SwitchProblem(`${tenant} has moved already: nothing is left to compare.`)
  const store = (row.reads ?? row.home) === from.name ? to : from
  await tail(world, [tenant])
  await caughtUpIn(world, STAGE, { store, tenant, consumer: 'project' })
  const now = await standing(world, tenant)
  const { rev: _, ...route } = now.row
  await rewrite(now, { ...route, shadow: { store: store.name, ...shadow } })
  return store
}

const unmarked = async (world: World, tenant: TenantId, run: string): Promise<void> => {
  const now = await standing(world, tenant)
  const { rev: _, shadow, ...route } = now.row
  if (shadow?.run === run) await rewrite(now, route)
}

const closeBehind = async (world: World, tenants: readonly TenantId[], until: Instant): Promise<void> => {
  const { clock, pause, stop, tell, service } = world
  while (clock.now() < until) {
    stop.throwIfAborted()
    await tail({ ...world, tell: () => {} }, tenants)
    tell({ stage: STAGE, service: service.name, waiting: 'answers to compare', until })
    await pause(TAIL_MS)
  }
}
const TAIL_MS = 1_000

/** Sums up what the processes have written, and takes it away. */
const told = async ({ records, items }: MovingStore, tenant: TenantId, run: string): Promise<Tally> => {
  const tallies: Tally[] = []
  const keys: string[] = []
  for await (const { id, data } of records.list(tenant, LEDGER_KIND)) {
    keys.push(`${LEDGER_KIND}#${id}`)
    if (id.startsWith(`${run}:`) && data) tallies.push(data as Tally)
  }
  await items.remove(tenant, 'records', keys)
  const sum = (of: Exclude<keyof Tally, 'mismatches'>) => tallies.reduce((all, one) => all + one[of], 0)
  return {
    asked: sum('asked'),
    alike: sum('alike'),
    different: sum('different'),
    unsettled: sum('unsettled'),
    failed: sum('failed'),
    hereMs: median(tallies.map(({ hereMs }) => hereMs)),
    thereMs: median(tallies.map(({ thereMs }) => thereMs)),
    hereReads: sum('hereReads'),
    thereReads: sum('thereReads'),
    mismatches: tallies.flatMap(({ mismatches }) => mismatches).slice(0, 20),
  }
}
