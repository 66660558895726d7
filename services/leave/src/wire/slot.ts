import type { PersonId } from '@awayday/kernel'
import type { Leave } from '#domain/facts/facts.ts'
import type { Sight } from '#domain/privacy/sight.ts'
import { partText } from '#domain/time/part-text.ts'
import type { Slot } from '#domain/time/slot.ts'

/** A part of a day as it may be seen. */
type Seen = Pick<Slot, 'part'> & {
  readonly state: string
  readonly leave: { readonly sight: Sight; readonly of: Leave } | null
}

export const slotShown = ({ part, state, leave }: Seen) => ({
  part: partText(part),
  state,
  ...(leave ? leaveShown(leave) : {}),
})

/** Each leave of a day with the parts it takes. */
export const awayOnDay = (person: PersonId, slots: readonly Seen[]) =>
  [...Map.groupBy(slots, ({ leave }) => leave?.of.id)].flatMap(([id, taken]) => {
    const leave = taken[0]?.leave
    if (id === undefined || !leave) return []
    const parts = taken.map(({ part }) => partText(part))
    return [{ person, parts: parts.join(',') === 'am,pm' ? ['whole'] : parts, ...leaveShown(leave) }]
  })

/** The type for those who may see it; the request for those who may see all. */
const leaveShown = ({ sight, of }: { readonly sight: Sight; readonly of: Leave }) => ({
  status: of.status === 'accepted' ? 'approved' : 'pending',
  ...(sight === 'type' || sight === 'all' ? { leaveType: of.leaveType } : {}),
  ...(sight === 'all' ? { request: of.id } : {}),
})
