import type { Instant, LocalDate } from '@awayday/kernel'
import * as v from 'valibot'
import { id, localDate, personId } from './values.ts'

/** What inputs are made of. Unknown members are refused; optional ones may be absent or null. */
export const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.nullish(schema, null)
export const words = optional(v.pipe(v.string(), v.maxLength(1_000, 'is longer than 1,000 characters')))
export const whose = optional(personId)
export const which = { person: personId, request: id }
export const flag = v.nullish(v.boolean(), false)

/** Before anything of it is looked at: so many at most. */
export const listOf = <Schema extends v.GenericSchema>(schema: Schema, most: number) =>
  v.pipe(v.array(schema), v.maxLength(most, `has more than ${grouped(most)} members`))

export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** A date, or an instant in UTC as records have it: what was known by then. */
export const knownAt = optional(
  v.union(
    [
      v.pipe(
        localDate,
        v.transform((day): KnownAt => ({ kind: 'day', day })),
      ),
      v.pipe(
        v.string(),
        v.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z$/),
        v.check((text) => v.is(localDate, text.slice(0, 10))),
        v.transform((text): KnownAt => ({ kind: 'instant', at: text as Instant })),
      ),
    ],
    'neither a date YYYY-MM-DD nor an instant such as 2026-05-04T08:00:00.000Z',
  ),
)

/** By the end of a day where the person works, or at a moment. */
export type KnownAt =
  | { readonly kind: 'day'; readonly day: LocalDate }
  | { readonly kind: 'instant'; readonly at: Instant }

/** Made by the caller; the same again is safe. */
export const commandId = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/, '1 to 128 visible ASCII characters'))

export const command = <Members extends v.ObjectEntries>(members: Members) =>
  v.strictObject({ input: v.strictObject({ commandId, ...members }) })

/** `1,000`, without `toLocaleString`, which loads what Node knows of languages: 28 ms of a cold start. */
function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
}
