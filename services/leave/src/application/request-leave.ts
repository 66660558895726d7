import { ok } from '@awayday/kernel'
import type { Range } from '#domain/range.ts'
import type { World } from '#ports/world.ts'
import type { Commanded } from './asked.ts'
import { decide, newRequest, writeNote } from './decide.ts'

export type LeaveWish = Range & { readonly leaveType: string; readonly reason: string | null }

/** Everybody asks for themselves. */
export const requestLeave =
  (world: World) =>
  async ({ actor: { person }, meta, input }: Commanded<LeaveWish>) => {
    const { leaveType, first, firstPart, last, lastPart, reason } = input
    const request = newRequest(meta, person)
    const note = await writeNote(world, meta, person, reason)
    const wish = { request, leaveType, first, firstPart, last, lastPart, note }
    const done = await decide(world)(person, meta, (on) => ({ type: 'Request', by: person, on, ...wish }))
    return done.ok ? ok({ request, ...done.value }) : done
  }
