import type { PersonId } from '@awayday/kernel'
import type { AbsentDay, Dates } from '#domain/time/absence.ts'
import type { World } from '#ports/world.ts'
import type { Commanded } from './asked.ts'
import { orderAbout, type Which } from './order.ts'

/** Other days for the same request, by the person or whoever decides about it. */
export const editLeave =
  (world: World) => (call: Commanded<Which & { readonly dates: Dates; readonly cover: PersonId | null }>) => {
    const { dates, cover } = call.input
    return orderAbout(world, call, null, (about) => ({ type: 'Edit', ...about, dates, cover }))
  }

/** Takes back single days, or parts of days. */
export const cancelDays = (world: World) => (call: Commanded<Which & { readonly days: readonly AbsentDay[] }>) =>
  orderAbout(world, call, null, (about) => ({ type: 'CancelDays', ...about, days: call.input.days }))
