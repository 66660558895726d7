import { type LocalDate, ok } from '@awayday/kernel'
import { balanceOf } from '#domain/ledger/ledger-of.ts'
import type { World } from '#ports/world.ts'
import { figuresShown } from '#wire/figures.ts'
import type { Asked } from '../asked.ts'
import { countedIn } from './counted.ts'
import { seenUntil, type Whose } from './seen.ts'

type Days = Whose & { readonly leaveType: string; readonly on: readonly LocalDate[] }

/** The figures of a leave type on several days, past or future. */
export const balancesOn =
  (world: World) =>
  async ({ actor, input: { leaveType, on, ...whose } }: Asked<Days>) => {
    const told = await seenUntil(world, actor, whose, on)
    if (!told.ok) return told
    const { facts, today } = told.value
    const unit = countedIn(facts, leaveType, on[0] ?? today)
    if (!unit.ok) return unit
    return ok(on.map((day) => ({ on: day, figures: figuresShown(balanceOf(facts, leaveType, day), unit.value) })))
  }
