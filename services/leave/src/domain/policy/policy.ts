import type { Unit } from '@awayday/kernel'
import type { Counting } from './counting.ts'
import type { Length, MonthDay } from './length.ts'
import type { Parts, Plan } from './plan.ts'

/**
 * The rules of a leave type for whom it applies to; every setting is there, none is left to a default of the day. What a setting means and its default stand beside it.
 */
export type Policy = {
  readonly leaveType: string
  /** What the policy counts in; all its amounts are n in 1/10,000 of it. */
  readonly unit: Unit
  readonly counting: Counting
  /** Null: a type without a balance, such as sick leave. */
  readonly entitlement: Entitlement | null
}

export type Entitlement = {
  /** When the leave year starts: a date of the year (1 January by default), or the anniversary of joining. */
  readonly leaveYear: MonthDay | 'anniversary'
  /** Null: nothing is earned; lots come by manual grants alone. */
  readonly plan: Plan | null
  /** When what is left is carried over: as the leave year starts (default), on the anniversary of joining, or on a date. */
  readonly carryOverOn: 'leaveYear' | 'anniversary' | MonthDay
  /** Which lot a leave day uses first. `lastUsableFirst` (default); carried lots before new ones; or the lot that started earliest. Ties go to the lot that started earlier, then to the one granted first. */
  readonly order: 'lastUsableFirst' | 'carriedFirst' | 'earliestStartFirst'
  /** How far decisions may go below zero: 0 (default) or less; null: without limit. */
  readonly floor: Parts | null
  /** Limits of manual grants; null (default): none. */
  readonly manual: { readonly mostPerLeaveYear: Parts | null; readonly longestValidity: Length | null }
  readonly payOut: PayOutRule
  /** Whether figures count lots that start after the day they are of. False by default. */
  readonly countLaterLots: boolean
}

export type PayOutRule = {
  /** What must stay in the balance after a pay-out; 0 by default. */
  readonly mustStay: Parts
  /** The most of one pay-out; null (default): no limit. 0: nothing is paid out. */
  readonly most: Parts | null
  /** `money`, in 1/10,000 of the currency (ISO 4217), for `per`: a day is 10,000, an hour of minutes 600,000. Null (default): no amount is shown. */
  readonly rate: { readonly currency: string; readonly money: number; readonly per: Parts } | null
}
