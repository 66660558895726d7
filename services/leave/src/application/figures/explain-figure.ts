import { type LocalDate, ok } from '@awayday/kernel'
import { entriesBehind } from '#domain/ledger/explain.ts'
import type { Figures } from '#domain/ledger/figures.ts'
import { ledgerOf } from '#domain/ledger/ledger-of.ts'
import type { World } from '#ports/world.ts'
import { entryShown } from '#wire/balance.ts'
import { showing } from '#wire/figures.ts'
import type { Asked } from '../asked.ts'
import { countedIn } from './counted.ts'
import { seenUntil, type Whose } from './seen.ts'

type Which = Whose & { readonly leaveType: string; readonly on: LocalDate | null; readonly figure: keyof Figures }

/** The entries that a figure is the sum of, each with the event behind it. */
export const explainFigure =
  (world: World) =>
  async ({ actor, input: { leaveType, on, figure, ...whose } }: Asked<Which>) => {
    const told = await seenUntil(world, actor, whose, [on])
    if (!told.ok) return told
    const { facts, eventIds, today } = told.value
    const asOf = on ?? today
    const unit = countedIn(facts, leaveType, asOf)
    if (!unit.ok) return unit
    const ledger = ledgerOf(facts, leaveType, asOf)
    return ok({
      amount: showing(unit.value)(ledger.figures[figure]),
      entries: entriesBehind(ledger, figure).map((entry) => entryShown(entry, unit.value, eventIds)),
    })
  }
