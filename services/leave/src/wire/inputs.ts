import * as v from 'valibot'
import { absentDays, dates } from './dates-input.ts'
import { command, flag, listOf, optional, which, whose, words } from './input-parts.ts'
import { id, localDate, personId } from './values.ts'

/** What is asked about leave, and told, as it arrives. */
const wish = { leaveType: id, dates, cover: whose, exception: flag, certificate: flag, reason: words }
const entered = { person: whose, leaveType: id, dates, cover: whose, reason: words }
const certificate = v.strictObject({ first: localDate, last: localDate })
/** Ids of rules. */
const inSpiteOf = v.nullish(listOf(id, 1_000), [])

export const nothing = v.strictObject({})
export const requestLeaveInput = command(wish)
export const editLeaveInput = command({ ...which, dates, cover: whose })
export const cancelDaysInput = command({ ...which, days: v.pipe(absentDays, v.minLength(1, 'names no day')) })
export const enterLeaveInput = command({ ...entered, person: personId, certificate: flag })
export const recordSicknessInput = command({ ...entered, certificate: optional(certificate) })
export const certifySicknessInput = command({ ...which, certificate })
export const decideInput = command({ ...which, answer: words })
export const approveInput = command({ ...which, answer: words, inSpiteOf })
export const takeBackInput = command(which)
export const deputyInput = command({ person: whose, deputy: personId, first: localDate, last: localDate })
const version = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
export const whoseInput = v.strictObject({ person: whose })
export const noticesInput = v.strictObject({ person: whose, before: optional(version) })
export const answerCoverInput = command({ ...which, agrees: v.boolean() })
export const previewInput = asked({ person: whose, ...wish })
export const previewEditInput = asked({ ...which, dates, cover: whose })
export const approvalInput = v.strictObject(which)
const requestsEntries = { person: whose, first: optional(localDate), last: optional(localDate) }
/** `atLeast` is kept by itself: requests are read from the stream. */
export const leaveRequestsInput = v.strictObject({
  ...requestsEntries,
  atLeast: optional(version),
})
export const teamCalendarInput = v.strictObject({ team: id, first: localDate, last: localDate })

/** Bodies over HTTP. */
export const requestBody = v.strictObject(wish)
export const answerBody = v.strictObject({ answer: words })
export const approveBody = v.strictObject({ answer: words, inSpiteOf })
export const requestsQuery = v.strictObject(requestsEntries)
export const whichPath = v.object(which)

function asked<Members extends v.ObjectEntries>(members: Members) {
  return v.strictObject({ input: v.strictObject(members) })
}
