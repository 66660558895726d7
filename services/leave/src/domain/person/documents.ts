import type { Policy } from '../policy/policy.ts'
import type { Calendar } from '../time/calendar.ts'
import type { Schedule } from '../time/schedule.ts'
import type { DocumentHash } from './ids.ts'

/** The documents at hand, by their hash. */
export type Documents = {
  readonly policies: ReadonlyMap<DocumentHash, Policy>
  readonly schedules: ReadonlyMap<DocumentHash, Schedule>
  readonly calendars: ReadonlyMap<DocumentHash, Calendar>
}

/** Facts name a document that is not at hand. No refusal: whoever asked reads it, and asks again. */
export class UnknownDocument extends Error {
  override readonly name = 'UnknownDocument'
  readonly kind: keyof Documents
  readonly hash: DocumentHash
  constructor(kind: keyof Documents, hash: DocumentHash) {
    super(`document ${hash} of ${kind} is not at hand`)
    this.kind = kind
    this.hash = hash
  }
}

export const policyOf = ({ policies }: Documents, hash: DocumentHash): Policy => known('policies', policies, hash)
export const scheduleOf = ({ schedules }: Documents, hash: DocumentHash): Schedule =>
  known('schedules', schedules, hash)
export const calendarOf = ({ calendars }: Documents, hash: DocumentHash): Calendar =>
  known('calendars', calendars, hash)

const known = <T>(kind: keyof Documents, all: ReadonlyMap<DocumentHash, T>, hash: DocumentHash): T => {
  const document = all.get(hash)
  if (document === undefined) throw new UnknownDocument(kind, hash)
  return document
}
