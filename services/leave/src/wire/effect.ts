import type { PersonId } from '@awayday/kernel'
import type { Effect } from '#domain/company/effect-of.ts'
import { amountOf } from '#domain/person/amount-of.ts'
import { amountShown } from './amount.ts'

/** What somebody would gain or lose. */
export const effectShown = ({ person, balances, leaves }: { readonly person: PersonId } & Effect) => ({
  person,
  balances: balances.map(({ before, after, ...of }) => ({
    ...of,
    before: amountShown(before),
    after: amountShown(after),
  })),
  leaves: leaves.map(({ request, before, after }) => ({
    request,
    before: amountShown(amountOf(before)),
    after: amountShown(amountOf(after)),
  })),
})
