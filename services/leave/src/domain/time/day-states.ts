import type { LocalDate } from '@awayday/kernel'
import type { Leave } from '../facts/facts.ts'
import type { Whereabouts } from './charged.ts'
import { type Claim, claimedSlots } from './claimed-slots.ts'
import { offSlot, offSlots } from './off-slots.ts'
import { partsOn } from './parts-of.ts'
import type { Slot } from './slot.ts'
import { workOn } from './work-on.ts'

export type Away = Pick<Leave, 'id' | 'leaveType' | 'dates' | 'status'>

/** What a day of a person is made of. Sickness goes before leave, accepted before pending; what is over takes nothing. */
export const slotsOf = (
  where: Whereabouts,
  leaves: readonly Away[],
  day: LocalDate,
  sickTypes: readonly string[] = [],
): readonly Slot[] => {
  const work = workOn(where, day)
  const claims = claimsOn(leaves, day, sickTypes)
  if (work.halves === 0) return offSlots(where, day)
  const nobodySaidWhich = work.halves === 1 && work.am && work.pm
  if (nobodySaidWhich) return [...(claimedSlots(work, claims)[0] ?? []), offSlot(where, day, 'half')]
  const taken = claimedSlots(work, claims)
  const [am, pm] = work.am ? taken : [undefined, ...taken]
  return [...(am ?? [offSlot(where, day, 'am')]), ...(pm ?? [offSlot(where, day, 'pm')])]
}

const claimsOn = (leaves: readonly Away[], day: LocalDate, sickTypes: readonly string[]): readonly Claim[] =>
  leaves
    .filter(({ status }) => status !== 'over')
    .map((leave) => ({ ...leave, sick: sickTypes.includes(leave.leaveType) }))
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(({ id, dates, sick }) =>
      partsOn(dates, day).map((part): Claim => ({ part, state: sick ? 'sickness' : 'leave', leave: id })),
    )

const rank = ({ sick, status }: { readonly sick: boolean; readonly status: Leave['status'] }): number =>
  (sick ? 0 : 2) + (status === 'accepted' ? 0 : 1)
