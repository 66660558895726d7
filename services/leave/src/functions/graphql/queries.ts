import { field } from '@awayday/edge'
import { ok } from '@awayday/kernel'
import { balances } from '#application/balances.ts'
import { leaveRequests } from '#application/leave-requests.ts'
import { previewRequest } from '#application/preview-request.ts'
import { teamCalendar } from '#application/team-calendar.ts'
import { waitingRequests } from '#application/waiting-requests.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import { balancesInput, leaveRequestsInput, nothing, previewInput, teamCalendarInput } from '#wire/inputs.ts'
import { leaveTypesShown } from '#wire/leave-types.ts'
import { problems } from '#wire/problems.ts'

export const queries = {
  'Query.leaveTypes': field({
    arguments: nothing,
    run: async (_world: LeaveWorld) => ok(leaveTypesShown),
    problems: {},
  }),
  'Query.balances': field({
    arguments: balancesInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await balances(world)({ actor, input })
      return found.ok ? ok({ balances: found.value }) : found
    },
    problems,
    refused: { balances: [] },
  }),
  'Query.leaveRequests': field({
    arguments: leaveRequestsInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await leaveRequests(world)({ actor, input })
      return found.ok ? ok({ requests: found.value }) : found
    },
    problems,
    refused: { requests: [] },
  }),
  'Query.waitingRequests': field({
    arguments: nothing,
    run: async (world: LeaveWorld, { actor }) => ok({ waiting: await waitingRequests(world)({ actor }) }),
    problems: {},
    refused: { waiting: [] },
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
  'Query.previewRequest': field({
    arguments: previewInput,
    run: (world: LeaveWorld, { args: { input }, actor }) => previewRequest(world)({ actor, input }),
    problems,
  }),
}
