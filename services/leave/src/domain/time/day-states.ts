import type { LocalDate } from '@awayday/kernel'
import type { Leave } from '../facts/facts.ts'
import type { Whereabouts } from './charged.ts'
import { type Claim, claimedSlots } from './claimed-slots.ts'
import { offSlot, offSlots } from './off-slots.ts'
import { partsOn } from './parts-of.ts'
import type { Minute } from './schedule.ts'
import type { Slot } from './slot.ts'
import { share } from './taken.ts'
import { noonOn, workOn } from './work-on.ts'

export type Away = Pick<Leave, 'id' | 'leaveType' | 'dates' | 'status'>

/**
 * What a day of a person is made of. `leaves` as `Facts` has them: what was accepted first takes first, and sickness before leave that it
 * lies over; accepted before pending; what is over takes nothing.
 */
export const slotsOf = (
  where: Whereabouts,
  leaves: readonly Away[],
  day: LocalDate,
  sickTypes: readonly string[] = [],
): readonly Slot[] => {
  const work = workOn(where, day)
  const claims = claimsOn(leaves, day, sickTypes, noonOn(where, day))
  if (work.halves === 0) return offSlots(where, day)
  const nobodySaidWhich = work.halves === 1 && work.am && work.pm
  if (nobodySaidWhich) return [...(claimedSlots(work, claims)[0] ?? []), offSlot(where, day, 'half')]
  const taken = claimedSlots(work, claims)
  const [am, pm] = work.am ? taken : [undefined, ...taken]
  return [...(am ?? [offSlot(where, day, 'am')]), ...(pm ?? [offSlot(where, day, 'pm')])]
}

const claimsOn = (
  leaves: readonly Away[],
  day: LocalDate,
  sickTypes: readonly string[],
  noon: Minute,
): readonly Claim[] => {
  const claims: Claim[] = []
  for (const status of ['accepted', 'pending'])
    for (const { id, leaveType, dates } of leaves.filter((leave) => leave.status === status)) {
      const state = sickTypes.includes(leaveType) ? 'sickness' : 'leave'
      for (const part of partsOn(dates, day)) {
        const under = claims.findIndex(
          (other) => state === 'sickness' && other.state === 'leave' && share([other.part], [part], noon),
        )
        claims.splice(under < 0 ? claims.length : under, 0, { part, state, leave: id })
      }
    }
  return claims
}
