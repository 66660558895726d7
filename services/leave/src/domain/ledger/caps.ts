import type { LocalDate } from '@awayday/kernel'
import type { Cut, Grant } from '../entitlement/grant.ts'
import type { Parts } from '../policy/plan.ts'
import { holdingOf } from './holding.ts'
import type { Journal } from './journal.ts'
import { hold, type Position, post, use } from './position.ts'

/** A grant, as far as the caps let it; what they withhold is lost, and not made up. */
export const pay = (at: Position, grant: Grant, nextUntil: LocalDate | null, journal: Journal): void => {
  const { source, on: from, carries, fact, leaveYear } = grant
  const n = Math.max(0, Math.min(grant.n, roomFor(at, grant)))
  if (source === 'plan' && at.counts) at.paid.set(leaveYear, (at.paid.get(leaveYear) ?? 0) + n)
  const holding = holdingOf({ source, from, until: carries ? nextUntil : grant.until, n, carries, fact })
  const cause = { leave: null, fact }
  if (n > 0) {
    hold(at, holding)
    post(at, journal, 'grant', from, n, holding, cause)
  }
  if (n < grant.n) journal.note('withheld', from, grant.n - n, holding, cause)
}

const roomFor = (at: Position, { balanceCap, yearlyCap, leaveYear }: Grant): number =>
  Math.min(
    balanceCap === null ? Number.POSITIVE_INFINITY : balanceCap - at.balance,
    roomInYear(yearlyCap, at.paid.get(leaveYear) ?? 0),
  )

const roomInYear = (yearlyCap: Parts | null, paid: Parts): Parts =>
  yearlyCap === null ? Number.POSITIVE_INFINITY : yearlyCap - paid

/** The grants of one leave year as far as its cap lets them; a balance cap depends on what is taken, and has no say here. */
export const withinYearlyCap = (grants: readonly Grant[]): readonly Grant[] => {
  let paid = 0
  return grants.map((grant) => {
    if (grant.source !== 'plan') return grant
    const n = Math.max(0, Math.min(grant.n, roomInYear(grant.yearlyCap, paid)))
    paid += n
    return { ...grant, n }
  })
}

/** A lower cap takes what is held above it. */
export const cut = (at: Position, { on, cap, fact }: Cut, journal: Journal): void => {
  const cause = { leave: null, fact }
  use(at, Math.max(0, at.balance - cap), (part, holding) => post(at, journal, 'cut', on, -part, holding, cause))
}
