import type { LocalDate } from '@awayday/kernel'
import type { Entitlement } from '../policy/policy.ts'
import { inForceOrFirst } from '../time/in-force.ts'
import type { Holding } from './holding.ts'

export type Order = Entitlement['order']

/** By the policy in force on a day; the first one also holds before. */
export const orderOn =
  ({ orders }: { readonly orders: readonly { readonly from: LocalDate; readonly order: Order }[] }) =>
  (day: LocalDate): Order =>
    inForceOrFirst(orders, day)?.order ?? 'lastUsableFirst'

/** Puts a lot that begins where it belongs among those that are there: after its equals, as they began before it. */
export const insert = (held: Holding[], holding: Holding, order: Order): void => {
  let place = held.length
  for (let before = held[place - 1]; before && comesBefore(holding, before, order); before = held[place - 1]) place--
  if (place === held.length) held.push(holding)
  else held.splice(place, 0, holding)
}

/** For lots in the order in which they began and were granted, which decides between equals. */
export const inOrderOfUse = (held: readonly Holding[], order: Order): Holding[] =>
  held.toSorted((a, b) => (comesBefore(a, b, order) ? -1 : comesBefore(b, a, order) ? 1 : 0))

const comesBefore = (a: Holding, b: Holding, order: Order): boolean => {
  if (order === 'earliestStartFirst') return false
  if (order === 'carriedFirst' && isCarried(a) !== isCarried(b)) return isCarried(a)
  return a.last !== b.last && a.last < b.last
}

const isCarried = ({ lot }: Holding): boolean => lot.source === 'carried'
