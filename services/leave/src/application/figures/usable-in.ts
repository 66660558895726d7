import { daysBetween, err, type LocalDate, ok } from '@awayday/kernel'
import { usableIn as usableOf } from '#domain/ledger/usable-in.ts'
import type { World } from '#ports/world.ts'
import { lotShown, showing } from '#wire/figures.ts'
import type { Asked } from '../asked.ts'
import { countedIn } from './counted.ts'
import { seenUntil, type Whose } from './seen.ts'

type Span = Whose & { readonly leaveType: string; readonly first: LocalDate; readonly last: LocalDate }

/** Ten years: whoever asks for more asks for everything. */
const DAYS_MAX = 3_660

/** What can be used in a span if every day that is still free of leave is taken, by lot. */
export const usableIn =
  (world: World) =>
  async ({ actor, input: { leaveType, first, last, ...whose } }: Asked<Span>) => {
    if (last < first) return err({ type: 'EndBeforeStart', first, last } as const)
    const days = daysBetween(first, last)
    if (days > DAYS_MAX) return err({ type: 'TooLong', days, most: DAYS_MAX } as const)
    const told = await seenUntil(world, actor, whose, [last])
    if (!told.ok) return told
    const { facts, eventIds } = told.value
    const unit = countedIn(facts, leaveType, first)
    if (!unit.ok) return unit
    const lots = usableOf(facts, leaveType, first, last)
    const show = showing(unit.value)
    return ok({
      total: show(lots.reduce((sum, { n }) => sum + n, 0)),
      lots: lots.map(({ lot, n }) => ({ usable: show(n), lot: lotShown(lot, unit.value, eventIds) })),
    })
  }
