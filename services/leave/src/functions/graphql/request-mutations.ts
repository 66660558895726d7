import { field } from '@awayday/edge'
import { certifySickness } from '#application/certify-sickness.ts'
import { cancelDays, editLeave } from '#application/change-leave.ts'
import { enterLeave, recordSickness } from '#application/enter-leave.ts'
import { requestLeave } from '#application/request-leave.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import {
  cancelDaysInput,
  certifySicknessInput,
  editLeaveInput,
  enterLeaveInput,
  recordSicknessInput,
  requestLeaveInput,
} from '#wire/inputs.ts'
import { problems } from '#wire/problems.ts'
import { key } from './key.ts'

/** Leave that comes to be, and its days. */
export const requestMutations = {
  'Mutation.requestLeave': field({
    arguments: requestLeaveInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return requestLeave(world)({ actor, meta, input })
    },
    problems,
  }),
  'Mutation.editLeave': field({
    arguments: editLeaveInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return editLeave(world)({ actor, meta, input })
    },
    problems,
  }),
  'Mutation.cancelLeaveDays': field({
    arguments: cancelDaysInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return cancelDays(world)({ actor, meta, input })
    },
    problems,
  }),
  'Mutation.enterLeave': field({
    arguments: enterLeaveInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return enterLeave(world)({ actor, meta, input })
    },
    problems,
  }),
  'Mutation.recordSickness': field({
    arguments: recordSicknessInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return recordSickness(world)({ actor, meta, input })
    },
    problems,
  }),
  'Mutation.certifySickness': field({
    arguments: certifySicknessInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return certifySickness(world)({ actor, meta, input })
    },
    problems,
  }),
}
