import { field } from '@awayday/edge'
import { ok } from '@awayday/kernel'
import { blackoutDays } from '#application/days/blackout-days.ts'
import { dayView } from '#application/days/day-view.ts'
import { whoIsAway } from '#application/days/who-is-away.ts'
import { leaveTypes } from '#application/leave-types.ts'
import { teamCalendar } from '#application/team-calendar.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import { blackoutDaysInput, dayViewInput, whoIsAwayInput } from '#wire/day-inputs.ts'
import { nothing, teamCalendarInput } from '#wire/inputs.ts'
import { dayProblems, problems } from '#wire/problems.ts'

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
  'Query.dayView': field({
    arguments: dayViewInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await dayView(world)({ actor, input })
      return found.ok ? ok({ people: found.value }) : found
    },
    problems: dayProblems,
    refused: { people: [] },
  }),
  'Query.whoIsAway': field({
    arguments: whoIsAwayInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await whoIsAway(world)({ actor, input })
      return found.ok ? ok({ days: found.value }) : found
    },
    problems: dayProblems,
    refused: { days: [] },
  }),
  'Query.blackoutDays': field({
    arguments: blackoutDaysInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await blackoutDays(world)({ actor, input })
      return found.ok ? ok({ days: found.value }) : found
    },
    problems,
    refused: { days: [] },
  }),
}
