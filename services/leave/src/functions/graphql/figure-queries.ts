import { field } from '@awayday/edge'
import { ok } from '@awayday/kernel'
import { balances } from '#application/balances.ts'
import { balancesOn } from '#application/figures/balances-on.ts'
import { bradford } from '#application/figures/bradford.ts'
import { explainFigure } from '#application/figures/explain-figure.ts'
import { grantsOfYear } from '#application/figures/grants-of-year.ts'
import { lossesAhead } from '#application/figures/losses-ahead.ts'
import { usableIn } from '#application/figures/usable-in.ts'
import { whatIf } from '#application/figures/what-if.ts'
import type { LeaveWorld } from '#composition/compose.ts'
import {
  balancesInput,
  balancesOnInput,
  bradfordInput,
  explainInput,
  grantsInput,
  lossesInput,
  usableInput,
  whatIfInput,
} from '#wire/figure-inputs.ts'
import { problems } from '#wire/problems.ts'

export const figureQueries = {
  'Query.balances': field({
    arguments: balancesInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await balances(world)({ actor, input })
      return found.ok ? ok({ balances: found.value }) : found
    },
    problems,
    refused: { balances: [] },
  }),
  'Query.balancesOn': field({
    arguments: balancesOnInput,
    run: async (world: LeaveWorld, { args: input, actor }) => {
      const found = await balancesOn(world)({ actor, input })
      return found.ok ? ok({ days: found.value }) : found
    },
    problems,
    refused: { days: [] },
  }),
  'Query.explainFigure': field({
    arguments: explainInput,
    run: (world: LeaveWorld, { args: input, actor }) => explainFigure(world)({ actor, input }),
    problems,
    refused: { entries: [] },
  }),
  'Query.grantsOfYear': field({
    arguments: grantsInput,
    run: (world: LeaveWorld, { args: input, actor }) => grantsOfYear(world)({ actor, input }),
    problems,
    refused: { grants: [] },
  }),
  'Query.bradford': field({
    arguments: bradfordInput,
    run: (world: LeaveWorld, { args: input, actor }) => bradford(world)({ actor, input }),
    problems,
  }),
  'Query.lossesAhead': field({
    arguments: lossesInput,
    run: (world: LeaveWorld, { args: input, actor }) => lossesAhead(world)({ actor, input }),
    problems,
    refused: { losses: [] },
  }),
  'Query.usableIn': field({
    arguments: usableInput,
    run: (world: LeaveWorld, { args: input, actor }) => usableIn(world)({ actor, input }),
    problems,
    refused: { lots: [] },
  }),
  'Query.whatIf': field({
    arguments: whatIfInput,
    run: (world: LeaveWorld, { args: { input }, actor }) => whatIf(world)({ actor, input }),
    problems,
    refused: { charges: [], balances: [] },
  }),
}
