import { ok, type PersonId } from '@awayday/kernel'
import type { Dates } from '#domain/time/absence.ts'
import type { World } from '#ports/world.ts'
import { type Commanded, doingOf } from './asked.ts'
import { decide, newRequest, writeNote } from './decide.ts'

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
export const requestLeave =
  (world: World) =>
  async ({ actor, meta, input: { reason, ...wish } }: Commanded<LeaveWish>) => {
    const { person } = actor
    const request = newRequest(meta, person)
    const note = await writeNote(world, meta, person, reason)
    const done = await decide(world)(person, meta, (on) => ({
      type: 'Request',
      request,
      note,
      ...wish,
      ...doingOf(actor, on),
    }))
    return done.ok ? ok({ request, ...done.value }) : done
  }
