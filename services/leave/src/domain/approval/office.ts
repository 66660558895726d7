import type { LocalDate, PersonId } from '@awayday/kernel'
import type { ApprovalRules } from './approval-rules.ts'
import type { Organisation } from './organisation.ts'

/** What decisions are made by: the tenant's rules, who is who, and who is there when. */
export type Office = {
  readonly rules: ApprovalRules
  readonly organisation: Organisation
  readonly presence: Presence
}

/** What a day is for somebody: worked at least in part; away, though there would be work; or free of work anyway. */
export type Presence = (person: PersonId, day: LocalDate) => 'works' | 'away' | 'free'
