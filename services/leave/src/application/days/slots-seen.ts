import type { Actor, LocalDate } from '@awayday/kernel'
import { isEmployed } from '#domain/facts/employed.ts'
import type { Leave } from '#domain/facts/facts.ts'
import { type Sight, sightOf } from '#domain/privacy/sight.ts'
import { isAmong, type Who } from '#domain/rules/who.ts'
import { slotsOf } from '#domain/time/day-states.ts'
import type { Slot } from '#domain/time/slot.ts'
import { viewerOf } from '../asked.ts'
import type { Member } from '../colleagues.ts'
import type { TypeOf } from '../leave-types.ts'

/** A part of a day as somebody may see it; `leave`: where it is taken. */
export type SlotSeen = Pick<Slot, 'part'> & {
  readonly state: 'work' | 'away' | 'leave' | 'sickness' | 'holiday' | 'closing' | 'free'
  readonly leave: { readonly sight: Sight; readonly of: Leave } | null
}

/** What a viewer may know of somebody's leave, for any number of days. */
export const viewing = (actor: Actor, member: Member, typeOf: TypeOf) => {
  const { person, leaves } = member
  const sights = new Map(leaves.map((leave) => [leave.id, sightFor(actor, member, leave, typeOf)]))
  const seen = leaves.filter(({ id }) => (sights.get(id) ?? 'nothing') !== 'nothing')
  const sick = [...new Set(leaves.map(({ leaveType }) => leaveType))].filter((type) => typeOf(person, type)?.sickness)
  return {
    /** Nothing where they are not employed, or elsewhere. */
    on: (
      day: LocalDate,
      who: Who,
      counts: (leave: Leave, sight: Sight) => boolean = () => true,
    ): readonly SlotSeen[] => {
      if (!isEmployed(member.employment, day) || !isAmong(who, member, day, {})) return []
      const counted = seen.filter((leave) => counts(leave, sights.get(leave.id) ?? 'nothing'))
      return slotsOf(member, counted, day, sick).map(({ part, state, leave: id }) => {
        const leave = counted.find((one) => one.id === id)
        const sight = leave && sights.get(leave.id)
        if (!leave || !sight) return { part, state, leave: null }
        return { part, state: sight === 'away' ? 'away' : state, leave: { sight, of: leave } }
      })
    },
  }
}

const sightFor = (
  actor: Actor,
  { person, approvers: of }: Member,
  { id, leaveType, status }: Leave,
  typeOf: TypeOf,
) => {
  const approvers = of.get(id) ?? []
  return status === 'over'
    ? 'nothing'
    : sightOf({ person, status, approvers }, typeOf(person, leaveType), viewerOf(actor))
}
