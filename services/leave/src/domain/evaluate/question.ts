import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Credit } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import type { Who } from '../rules/who.ts'
import type { Dates } from '../time/absence.ts'

/** What a document may ask. `id` names the answer; amounts are n in 1/10,000 of what the policy is written in. */
export type Question = { readonly id: string | null } & Ask

type OfType = { readonly person: PersonId; readonly leaveType: string }
/** As the facts were known on a day; null: as they are known now. */
type Known = { readonly knownOn: LocalDate | null }
type Between = { readonly first: LocalDate; readonly last: LocalDate }
/** Dates in words of their own, or those of a leave in the document. */
type Dated = { readonly dates: Dates | null; readonly leave: string | null }

export type Ask =
  | ({ readonly ask: 'charge' } & OfType & Dated)
  | ({ readonly ask: 'grants'; readonly from: LocalDate | null; readonly until: LocalDate } & OfType & Known)
  | ({ readonly ask: 'proration'; readonly on: LocalDate } & OfType & Known)
  | ({ readonly ask: 'carryOver'; readonly on: LocalDate } & OfType & Known)
  | ({ readonly ask: 'losses'; readonly on: LocalDate; readonly until: LocalDate } & OfType & Known)
  | ({ readonly ask: 'balance'; readonly on: LocalDate } & OfType & Known)
  | ({ readonly ask: 'balances'; readonly on: readonly LocalDate[] } & OfType & Known)
  | ({ readonly ask: 'whatIf'; readonly on: readonly LocalDate[] } & OfType & Dated)
  | ({ readonly ask: 'usable' } & OfType & Between & Known)
  | ({
      readonly ask: 'allowed'
      readonly askedOn: LocalDate | null
      /** Who asks or enters it; null: the person. */
      readonly by: PersonId | null
      /** Overrides what rules allow whoever enters it to pass over, the balance too. */
      readonly override: boolean
      readonly reason: boolean
      readonly certificate: boolean
      readonly cover: PersonId | null
    } & OfType &
      Dated)
  | { readonly ask: 'overlap'; readonly one: Dates; readonly other: Dates }
  | ({ readonly ask: 'clashes'; readonly person: PersonId; readonly leaveType: string | null } & Dated)
  | ({ readonly ask: 'away'; readonly filter: AwayFilter; readonly viewer: PersonId | null } & Between & Known)
  | ({ readonly ask: 'day'; readonly person: PersonId } & Between)
  | ({ readonly ask: 'blackoutDays'; readonly person: PersonId; readonly leaveType: string | null } & Between)
  | ({ readonly ask: 'work'; readonly person: PersonId } & Between)
  | { readonly ask: 'approval'; readonly person: PersonId; readonly leave: string; readonly on: LocalDate }
  | ({ readonly ask: 'payOut'; readonly on: LocalDate; readonly amount: Parts | 'all' } & OfType)
  | ({
      readonly ask: 'credit'
      readonly source: Credit['source']
      readonly amount: Parts
      readonly from: LocalDate
      readonly until: LocalDate | null
      /** Who overrides what forbids it; null: nobody. */
      readonly overriddenBy: PersonId | null
    } & OfType)
  | ({ readonly ask: 'closeYear'; readonly last: LocalDate } & OfType)
  /** Of sickness, or of other types; null: of all that are sickness. */
  | {
      readonly ask: 'bradford'
      readonly person: PersonId
      readonly on: LocalDate
      readonly leaveTypes: readonly string[] | null
    }
  /** Which requests in the document rules would have refused; null: all rules. */
  | { readonly ask: 'preview'; readonly rules: readonly string[] | null }
  | { readonly ask: 'history'; readonly person: PersonId; readonly leave: string }

export type AwayFilter = Who & {
  readonly leaveTypes: readonly string[] | null
  readonly statuses: readonly ('pending' | 'accepted')[]
}
