import * as v from 'valibot'
import { dates } from './dates-input.ts'
import { knownAt, listOf, optional, whose } from './input-parts.ts'
import { id, localDate, personId } from './values.ts'

/** Questions about figures. The person is whoever asks, and the day today, by default. */
const about = { person: whose, leaveType: id, knownAt }

export const balancesInput = v.strictObject({ person: whose, on: optional(localDate), knownAt })
export const personFactsInput = v.strictObject({ person: whose, knownAt })
export const bradfordInput = v.strictObject({ person: personId, on: optional(localDate) })
export const lossesInput = v.strictObject({ ...about, on: optional(localDate), until: localDate })
export const usableInput = v.strictObject({ ...about, first: localDate, last: localDate })
/** A day of each week for two years. */
export const balancesOnInput = v.strictObject({ ...about, on: listOf(localDate, 120) })
export const grantsInput = v.strictObject({ ...about, on: optional(localDate) })
export const explainInput = v.strictObject({
  ...about,
  on: optional(localDate),
  figure: v.picklist([
    'carried',
    'granted',
    'taken',
    'booked',
    'pending',
    'expired',
    'paidOut',
    'balance',
    'available',
  ]),
})
export const whatIfInput = v.strictObject({
  input: v.strictObject({ person: whose, leaveType: id, dates, on: listOf(localDate, 60) }),
})
