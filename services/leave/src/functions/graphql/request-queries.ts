import { field, payloadProblem } from '@awayday/edge'
import { ok } from '@awayday/kernel'
import { coverRequests } from '#application/cover-requests.ts'
import { leaveRequest } from '#application/leave-request.ts'
import { leaveRequests } from '#application/leave-requests.ts'
import { previewEdit } from '#application/preview-edit.ts'
import { previewRequest } from '#application/preview-request.ts'
import { waitingRequests } from '#application/waiting-requests.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import { approvalInput, leaveRequestsInput, nothing, previewEditInput, previewInput } from '#wire/inputs.ts'
import { problems } from '#wire/problems.ts'

export const requestQueries = {
  'Query.leaveRequests': field({
    arguments: leaveRequestsInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await leaveRequests(world)({ actor, input })
      return found.ok ? ok({ requests: found.value }) : found
    },
    problems,
    refused: { requests: [] },
  }),
  'Query.leaveRequest': field({
    arguments: approvalInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await leaveRequest(world)({ actor, input })
      return found.ok ? ok({ detail: found.value }) : found
    },
    problems,
  }),
  'Query.waitingRequests': field({
    arguments: nothing,
    run: async (world: LeaveWorld, { actor }) => ok(await waitingRequests(world)({ actor })),
    problems: {},
    refused: { waiting: [], more: 0 },
  }),
  'Query.coverRequests': field({
    arguments: nothing,
    run: async (world: LeaveWorld, { actor }) => ok({ requests: await coverRequests(world)({ actor }) }),
    problems: {},
    refused: { requests: [] },
  }),
  'Query.previewRequest': field({
    arguments: previewInput,
    run: async (world: LeaveWorld, { args: { input }, actor }) => {
      const found = await previewRequest(world)({ actor, input })
      if (!found.ok) return found
      const { refusal, ...shown } = found.value
      return ok(refusal ? { ...shown, problem: payloadProblem(refusal, problems) } : shown)
    },
    problems,
  }),
  'Query.previewEdit': field({
    arguments: previewEditInput,
    run: async (world: LeaveWorld, { args: { input }, actor }) => {
      const found = await previewEdit(world)({ actor, input })
      if (!found.ok) return found
      const { refusal, ...shown } = found.value
      return ok(refusal ? { ...shown, problem: payloadProblem(refusal, problems) } : shown)
    },
    problems,
  }),
}
