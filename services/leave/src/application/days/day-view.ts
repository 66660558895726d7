import { ok } from '@awayday/kernel'
import type { World } from '#ports/world.ts'
import { slotShown } from '#wire/slot.ts'
import type { Asked } from '../asked.ts'
import { eachDay } from '../each-day.ts'
import { typesOf } from '../leave-types.ts'
import { type Group, membersOf } from './group.ts'
import { viewing } from './slots-seen.ts'

/** People times days. */
const DAYS_MAX = 5_000

/** What each part of each day is for each of a group, as far as whoever asks may know. */
export const dayView =
  (world: World) =>
  async ({ actor, input }: Asked<Group>) => {
    const found = await membersOf(world, actor, input, DAYS_MAX)
    if (!found.ok) return found
    const { who, members } = found.value
    const people = members.map(({ person }) => person)
    const typeOf = await typesOf(world, actor.tenant, people)
    const days = eachDay(input.first, input.last)
    return ok(
      members.flatMap((member) => {
        const view = viewing(actor, member, typeOf)
        const shown = days.map((day) => ({ day, slots: view.on(day, who).map(slotShown) }))
        const there = shown.filter(({ slots }) => slots.length > 0)
        return there.length > 0 ? [{ person: member.person, days: there }] : []
      }),
    )
  }
