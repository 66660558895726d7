import { type Amount, err, type LocalDate, ok, type Result } from '@awayday/kernel'
import { policyOn } from '../entitlement/policy-on.ts'
import type { Facts } from '../facts/facts.ts'
import type { Parts } from '../policy/plan.ts'
import type { PayOutRule } from '../policy/policy.ts'
import { belowFloor } from './below-floor.ts'
import { balanceOf } from './ledger-of.ts'
import { type NotEnoughLeft, notEnough } from './not-covered.ts'

export type PayOut = { readonly amount: Amount; readonly money: Money | null }
/** In 1/10,000 of the currency (ISO 4217), rounded once; half of it up. */
export type Money = { readonly currency: string; readonly n: number }

export type PayOutRefused =
  /** No policy with an entitlement is in force, or there is nothing that may be paid out. */
  | { readonly type: 'NothingToPayOut'; readonly balance: Amount; readonly mustStay: Amount; readonly on: LocalDate }
  /** More than the policy lets go at once (`most`), or than may leave the balance, as `mustStay` must stay. */
  | {
      readonly type: 'TooMuchToPayOut'
      readonly asked: Amount
      readonly available: Amount
      readonly balance: Amount
      readonly mustStay: Amount
      readonly on: LocalDate
    }
  /** Accepted leave on a later day would not be covered. */
  | NotEnoughLeft

/** What is paid out on a day: so much (above zero), or all that may be. */
export const payOutOf = (
  facts: Facts,
  leaveType: string,
  on: LocalDate,
  asked: Parts | 'all',
): Result<PayOut, PayOutRefused> => {
  const policy = policyOn(facts, leaveType, on)?.policy
  const rule = policy?.entitlement?.payOut ?? NONE
  const amount = (n: Parts): Amount => ({ unit: policy?.unit ?? 'day', n })
  const { balance } = balanceOf(facts, leaveType, on)
  const figures = { balance: amount(balance), mustStay: amount(rule.mustStay), on }
  const most = Math.max(0, Math.min(rule.most ?? balance, balance - rule.mustStay))
  const n = asked === 'all' ? coveredUpTo(facts, leaveType, on, most) : asked
  if (n <= 0) return err({ type: 'NothingToPayOut', ...figures })
  if (n > most) return err({ type: 'TooMuchToPayOut', asked: amount(n), available: amount(most), ...figures })
  const short = notEnough(facts, leaveType, shortOf(facts, leaveType, on, n), () => n)
  return short ? err(short) : ok({ amount: amount(n), money: moneyFor(n, rule) })
}

/** What so much was worth on a day; null: the policy names no rate. */
export const moneyOn = (facts: Facts, leaveType: string, on: LocalDate, n: Parts): Money | null =>
  moneyFor(n, policyOn(facts, leaveType, on)?.policy.entitlement?.payOut ?? NONE)

/** As much of it as leaves accepted leave covered. What is taken back from the pay-out may not be enough, so it is looked at again. */
const coveredUpTo = (facts: Facts, leaveType: string, on: LocalDate, most: Parts): Parts => {
  let n = most
  while (n > 0) {
    const short = Math.max(0, ...shortOf(facts, leaveType, on, n).map((day) => day.short))
    if (short === 0) break
    n -= short
  }
  return Math.max(0, n)
}

const shortOf = (facts: Facts, leaveType: string, on: LocalDate, n: Parts) =>
  belowFloor(facts, { ...facts, payOuts: [...facts.payOuts, { leaveType, on, n, fact: '' }] }, leaveType, () => true)

const moneyFor = (n: Parts, { rate }: PayOutRule): Money | null => {
  if (!rate) return null
  const [twice, per] = [2n * BigInt(n) * BigInt(rate.money), BigInt(rate.per)]
  // biome-ignore lint/plugin/no-floats: whole numbers of any size
  return { currency: rate.currency, n: Number((twice + per) / (2n * per)) }
}

const NONE: PayOutRule = { mustStay: 0, most: 0, rate: null }
