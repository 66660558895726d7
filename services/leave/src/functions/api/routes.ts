import { route } from '@awayday/edge'
import { err, ok } from '@awayday/kernel'
import { safeParse } from 'valibot'
import { balances } from '#application/balances.ts'
import { approveLeave, cancelLeave, declineLeave, withdrawLeave } from '#application/decide-leave.ts'
import { leaveRequests } from '#application/leave-requests.ts'
import type { Which } from '#application/order.ts'
import { requestLeave } from '#application/request-leave.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import { balancesInput } from '#wire/figure-inputs.ts'
import { answerBody, approveBody, requestBody, requestsQuery, whichPath } from '#wire/inputs.ts'
import { problems } from '#wire/problems.ts'
import { queryOf } from '#wire/query.ts'

/** The same use cases as the dashboard's, for scripts and other programs. */
export const routes = [
  route({
    on: 'POST /v1/leave/requests',
    body: requestBody,
    command: true,
    problems,
    run: async (world: LeaveWorld, { body, actor, meta }) => {
      const done = await requestLeave(world)({ actor, meta, input: body })
      return done.ok ? ok({ status: 201, body: { person: actor.person, ...done.value } }) : done
    },
  }),
  route({
    on: 'POST /v1/leave/requests/{person}/{id}/approve',
    body: approveBody,
    command: true,
    problems,
    run: async (world: LeaveWorld, { params, body, actor, meta }) =>
      about(params, (which) => approveLeave(world)({ actor, meta, input: { ...which, ...body } })),
  }),
  route({
    on: 'POST /v1/leave/requests/{person}/{id}/decline',
    body: answerBody,
    command: true,
    problems,
    run: async (world: LeaveWorld, { params, body, actor, meta }) =>
      about(params, (which) => declineLeave(world)({ actor, meta, input: { ...which, ...body } })),
  }),
  takingBack('withdraw', withdrawLeave),
  takingBack('cancel', cancelLeave),
  route({
    on: 'GET /v1/leave/balances',
    problems,
    run: async (world: LeaveWorld, { query, actor }) => {
      const input = queryOf(balancesInput, query)
      if (!input.ok) return input
      const found = await balances(world)({ actor, input: input.value })
      return found.ok ? ok({ status: 200, body: { balances: found.value } }) : found
    },
  }),
  route({
    on: 'GET /v1/leave/requests',
    problems,
    run: async (world: LeaveWorld, { query, actor }) => {
      const input = queryOf(requestsQuery, query)
      if (!input.ok) return input
      const found = await leaveRequests(world)({ actor, input: input.value })
      return found.ok ? ok({ status: 200, body: { requests: found.value } }) : found
    },
  }),
]

function takingBack(verb: 'withdraw' | 'cancel', takeBack: typeof withdrawLeave) {
  return route({
    on: `POST /v1/leave/requests/{person}/{id}/${verb}`,
    command: true,
    problems,
    run: async (world: LeaveWorld, { params, actor, meta }) =>
      about(params, (which) => takeBack(world)({ actor, meta, input: which })),
  })
}

/** What cannot be an id is the id of nothing. */
async function about(
  { person, id }: { readonly person: string; readonly id: string },
  tell: (which: Which) => ReturnType<ReturnType<typeof withdrawLeave>>,
) {
  const which = safeParse(whichPath, { person, request: id })
  if (!which.success) return err({ type: 'NotRequested', request: id } as const)
  const done = await tell(which.output)
  return done.ok ? ok({ status: 200, body: { person: which.output.person, ...done.value } }) : done
}
