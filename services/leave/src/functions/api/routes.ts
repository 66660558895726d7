import { route } from '@awayday/edge'
import { err, ok } from '@awayday/kernel'
import { safeParse } from 'valibot'
import { balances } from '#application/balances.ts'
import { approveLeave, cancelLeave, declineLeave, withdrawLeave } from '#application/decide-leave.ts'
import { leaveRequests } from '#application/leave-requests.ts'
import { requestLeave } from '#application/request-leave.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import { balancesInput } from '#wire/figure-inputs.ts'
import { answerBody, requestBody, requestsQuery, whichPath } from '#wire/inputs.ts'
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
  deciding('approve', approveLeave),
  deciding('decline', declineLeave),
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

function deciding(verb: 'approve' | 'decline', decide: typeof approveLeave) {
  return route({
    on: `POST /v1/leave/requests/{person}/{id}/${verb}`,
    body: answerBody,
    command: true,
    problems,
    run: async (world: LeaveWorld, { params, body, actor, meta }) => {
      const which = whichOf(params)
      if (!which.ok) return which
      const done = await decide(world)({ actor, meta, input: { ...which.value, ...body } })
      return done.ok ? ok({ status: 200, body: { person: which.value.person, ...done.value } }) : done
    },
  })
}

function takingBack(verb: 'withdraw' | 'cancel', takeBack: typeof withdrawLeave) {
  return route({
    on: `POST /v1/leave/requests/{person}/{id}/${verb}`,
    command: true,
    problems,
    run: async (world: LeaveWorld, { params, actor, meta }) => {
      const which = whichOf(params)
      if (!which.ok) return which
      const done = await takeBack(world)({ actor, meta, input: which.value })
      return done.ok ? ok({ status: 200, body: { person: which.value.person, ...done.value } }) : done
    },
  })
}

/** What cannot be an id is the id of nothing. */
function whichOf({ person, id }: { readonly person: string; readonly id: string }) {
  const { success, output } = safeParse(whichPath, { person, request: id })
  return success ? ok(output) : err({ type: 'NotRequested', request: id } as const)
}
