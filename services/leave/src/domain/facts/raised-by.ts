import type { Charge } from '../time/charged.ts'
import { acceptedBefore } from './accepted-before.ts'
import { chargesFor, type Earlier } from './charges-for.ts'
import type { Facts } from './facts.ts'
import { chargedBeyond } from './pending-change.ts'

/**
 * What other leave of the type costs more, on each day, where accepted leave is changed to these dates: leave that was accepted later pays for
 * the free days that it now encloses with it. It has to be covered together with the change.
 */
export const raisedBy = (
  facts: Facts,
  { id, leaveType, dates }: Earlier & { readonly id: string },
): readonly Charge[] => {
  const was = facts.leaves.filter(({ status }) => status === 'accepted')
  const own = was.findIndex((leave) => leave.id === id)
  const is = was.map((leave) => (leave.id === id ? { ...leave, dates } : leave))
  return was
    .filter((leave, nth) => own >= 0 && own < nth && leave.leaveType === leaveType)
    .flatMap((leave) => {
      const [before, after] = [was, is].map((all) =>
        chargesFor(facts, leaveType, leave.dates, acceptedBefore(all, leave.id)),
      )
      return before && after ? chargedBeyond(before, after) : []
    })
}
