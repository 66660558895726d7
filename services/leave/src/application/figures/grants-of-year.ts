import { addDays, type LocalDate, ok } from '@awayday/kernel'
import type { Grant } from '#domain/entitlement/grant.ts'
import { grantsOf } from '#domain/entitlement/grants-of.ts'
import { leaveYearOf } from '#domain/entitlement/leave-year.ts'
import type { World } from '#ports/world.ts'
import { eventOf, showing } from '#wire/figures.ts'
import type { Asked } from '../asked.ts'
import { countedIn } from './counted.ts'
import { seenUntil, type Whose } from './seen.ts'

type Year = Whose & { readonly leaveType: string; readonly on: LocalDate | null }

/** What is due at the end of a period, or after a waiting period, comes after its leave year, by as much. */
const LATE_DAYS = 800

/** What the plan pays for the leave year in which a day lies, period by period, before caps. */
export const grantsOfYear =
  (world: World) =>
  async ({ actor, input: { leaveType, on, ...whose } }: Asked<Year>) => {
    const told = await seenUntil(world, actor, whose, [on])
    if (!told.ok) return told
    const { facts, eventIds, today } = told.value
    const day = on ?? today
    const unit = countedIn(facts, leaveType, day)
    if (!unit.ok) return unit
    const year = leaveYearOf(facts, leaveType, day)
    const grants = grantsOf(facts, leaveType, addDays(year.last, LATE_DAYS)).filter(
      ({ leaveYear }) => leaveYear === year.first,
    )
    const show = showing(unit.value)
    return ok({
      year,
      total: show(grants.reduce((sum, { n }) => sum + n, 0)),
      grants: grants.map((grant) => grantShown(grant, show, eventIds)),
    })
  }

const grantShown = (
  { source, on, first, last, n, until, balanceCap, yearlyCap, carries, fact }: Grant,
  show: ReturnType<typeof showing>,
  eventIds: readonly string[],
) => ({
  source,
  on,
  first,
  last,
  amount: show(n),
  ...(until === null ? {} : { until }),
  ...(balanceCap === null ? {} : { balanceCap: show(balanceCap) }),
  ...(yearlyCap === null ? {} : { yearlyCap: show(yearlyCap) }),
  carries,
  event: eventOf(fact, eventIds),
})
