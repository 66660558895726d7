import { err, type LocalDate, ok } from '@awayday/kernel'
import { lossesAhead as lossesOf } from '#domain/ledger/losses-ahead.ts'
import type { World } from '#ports/world.ts'
import { lotShown, showing } from '#wire/figures.ts'
import type { Asked } from '../asked.ts'
import { countedIn } from './counted.ts'
import { seenUntil, type Whose } from './seen.ts'

type Ahead = Whose & { readonly leaveType: string; readonly on: LocalDate | null; readonly until: LocalDate }

/** What is lost by when, if nothing more is taken than is accepted. */
export const lossesAhead =
  (world: World) =>
  async ({ actor, input: { leaveType, on, until, ...whose } }: Asked<Ahead>) => {
    const told = await seenUntil(world, actor, whose, [on, until])
    if (!told.ok) return told
    const { facts, eventIds, today } = told.value
    const first = on ?? today
    if (until < first) return err({ type: 'EndBeforeStart', first, last: until } as const)
    const unit = countedIn(facts, leaveType, first)
    if (!unit.ok) return unit
    const losses = lossesOf(facts, leaveType, first, until)
    const show = showing(unit.value)
    return ok({
      total: show(losses.reduce((sum, { n }) => sum + n, 0)),
      losses: losses.map(({ lastDay, because, n, lot }) => ({
        lastDay,
        because,
        amount: show(n),
        lot: lotShown(lot, unit.value, eventIds),
      })),
    })
  }
