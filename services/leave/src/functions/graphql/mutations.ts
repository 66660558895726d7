import { field } from '@awayday/edge'
import { approveLeave, cancelLeave, declineLeave, withdrawLeave } from '#application/decide-leave.ts'
import { requestLeave } from '#application/request-leave.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import { decideInput, requestLeaveInput, takeBackInput } from '#wire/inputs.ts'
import { problems } from '#wire/problems.ts'

const key = ({ input }: { readonly input: { readonly commandId: string } }) => input.commandId

const deciding = (decide: typeof approveLeave) =>
  field({
    arguments: decideInput,
    key,
    run: (world: LeaveWorld, { args: { input }, actor, meta }) => decide(world)({ actor, meta, input }),
    problems,
  })

const takingBack = (takeBack: typeof withdrawLeave) =>
  field({
    arguments: takeBackInput,
    key,
    run: (world: LeaveWorld, { args: { input }, actor, meta }) => takeBack(world)({ actor, meta, input }),
    problems,
  })

export const mutations = {
  'Mutation.requestLeave': field({
    arguments: requestLeaveInput,
    key,
    run: (world: LeaveWorld, { args: { input }, actor, meta }) => requestLeave(world)({ actor, meta, input }),
    problems,
  }),
  'Mutation.approveLeave': deciding(approveLeave),
  'Mutation.declineLeave': deciding(declineLeave),
  'Mutation.withdrawLeave': takingBack(withdrawLeave),
  'Mutation.cancelLeave': takingBack(cancelLeave),
}
