import type { Instant, TenantId } from '@awayday/kernel'
import { holdsNothing } from './capture.ts'
import { stateOf } from './move-state.ts'
import { type Standing, standing } from './standing.ts'
import type { World } from './world.ts'

/** Where a tenant's data of one service lives, and what comes next. */
export type Status = {
  readonly tenant: TenantId
  readonly home: string
  readonly epoch: number
  /** Part of a sentence. */
  readonly state: string
  readonly next: string
  readonly reads: string
  readonly since?: Instant
  readonly verified?: Instant
  readonly longestWaitMs?: number
}

export const status = async (world: World, tenant: TenantId): Promise<Status> => {
  const now = await standing(world, tenant)
  const { row } = now
  const { home, epoch, reads = home, since } = row
  const { captured, copied, verified, cutOver } = await stateOf(world, tenant)
  const isOf = (it: { readonly epoch: number } | undefined): boolean =>
    it ? it.epoch >= epoch - (row.to ? 1 : 0) : false
  const notes = {
    captured: isOf(captured),
    copied: isOf(captured) && copied !== undefined && captured !== undefined && copied.at >= captured.at,
    verified: isOf(verified),
    left: now.home === world.to && !(await holdsNothing(world.from, tenant)),
  }
  return {
    tenant,
    home,
    epoch,
    ...phaseOf(world, now, notes),
    reads,
    ...(since ? { since } : {}),
    ...(verified && isOf(verified) ? { verified: verified.at } : {}),
    ...(cutOver?.epoch === epoch ? { longestWaitMs: Math.round(cutOver.longest.waitMs) } : {}),
  }
}

type Notes = {
  readonly captured: boolean
  readonly copied: boolean
  readonly verified: boolean
  /** Something of it is still in the store it came from. */
  readonly left: boolean
}

const phaseOf = ({ from, to }: World, { row, home }: Standing, notes: Notes): Pick<Status, 'state' | 'next'> => {
  if (row.finishing) return { state: `its home is being changed`, next: 'finish' }
  if (row.deleting) return { state: `what it left in ${row.deleting} is being deleted`, next: 'finish --delete' }
  if (row.to === home.name) return { state: 'on its way back', next: 'rollback' }
  if (row.to && row.reads === row.to) return { state: `cut over to ${row.to}`, next: 'finish, or rollback' }
  if (row.to) return { state: `on its way to ${row.to}`, next: 'cut-over, or rollback' }
  if (home === to)
    return {
      state: 'lives in the target',
      next: notes.left ? `finish --delete, once nobody needs ${from.name}` : 'nothing',
    }
  if (notes.verified) return { state: 'verified', next: 'shadow-read or cut-over' }
  if (notes.copied) return { state: 'copied', next: 'tail and verify' }
  return notes.captured ? { state: 'captured', next: 'copy' } : { state: 'not moving', next: 'plan and capture' }
}
