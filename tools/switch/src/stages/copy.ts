import type { TenantId } from '@awayday/kernel'
import { openCheckpoint } from '../mover/checkpoint.ts'
import { type Copied, copyTenants } from '../mover/copy.ts'
import { adaptiveLimiter } from '../mover/limiter.ts'
import type { Progress } from '../mover/progress.ts'
import { type Swept, sweep } from '../mover/tail.ts'
import { writeBudget } from '../mover/write-budget.ts'
import { SwitchProblem } from '../problem.ts'
import { fileOf, note, stateOf, type TenantState } from './move-state.ts'
import { mustBeOver, standing } from './standing.ts'
import { PAUSE_MS } from './waits.ts'
import type { World } from './world.ts'

/** How fast a copy may be: DynamoDB's write units per second at most. Without, the limiter alone decides. */
export type Speed = { readonly maxWriteUnits?: number }

/** Copies all that the tenants had when they were captured, and more. Goes on where it was ended; what is copied is not copied again. */
export const copy = async (world: World, tenants: readonly TenantId[], speed: Speed = {}): Promise<Progress> => {
  const { service, from, to, nowMs, clock, tell } = world
  const copied: Copied[] = []
  let total = 0
  for (const { tenant, captured } of await outgoing(world, tenants)) {
    copied.push({ tenant, mark: `${captured.at} ${captured.epoch}`, blank: captured.heldNothing })
    total += captured.items
  }
  const checkpoint = await openCheckpoint(fileOf(world, 'copy'), `${service.name}, ${from.name} to ${to.name}`)
  const startedMs = nowMs()
  const progress = await copyTenants({
    ...moving(world, speed),
    tenants: copied,
    checkpoint,
    total,
    tell: (step) => tell({ stage: 'copy', service: service.name, total, ...step }),
  })
  const seconds = Math.round(nowMs() - startedMs) / 1_000
  for (const { tenant, mark } of copied) {
    const positions = (['events', 'records', 'registry'] as const).map((each) => checkpoint.at(tenant, mark, each))
    const sum = (of: 'items' | 'bytes') => positions.reduce((all, position) => all + position[of], 0)
    await note(world, tenant, { copied: { at: clock.now(), items: sum('items'), bytes: sum('bytes'), seconds } })
  }
  return progress
}

/** Brings what was written since, until less than `LAG` records were lacking at a look; `follow`: until it is stopped. */
export const tail = async (
  world: World,
  tenants: readonly TenantId[],
  { follow = false, ...speed }: Speed & { readonly follow?: boolean } = {},
): Promise<Swept> => {
  const { stop, pause, tell, service } = world
  for (;;) {
    let last: Swept = { streams: 0, events: 0, records: 0, registry: 0 }
    for (const { tenant } of await outgoing(world, tenants)) {
      stop.throwIfAborted()
      const lag = await sweep(moving(world, speed), tenant)
      tell({ stage: 'tail', service: service.name, tenant, ...lag })
      last = sumOf(last, lag)
    }
    if (!follow && last.events + last.records + last.registry < LAG) return last
    await pause(follow ? FOLLOW_MS : PAUSE_MS)
  }
}
const LAG = 100
const FOLLOW_MS = 2_000

/** Those that live in the source. Out of a home that is just being taken over nothing is copied: calls by the old route may not be over. */
const outgoing = async (world: World, tenants: readonly TenantId[]): Promise<readonly Outgoing[]> => {
  const found: Outgoing[] = []
  for (const tenant of tenants) {
    const now = await standing(world, tenant)
    const { home } = now
    mustBeOver(now)
    if (home !== world.from) continue
    const { captured } = await stateOf(world, tenant)
    if (!captured) throw new SwitchProblem(`${tenant} is not captured. Nothing is copied before: call capture first.`)
    found.push({ tenant, captured })
  }
  return found
}
type Outgoing = { readonly tenant: TenantId; readonly captured: NonNullable<TenantState['captured']> }

const moving = (world: World, { maxWriteUnits }: Speed) => ({
  ...world,
  limiter: adaptiveLimiter(world.nowMs),
  ...(maxWriteUnits === undefined ? {} : { budget: writeBudget(maxWriteUnits, world) }),
})

const sumOf = (a: Swept, b: Swept): Swept => ({
  streams: a.streams + b.streams,
  events: a.events + b.events,
  records: a.records + b.records,
  registry: a.registry + b.registry,
})
