import { ok } from '@awayday/kernel'
import type { Range } from '#domain/time/absence.ts'
import type { World } from '#ports/world.ts'
import { type Commanded, doingOf } from './asked.ts'
import { decide, newRequest, writeNote } from './decide.ts'

export type LeaveWish = Range & { readonly leaveType: string; readonly reason: string | null }

/** Everybody asks for themselves. */
export const requestLeave =
  (world: World) =>
  async ({ actor, meta, input }: Commanded<LeaveWish>) => {
    const { person } = actor
    const { leaveType, first, firstPart, last, lastPart, reason } = input
    const request = newRequest(meta, person)
    const note = await writeNote(world, meta, person, reason)
    const dates = { kind: 'range', first, firstPart, last, lastPart } as const
    const wish = { request, leaveType, dates, note, cover: null, exception: false }
    const done = await decide(world)(person, meta, (on) => ({ type: 'Request', ...doingOf(actor, on), ...wish }))
    return done.ok ? ok({ request, ...done.value }) : done
  }
