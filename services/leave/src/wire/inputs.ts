import * as v from 'valibot'
import { dayPart, id, localDate, personId } from './values.ts'

/** What is asked of leave, as it arrives. Unknown members are refused. */
const wish = { leaveType: id, first: localDate, firstPart: dayPart, last: localDate, lastPart: dayPart }
const which = { person: personId, request: id }

/** Optional members may be absent or null. */
const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.nullish(schema, null)
const words = optional(v.pipe(v.string(), v.maxLength(1_000, 'is longer than 1,000 characters')))
const whose = optional(personId)
const whole = v.optional(dayPart, 'whole')

export const nothing = v.strictObject({})
export const requestLeaveInput = command({ ...wish, reason: words })
export const decideInput = command({ ...which, answer: words })
export const takeBackInput = command(which)
export const previewInput = v.strictObject({ input: v.strictObject(wish) })
export const balancesInput = v.strictObject({ person: whose, on: optional(localDate) })
/** `atLeast` is kept by itself: requests are read from the stream. */
export const leaveRequestsInput = v.strictObject({
  person: whose,
  atLeast: optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
})
export const teamCalendarInput = v.strictObject({ team: id, first: localDate, last: localDate })

/** Bodies over HTTP, where days are whole unless it is said. */
export const requestBody = v.strictObject({ ...wish, firstPart: whole, lastPart: whole, reason: words })
export const answerBody = v.strictObject({ answer: words })
export const requestsQuery = v.strictObject({ person: whose })
export const whichPath = v.object(which)

function command<Members extends v.ObjectEntries>(members: Members) {
  const commandId = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/, '1 to 128 visible ASCII characters'))
  return v.strictObject({ input: v.strictObject({ commandId, ...members }) })
}
