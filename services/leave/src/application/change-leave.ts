import { ok, type PersonId } from '@awayday/kernel'
import type { AbsentDay, Dates } from '#domain/time/absence.ts'
import type { World } from '#ports/world.ts'
import { type Commanded, doingOf } from './asked.ts'
import { decide } from './decide.ts'
import type { Which } from './decide-leave.ts'

/** Other days for the same request, by the person or whoever decides about it. */
export const editLeave =
  (world: World) =>
  async ({ actor, meta, input }: Commanded<Which & { readonly dates: Dates; readonly cover: PersonId | null }>) => {
    const { person, ...change } = input
    const done = await decide(world)(person, meta, (on) => ({ type: 'Edit', ...change, ...doingOf(actor, on) }))
    return done.ok ? ok({ request: input.request, ...done.value }) : done
  }

/** Takes back single days, or parts of days. */
export const cancelDays =
  (world: World) =>
  async ({ actor, meta, input }: Commanded<Which & { readonly days: readonly AbsentDay[] }>) => {
    const { person, ...change } = input
    const done = await decide(world)(person, meta, (on) => ({ type: 'CancelDays', ...change, ...doingOf(actor, on) }))
    return done.ok ? ok({ request: input.request, ...done.value }) : done
  }
