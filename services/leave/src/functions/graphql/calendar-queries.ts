import { field } from '@awayday/edge'
import { ok } from '@awayday/kernel'
import { leaveTypes } from '#application/leave-types.ts'
import { teamCalendar } from '#application/team-calendar.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import { nothing, teamCalendarInput } from '#wire/inputs.ts'
import { problems } from '#wire/problems.ts'

/** Who is away, and what days are. */
export const calendarQueries = {
  'Query.leaveTypes': field({
    arguments: nothing,
    run: async (world: LeaveWorld, { actor }) => ok(await leaveTypes(world)({ actor })),
    problems: {},
  }),
  'Query.teamCalendar': field({
    arguments: teamCalendarInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await teamCalendar(world)({ actor, input })
      return found.ok ? ok({ away: found.value }) : found
    },
    problems,
    refused: { away: [] },
  }),
}
