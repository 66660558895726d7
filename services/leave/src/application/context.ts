import { weekday } from '@awayday/kernel'
import { STANDARD_APPROVAL } from '#domain/approval/approval-rules.ts'
import { starterLeaveTypes } from '#domain/leave-type/starter.ts'
import type { Context } from '#domain/person/context.ts'
import type { Documents } from '#domain/person/documents.ts'

/** What a decision looks at besides the stream, until companies have rules of their own. */
export const starterContext = (documents: Documents): Context => ({
  documents,
  office: {
    rules: STANDARD_APPROVAL,
    organisation: { people: {}, departments: {}, deputies: [] },
    presence: (_person, day) => (weekday(day) <= 5 ? 'works' : 'free'),
  },
  company: { people: [], departments: {}, leaveTypes: starterLeaveTypes },
  rules: [],
})
