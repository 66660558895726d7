import type { Amount } from '@awayday/kernel'
import { closeYear as close } from '../../ledger/close-year.ts'
import { creditAllowed } from '../../ledger/credit-allowed.ts'
import { payOutOf } from '../../ledger/pay-out.ts'
import type { Answer, Json } from '../answer.ts'
import { type AnswerTo, factsOf, showing } from '../asking.ts'
import { shown } from '../shown.ts'
import { figuresJson } from './balance.ts'

/** Whether an amount may be paid out, and its worth in money. */
export const payOut: AnswerTo<'payOut'> = (ask, asking) => {
  const { unit, show } = showing(asking, ask)
  const outcome = payOutOf(factsOf(asking, ask.person), ask.leaveType, ask.on, ask.amount)
  if (!outcome.ok) return { unit, allowed: false, why: refusalJson(outcome.error, show) }
  const { amount, money } = outcome.value
  return {
    unit,
    allowed: true,
    amount: show(amount.n),
    money: money && { currency: money.currency, amount: shown(money.n, 'day') },
  }
}

/** Whether a grant by hand or a correction is allowed. */
export const credit: AnswerTo<'credit'> = (ask, asking) => {
  const { unit, show } = showing(asking, ask)
  const { leaveType, source, amount, from, until, overriddenBy } = ask
  const wished = { leaveType, source, n: amount, from, until, fact: '$.questions' }
  const refused = creditAllowed(factsOf(asking, ask.person), wished, overriddenBy)
  return refused ? { unit, allowed: false, why: refusalJson(refused, show) } : { unit, allowed: true }
}

/** What closing a leave year pins. */
export const closeYear: AnswerTo<'closeYear'> = (ask, asking) => {
  const { unit, show } = showing(asking, ask)
  const { figures, carry, forfeited } = close(factsOf(asking, ask.person), ask.leaveType, ask.last)
  return { unit, last: ask.last, ...figuresJson(figures, show), carry: show(carry), forfeited: show(forfeited) }
}

/** A refusal with its figures as they are written. */
export const refusalJson = (
  refusal: { readonly type: string } & { readonly [member: string]: Amount | Json | undefined },
  show: (n: number) => string,
): Answer =>
  Object.fromEntries(
    Object.entries(refusal).flatMap(([member, value]) => {
      if (value === undefined) return []
      return [[member, isAmount(value) ? show(value.n) : value]]
    }),
  )

const isAmount = (value: Amount | Json): value is Amount =>
  typeof value === 'object' && value !== null && 'n' in value && 'unit' in value && typeof value.n === 'number'
