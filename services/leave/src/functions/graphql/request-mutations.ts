import { field } from '@awayday/edge'
import { certifySickness } from '#application/certify-sickness.ts'
import { cancelDays, editLeave } from '#application/change-leave.ts'
import { enterLeave, recordSickness } from '#application/enter-leave.ts'
import { requestLeave } from '#application/request-leave.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import { datesOf } from '#wire/dates-input.ts'
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
    run: (world: LeaveWorld, { args: { input }, actor, meta }) => {
      const { leaveType, cover, exception, certificate, reason } = input
      const wish = { leaveType, dates: datesOf(input), cover, exception, certificate, reason }
      return requestLeave(world)({ actor, meta, input: wish })
    },
    problems,
  }),
  'Mutation.editLeave': field({
    arguments: editLeaveInput,
    key,
    run: (world: LeaveWorld, { args: { input }, actor, meta }) => {
      const { person, request, cover } = input
      return editLeave(world)({ actor, meta, input: { person, request, cover, dates: datesOf(input) } })
    },
    problems,
  }),
  'Mutation.cancelLeaveDays': field({
    arguments: cancelDaysInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { person, request, days } = args.input
      return cancelDays(world)({ actor, meta, input: { person, request, days } })
    },
    problems,
  }),
  'Mutation.enterLeave': field({
    arguments: enterLeaveInput,
    key,
    run: (world: LeaveWorld, { args: { input }, actor, meta }) => {
      const { person, leaveType, cover, certificate, reason } = input
      const leave = { person, leaveType, cover, certificate, reason, dates: datesOf(input) }
      return enterLeave(world)({ actor, meta, input: leave })
    },
    problems,
  }),
  'Mutation.recordSickness': field({
    arguments: recordSicknessInput,
    key,
    run: (world: LeaveWorld, { args: { input }, actor, meta }) => {
      const { person, leaveType, cover, certificate, reason } = input
      const sickness = { person, leaveType, cover, certificate, reason, dates: datesOf(input) }
      return recordSickness(world)({ actor, meta, input: sickness })
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
