import { type Amount, addDays, type LocalDate } from '@awayday/kernel'
import { dateOf, dayOf, plusLength } from '../entitlement/days.ts'
import { leaveYearOf } from '../entitlement/leave-year.ts'
import { policyOn } from '../entitlement/policy-on.ts'
import { validityOn } from '../entitlement/validity-of.ts'
import type { Credit, Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import type { Entitlement } from '../policy/policy.ts'
import { belowFloor } from './below-floor.ts'
import { type NotEnoughLeft, notEnough } from './not-covered.ts'
import { turnsOf, yearAround } from './situation-of.ts'

/** Why an entitlement cannot be given or taken by hand, unless a person who may do so overrides it. */
export type CreditRefused =
  /** A credit below zero would leave the balance under the floor. */
  | NotEnoughLeft
  /** With what was given by hand in this leave year it is more than the policy lets; `left` could still be given. */
  | { readonly type: 'TooMuchGranted'; readonly asked: Amount; readonly most: Amount; readonly left: Amount }
  /** It could be used beyond `latest`, the last day that the policy lets; null: for ever. */
  | { readonly type: 'ValidTooLong'; readonly until: LocalDate | null; readonly latest: LocalDate }

/** Only `manual` credits above zero are limited; a credit of any source below zero must leave the floor. */
export const creditAllowed = (
  facts: Facts,
  credit: Credit,
  overriddenBy: string | null = null,
): CreditRefused | undefined => {
  if (overriddenBy !== null) return undefined
  if (credit.n < 0) return floorBroken(facts, credit)
  const policy = policyOn(facts, credit.leaveType, credit.from)?.policy
  if (!policy?.entitlement || credit.source !== 'manual') return undefined
  const { manual } = policy.entitlement
  return tooMuch(facts, credit, manual, policy.unit) ?? tooLong(facts, credit, manual)
}

const floorBroken = (facts: Facts, credit: Credit): CreditRefused | undefined => {
  const { leaveType, n } = credit
  const short = belowFloor(facts, { ...facts, credits: [...facts.credits, credit] }, leaveType, () => true)
  return notEnough(facts, leaveType, short, () => -n)
}

type Limits = Entitlement['manual']

const tooMuch = (facts: Facts, credit: Credit, { mostPerLeaveYear }: Limits, unit: Amount['unit']) => {
  if (mostPerLeaveYear === null) return undefined
  const left = mostPerLeaveYear - givenInYear(facts, credit)
  if (credit.n <= left) return undefined
  const amount = (n: Parts): Amount => ({ unit, n })
  const figures = { asked: amount(credit.n), most: amount(mostPerLeaveYear), left: amount(Math.max(0, left)) }
  return { type: 'TooMuchGranted' as const, ...figures }
}

const givenInYear = (facts: Facts, { leaveType, from }: Credit): Parts => {
  const { first, last } = leaveYearOf(facts, leaveType, from)
  return facts.credits
    .filter((other) => other.leaveType === leaveType && other.source === 'manual' && other.n > 0)
    .filter((other) => first <= other.from && other.from <= last)
    .reduce((sum, { n }) => sum + n, 0)
}

const tooLong = (facts: Facts, credit: Credit, { longestValidity }: Limits): CreditRefused | undefined => {
  if (longestValidity === null) return undefined
  const latest = addDays(dateOf(plusLength(dayOf(credit.from), longestValidity)), -1)
  const until = lastUsable(facts, credit)
  return until !== null && until <= latest ? undefined : { type: 'ValidTooLong', until, latest }
}

const lastUsable = (facts: Facts, { leaveType, from, until }: Credit): LocalDate | null => {
  const validity = validityOn(facts, leaveType, from)
  if (until !== null || !validity.carries) return until ?? validity.until
  return yearAround(turnsOf(facts, leaveType, from), from)?.last ?? null
}
