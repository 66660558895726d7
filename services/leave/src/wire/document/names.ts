import type { PersonId } from '@awayday/kernel'
import type { LeaveType } from '#domain/leave-type/leave-type.ts'
import type { Document } from './document.ts'

/** What a document may refer to. */
export type Names = {
  readonly schedules: readonly string[]
  readonly locations: readonly string[]
  readonly departments: readonly string[]
  readonly policies: readonly string[]
  readonly leaveTypes: readonly string[]
  readonly rules: readonly string[]
  readonly people: readonly PersonId[]
}

/** Where nothing is said, everybody works there. */
export const OFFICE = 'office'
export const COMPANY = 'company'

/** A leave type is known where the document lists it, or a policy is for it. */
export const namesIn = (document: Document, leaveTypes: readonly LeaveType[]): Names => ({
  schedules: Object.keys(document.schedules),
  locations: [...Object.keys(document.locations), OFFICE],
  departments: [...Object.keys(document.departments), COMPANY],
  policies: Object.keys(document.policies),
  leaveTypes: [
    ...new Set([
      ...leaveTypes.map(({ id }) => id),
      ...Object.values(document.policies).map(({ policy }) => policy.leaveType),
    ]),
  ],
  rules: document.rules.map(({ id }) => id),
  people: document.people.map(({ id }) => id),
})
