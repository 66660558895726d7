import { field } from '@awayday/edge'
import { closeYear } from '#application/close-year.ts'
import { closeYears } from '#application/close-years.ts'
import { credit, payOut, recordWork } from '#application/entitle.ts'
import { revokeEntry } from '#application/revoke-entry.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import {
  closeYearInput,
  closeYearsInput,
  creditInput,
  payOutInput,
  recordWorkInput,
  revokeEntryInput,
} from '#wire/entitlement-inputs.ts'
import { problems, yearProblems } from '#wire/problems.ts'
import { key } from './key.ts'

/** What HR, or whoever approves for somebody, gives, takes and records. */
export const entitlementMutations = {
  'Mutation.credit': field({
    arguments: creditInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return credit(world)({ actor, meta, input })
    },
    problems,
  }),
  'Mutation.payOut': field({
    arguments: payOutInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return payOut(world)({ actor, meta, input })
    },
    problems,
  }),
  'Mutation.recordWork': field({
    arguments: recordWorkInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return recordWork(world)({ actor, meta, input })
    },
    problems,
  }),
  'Mutation.revokeEntry': field({
    arguments: revokeEntryInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return revokeEntry(world)({ actor, meta, input })
    },
    problems,
  }),
  'Mutation.closeYear': field({
    arguments: closeYearInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return closeYear(world)({ actor, meta, input })
    },
    problems,
  }),
  'Mutation.closeYears': field({
    arguments: closeYearsInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return closeYears(world)({ actor, meta, input })
    },
    problems: yearProblems,
    refused: { years: [] },
  }),
}
