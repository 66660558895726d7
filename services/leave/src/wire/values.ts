import { isId, parseLocalDate, parsePersonId } from '@awayday/kernel'
import * as v from 'valibot'

/** Where text becomes a branded value. */
export const personId = parsed(parsePersonId, 'not an id')
/** Of a request, a note, a team, a location. */
export const id = v.pipe(v.string(), v.check(isId, 'not an id'))
export const localDate = parsed(parseLocalDate, 'not a date YYYY-MM-DD')
export const dayPart = v.picklist(['whole', 'am', 'pm'])

function parsed<T>(parse: (text: string) => T | undefined, otherwise: string) {
  return v.pipe(
    v.string(),
    v.check((text) => parse(text) !== undefined, otherwise),
    v.transform((text) => parse(text) as T),
  )
}
