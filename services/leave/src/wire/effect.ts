import type { PersonId } from '@awayday/kernel'
import type { Effect } from '#domain/company/effect-of.ts'
import { amountShown, costShown } from './amount.ts'

/** What somebody would gain or lose. */
export const effectShown = ({ person, balances, leaves }: { readonly person: PersonId } & Effect) => ({
  person,
  balances: balances.map(balanceChangeShown),
  leaves: leaves.map(costChangeShown),
})

export const balanceChangeShown = ({ leaveType, on, before, after }: Effect['balances'][number]) => ({
  leaveType,
  on,
  before: amountShown(before),
  after: amountShown(after),
})

export const costChangeShown = ({ request, before, after }: Effect['leaves'][number]) => ({
  request,
  before: costShown(before),
  after: costShown(after),
})
