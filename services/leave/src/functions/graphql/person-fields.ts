import { field } from '@awayday/edge'
import { ok } from '@awayday/kernel'
import { notices } from '#application/company/notices.ts'
import { deputiesOf, nameDeputy, removeDeputy } from '#application/deputies.ts'
import { personFacts } from '#application/person-facts.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import { personFactsInput } from '#wire/figure-inputs.ts'
import { deputyInput, noticesInput, whoseInput } from '#wire/inputs.ts'
import { noticeShown } from '#wire/notice.ts'
import { problems } from '#wire/problems.ts'
import { key } from './key.ts'

const deputing = (depute: typeof nameDeputy) =>
  field({
    arguments: deputyInput,
    key,
    run: (world: LeaveWorld, { args, actor, meta }) => {
      const { commandId: _, ...input } = args.input
      return depute(world)({ actor, meta, input })
    },
    problems,
  })

export const personMutations = {
  'Mutation.nameDeputy': deputing(nameDeputy),
  'Mutation.removeDeputy': deputing(removeDeputy),
}

export const personQueries = {
  'Query.personFacts': field({
    arguments: personFactsInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await personFacts(world)({ actor, input })
      return found.ok ? ok({ facts: found.value }) : found
    },
    problems,
  }),
  'Query.deputies': field({
    arguments: whoseInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await deputiesOf(world)({ actor, input })
      return found.ok ? ok({ deputies: found.value }) : found
    },
    problems,
    refused: { deputies: [] },
  }),
  'Query.notices': field({
    arguments: noticesInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await notices(world)({ actor, input })
      return found.ok ? ok({ notices: found.value.map(noticeShown) }) : found
    },
    problems,
    refused: { notices: [] },
  }),
}
