import type { PersonId } from '@awayday/kernel'
import type { Dates } from '#domain/time/absence.ts'
import type { World } from '#ports/world.ts'
import type { Commanded } from './asked.ts'
import { orderLeave } from './order.ts'

export type LeaveWish = {
  readonly leaveType: string
  readonly dates: Dates
  /** The colleague who takes the work over. */
  readonly cover: PersonId | null
  /** Asked for in spite of rules that allow that. */
  readonly exception: boolean
  /** Whether a certificate comes with it, as rules may ask for one. */
  readonly certificate: boolean
  readonly reason: string | null
}

/** Everybody asks for themselves. */
export const requestLeave = (world: World) => (call: Commanded<LeaveWish>) => {
  const { reason, ...wish } = call.input
  return orderLeave(world, call, call.actor.person, (made) => ({ type: 'Request', ...wish, ...made }))
}
