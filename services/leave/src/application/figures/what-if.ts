import { type LocalDate, ok, type PersonId } from '@awayday/kernel'
import { whatIf as figuresIf } from '#domain/ledger/what-if.ts'
import { costOfWish } from '#domain/person/wishes.ts'
import type { Dates } from '#domain/time/absence.ts'
import type { World } from '#ports/world.ts'
import { costShown } from '#wire/amount.ts'
import { chargeShown } from '#wire/charge.ts'
import { figuresShown } from '#wire/figures.ts'
import type { Asked } from '../asked.ts'
import { contextFor } from '../context.ts'
import { countedIn } from './counted.ts'
import { seenUntil } from './seen.ts'

type Supposed = {
  readonly person: PersonId | null
  readonly leaveType: string
  readonly dates: Dates
  readonly on: readonly LocalDate[]
}

/** The figures of some days, as they are and as they would be if these days were taken. */
export const whatIf =
  (world: World) =>
  async ({ actor, input: { person, leaveType, dates, on } }: Asked<Supposed>) => {
    const told = await seenUntil(world, actor, { person, knownAt: null }, on)
    if (!told.ok) return told
    const { facts, state, today } = told.value
    const unit = countedIn(facts, leaveType, today)
    if (!unit.ok) return unit
    const looking = { on: today, by: null, cover: null, counts: false }
    const context = await contextFor(world, actor.tenant, told.value, looking)
    const cost = costOfWish({ request: '', leaveType, dates, on: today }, state, facts, context)
    if (!cost.ok) return cost
    return ok({
      amount: costShown(cost.value),
      charges: cost.value.map(chargeShown),
      balances: figuresIf(facts, leaveType, cost.value, on).map((day) => ({
        on: day.on,
        without: figuresShown(day.without, unit.value),
        together: figuresShown(day.together, unit.value),
      })),
    })
  }
