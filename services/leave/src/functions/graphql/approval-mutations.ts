import { field } from '@awayday/edge'
import {
  answerCover,
  approveCancellation,
  approveLeave,
  cancelLeave,
  declineCancellation,
  declineLeave,
  keepLeave,
  withdrawLeave,
} from '#application/decide-leave.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import { answerCoverInput, approveInput, decideInput, takeBackInput } from '#wire/inputs.ts'
import { problems } from '#wire/problems.ts'
import { key } from './key.ts'

const deciding = (decide: typeof declineLeave) =>
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

/** Words about a request that is there. */
export const approvalMutations = {
  'Mutation.approveLeave': field({
    arguments: approveInput,
    key,
    run: (world: LeaveWorld, { args: { input }, actor, meta }) => approveLeave(world)({ actor, meta, input }),
    problems,
  }),
  'Mutation.declineLeave': deciding(declineLeave),
  'Mutation.approveCancellation': deciding(approveCancellation),
  'Mutation.declineCancellation': deciding(declineCancellation),
  'Mutation.withdrawLeave': takingBack(withdrawLeave),
  'Mutation.cancelLeave': takingBack(cancelLeave),
  'Mutation.keepLeave': takingBack(keepLeave),
  'Mutation.answerCover': field({
    arguments: answerCoverInput,
    key,
    run: (world: LeaveWorld, { args: { input }, actor, meta }) => answerCover(world)({ actor, meta, input }),
    problems,
  }),
}
