import * as v from 'valibot'
import type { Recharged } from '#domain/person/events.ts'
import type { Charge } from '#domain/time/charged.ts'
import { localDate } from '../values.ts'
import { part, parts, unit } from './values.ts'

/**
 * What a day costs: `["2026-06-05",10000,"day","whole","sandwiched"]`, without what is usual at its end: most days are `["2026-06-05",10000]`.
 * The names of members would be most of what a request takes in the store.
 */
const charge = [localDate, parts] as const
export const charges = v.array(
  v.pipe(
    v.union([
      v.strictTuple(charge),
      v.strictTuple([...charge, unit]),
      v.strictTuple([...charge, unit, part]),
      v.strictTuple([...charge, unit, part, v.literal('sandwiched')]),
    ]),
    v.transform(
      ([day, n, unit = 'day', part = 'whole', sandwiched]): Charge => ({
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
    if (sandwiched) return [day, n, unit, part, 'sandwiched']
    if (part !== 'whole') return [day, n, unit, part]
    return unit === 'day' ? [day, n] : [day, n, unit]
  })

export const rechargedAtRest = (leaves: readonly Recharged[]) =>
  leaves.map(({ request, charges }) => ({ request, charges: chargesAtRest(charges) }))
