import { type Instant, isId, parseLocalDate, parsePersonId, parseTenantId } from '@awayday/kernel'
import * as v from 'valibot'

/** Where text becomes a branded value. */
export const personId = parsed(parsePersonId, 'not an id')
/** Of a team, a location, …: anything of ours that has no type of its own. */
export const id = v.pipe(v.string(), v.check(isId, 'not an id'))
export const tenantId = parsed(parseTenantId, 'not a tenant')
export const localDate = parsed(parseLocalDate, 'not a date YYYY-MM-DD')
export const instant = parsed((text) => (INSTANT.test(text) ? (text as Instant) : undefined), 'not a UTC instant')

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

function parsed<T>(parse: (text: string) => T | undefined, otherwise: string) {
  return v.pipe(
    v.string(),
    v.check((text) => parse(text) !== undefined, otherwise),
    v.transform((text) => parse(text) as T),
  )
}
