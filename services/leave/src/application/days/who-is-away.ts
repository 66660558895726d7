import { ok } from '@awayday/kernel'
import type { Leave } from '#domain/facts/facts.ts'
import type { World } from '#ports/world.ts'
import { awayOnDay } from '#wire/slot.ts'
import type { Asked } from '../asked.ts'
import { eachDay } from '../each-day.ts'
import { typesOf } from '../leave-types.ts'
import { type Group, membersOf } from './group.ts'
import { viewing } from './slots-seen.ts'

/** People times days; only those who are away are answered. */
const DAYS_MAX = 100_000

type Filter = Group & {
  /** Leave of these types, where whoever asks may know the type; null: all. */
  readonly leaveTypes: readonly string[] | null
  readonly statuses: readonly ('pending' | 'approved')[]
}

/** Who is really away from work, day by day: free days and holidays within leave are not shown. */
export const whoIsAway =
  (world: World) =>
  async ({ actor, input: { leaveTypes, statuses, ...group } }: Asked<Filter>) => {
    const found = await membersOf(world, actor, group, DAYS_MAX)
    if (!found.ok) return found
    const { who, members } = found.value
    const people = members.map(({ person }) => person)
    const typeOf = await typesOf(world, actor.tenant, people)
    const views = members.map((member) => ({ person: member.person, view: viewing(actor, member, typeOf) }))
    const counts = ({ leaveType, status }: Leave, sight: string): boolean =>
      statuses.includes(status === 'accepted' ? 'approved' : 'pending') &&
      (leaveTypes === null || (sight !== 'away' && leaveTypes.includes(leaveType)))
    return ok(
      eachDay(group.first, group.last).map((day) => ({
        day,
        away: views.flatMap(({ person, view }) => awayOnDay(person, view.on(day, who, counts))),
      })),
    )
  }
