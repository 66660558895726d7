import * as v from 'valibot'
import type { Recharged } from '#domain/person/events.ts'
import type { Charge } from '#domain/time/charged.ts'
import { localDate } from '../values.ts'
import { part, parts, unit } from './values.ts'

/**
 * What each day costs: `["2026-06-05","day",10000]`, and where it is not a whole day its part, and that it is sandwiched. The names of
 * their members would be most of what a request takes in the store.
 */
const charge = [localDate, unit, parts] as const
export const charges = v.array(
  v.pipe(
    v.union([
      v.strictTuple(charge),
      v.strictTuple([...charge, part]),
      v.strictTuple([...charge, part, v.literal('sandwiched')]),
    ]),
    v.transform(
      ([day, unit, n, part = 'whole', sandwiched]): Charge => ({
        day,
        part,
        unit,
        n,
        ...(sandwiched && { sandwiched: true }),
      }),
    ),
  ),
)

export const chargesAtRest = (charges: readonly Charge[]): readonly (readonly unknown[])[] =>
  charges.map(({ day, part, unit, n, sandwiched }) => {
    if (sandwiched) return [day, unit, n, part, 'sandwiched']
    return part === 'whole' ? [day, unit, n] : [day, unit, n, part]
  })

export const rechargedAtRest = (leaves: readonly Recharged[]) =>
  leaves.map(({ request, charges }) => ({ request, charges: chargesAtRest(charges) }))
