import type { LocalDate, PersonId, Unit } from '@awayday/kernel'
import type { Earlier } from '#domain/facts/charges-for.ts'
import type { Applied, Facts, Leave } from '#domain/facts/facts.ts'
import type { Dates } from '#domain/time/absence.ts'
import type { Charge } from '#domain/time/charged.ts'
import { anyDates, anyDaysShared } from './histories/any-dates.ts'
import { anyPlaces } from './histories/any-place.ts'
import { anyCounting, anyPolicy } from './histories/any-policy.ts'
import { anySchedule } from './histories/any-schedule.ts'
import { type Chance, chanceOf } from './histories/chance.ts'
import { anyDay, FIRST_YEAR } from './histories/days.ts'
import { scale } from './histories/scale.ts'
import { type DayNo, dateOf, dayIn, no, ymd } from './oracle/almanac.ts'
import { oracleChargesFor } from './oracle/charges-for.ts'

/** The leave type whose balance is looked at, and one whose absence may not count as worked. */
export const VACATION = 'vacation'
const UNPAID = 'unpaid'
/** The leave type of the wish. */
export const WISHED = 'wished'

/** A person's facts over about three years, and days to look at them; the same for the same seed. */
export type History = { readonly facts: Facts; readonly asOf: readonly LocalDate[]; readonly wish: Wish }

/** What the person asks for besides: dates, what was accepted before, and the leave that is to be changed by these charges, if any. */
export type Wish = {
  readonly dates: Dates
  readonly earlier: readonly Earlier[]
  readonly charges: readonly Charge[]
  readonly leave: string | null
}

export const historyOf = (seed: number): History => {
  const chance = chanceOf(seed)
  const { list, likely, pick } = chance
  const unit: Unit = likely(75) ? 'day' : 'minute'
  const joining = anyDay(chance, FIRST_YEAR, 2024)
  const where = { ...anyPlaces(chance), schedules: anySchedules(chance, joining) }
  const policies = anyPolicies(chance, joining, unit)
  const withoutLeave: Facts = {
    person: 'p1' as PersonId,
    employment: anyEmployment(chance, joining),
    ...where,
    policies,
    leaves: [],
    credits: anyCredits(chance, joining, unit),
    payOuts: list(0, pick(0, 0, 2), (i) => ({
      leaveType: VACATION,
      on: dateOf(anyDay(chance, 2024)),
      n: chance.int(1, 50_000) * scale(unit),
      fact: `pay-out ${i}`,
    })),
    worked: likely(70) ? [] : anyRecords(chance),
    closedYears: [],
  }
  const leaves = anyLeaves(chance, withoutLeave)
  const closedYears = likely(85) ? [] : [anyClosedYear(chance, policies, joining, unit)]
  const facts = { ...withoutLeave, leaves, closedYears }
  const wish = anyWish(chance, facts)
  const wished = { ...facts, policies: [...policies, ...anyWays(chance, wish.dates)].sort(byFrom) }
  return { facts: wished, asOf: list(1, 2, () => dateOf(anyDay(chance))), wish }
}

const anyEmployment = (chance: Chance, joining: DayNo): Facts['employment'] => {
  const from = dateOf(joining)
  if (chance.likely(60)) return [{ from, until: null, fact: 'employed' }]
  const leaving = joining + chance.pick(chance.int(0, 60), chance.int(0, 800))
  const first = { from, until: dateOf(leaving), fact: 'employed' }
  if (chance.likely(60)) return [first]
  const again = leaving + chance.int(2, 120)
  const until = chance.likely(50) ? null : dateOf(again + chance.int(0, 400))
  return [first, { from: dateOf(again), until, fact: 'employed again' }]
}

const sortedDays = (days: readonly DayNo[]): DayNo[] => [...new Set(days)].sort((a, b) => a - b)

const anySchedules = (chance: Chance, joining: DayNo): Facts['schedules'] => {
  if (chance.likely(3)) return []
  const start = chance.likely(85) ? joining - chance.int(0, 40) : joining + chance.int(0, 100)
  const changes = chance.likely(35) ? chance.list(1, 2, () => anyDay(chance)) : []
  return sortedDays([start, ...changes]).map((day, i) => ({
    from: dateOf(day),
    schedule: anySchedule(chance),
    fact: `schedule ${i}`,
  }))
}

const anyPolicies = (chance: Chance, joining: DayNo, unit: Unit): Applied[] => {
  const { pick, int, likely } = chance
  const start = pick(joining, joining, joining - int(0, 400), joining + int(0, 200))
  const changes = likely(30) ? chance.list(1, 2, () => anyDay(chance)).filter((day) => day > start) : []
  let policy = anyPolicy(chance, VACATION, unit)
  const vacation = sortedDays([start, ...changes]).map((day, i): Applied => {
    const next = anyPolicy(chance, VACATION, unit)
    // often only one thing changes, so that periods go on
    if (i > 0) policy = likely(50) ? next : { ...policy, entitlement: mixed(chance, policy, next) }
    return { from: dateOf(day), policy, fact: `policy ${i}` }
  })
  const unpaid = {
    leaveType: UNPAID,
    unit,
    counting: { ...anyCounting(chance), countsAsWorked: likely(20) },
    entitlement: null,
  }
  return [...vacation, { from: dateOf(joining), policy: unpaid, fact: 'unpaid' }].sort(byFrom)
}

const byFrom = (a: Applied, b: Applied): number => (a.from < b.from ? -1 : 1)

/** How the wish is counted, perhaps in two ways, one after the other. */
const anyWays = (chance: Chance, dates: Dates): Applied[] => {
  const first = no(dates.kind === 'range' ? dates.first : (dates.days[0]?.day ?? dateOf(0)))
  const changes = chance.likely(75) ? [] : [first + chance.int(0, 5)]
  return [first - chance.int(-10, 100), ...changes]
    .sort((a, b) => a - b)
    .map((from) => ({
      from: dateOf(from),
      policy: {
        leaveType: WISHED,
        unit: chance.pick<Unit>('day', 'minute'),
        counting: anyCounting(chance),
        entitlement: null,
      },
      fact: 'wished',
    }))
}

/** The old policy with the new one's amounts. */
const mixed = (
  { likely }: Chance,
  { entitlement: old }: Applied['policy'],
  { entitlement: next }: Applied['policy'],
) => {
  if (!old?.plan || !next?.plan) return next
  const [first, ...others] = old.plan.stages
  const other = next.plan.stages[0]
  if (!first || !other) return next
  const amount = first.per === other.per ? other.amount : first.amount * 2
  const stages = [{ ...first, amount, balanceCap: other.balanceCap }, ...others]
  return { ...old, plan: { ...(likely(50) ? old.plan : { ...next.plan, tenureFrom: old.plan.tenureFrom }), stages } }
}

const anyCredits = (chance: Chance, joining: DayNo, unit: Unit): Facts['credits'] =>
  chance.list(0, chance.pick(0, 2, 4), (i) => {
    const from = chance.likely(85) ? anyDay(chance) : joining
    return {
      leaveType: VACATION,
      source: chance.pick('manual', 'manual', 'opening', 'correction', 'toil', 'bought'),
      n: chance.int(chance.likely(30) ? -60_000 : 1, 100_000) * scale(unit),
      from: dateOf(from),
      until: chance.likely(60)
        ? null
        : dateOf(chance.likely(20) ? dayIn(ymd(from).y, 12, 31) : from + chance.int(0, 500)),
      fact: `credit ${chance.int(0, 9)}${i}`,
    }
  })

const anyRecords = (chance: Chance): Facts['worked'] =>
  chance.list(1, 3, (i) => {
    const first = anyDay(chance, 2024, 2025)
    return {
      first: dateOf(first),
      last: dateOf(first + chance.pick(0, 6, 30)),
      minutes: chance.int(0, 10_000),
      fact: `worked ${i}`,
    }
  })

const anyLeaves = (chance: Chance, facts: Facts): Leave[] => {
  const leaves: Leave[] = []
  for (let i = chance.int(0, 6); i > 0; i--) {
    const leaveType = chance.likely(85) ? VACATION : UNPAID
    const dates = anyDates(chance, anyDay(chance))
    const earlier = leaves.filter((leave) => leave.status === 'accepted')
    const charges = oracleChargesFor(facts, leaveType, dates, earlier)
    const status = chance.pick('accepted', 'accepted', 'accepted', 'pending', 'over')
    leaves.push({ id: `leave ${chance.int(0, 9)}${i}`, leaveType, dates, status, charges, fact: `asked ${i}` })
  }
  return leaves
}

const anyWish = (chance: Chance, facts: Facts): Wish => {
  const first = anyDay(chance, 2024)
  const shared = chance.likely(30) ? anyDaysShared(chance, first) : undefined
  const dates = shared?.[0] ?? anyDates(chance, first)
  const near = chance.likely(50) ? [] : chance.list(1, 3, () => anyDates(chance, first + chance.int(-15, 15)))
  const there = [...(shared?.slice(1) ?? []), ...near]
  const others = chance.likely(50) ? there : there.reverse()
  const own = facts.leaves.filter(({ leaveType, status }) => leaveType === VACATION && status !== 'over')
  return {
    dates,
    earlier: others.map((other) => ({ leaveType: chance.pick(WISHED, WISHED, VACATION, UNPAID), dates: other })),
    charges: chance.likely(50) ? [] : oracleChargesFor(facts, VACATION, dates),
    leave: (chance.likely(50) ? own[chance.int(0, own.length)]?.id : undefined) ?? null,
  }
}

const anyClosedYear = (
  chance: Chance,
  policies: readonly Applied[],
  joining: DayNo,
  unit: Unit,
): Facts['closedYears'][number] => {
  const setting = policies[0]?.policy.entitlement?.leaveYear ?? 'anniversary'
  const { month, day } =
    setting === 'anniversary'
      ? { month: Number(dateOf(joining).slice(5, 7)), day: Number(dateOf(joining).slice(8)) }
      : setting
  const start = no(`2025-${String(month).padStart(2, '0')}-01` as LocalDate)
  const last = Math.min(start + day - 1, start + 27) - 1
  const carry = chance.list(1, 2, (i) => ({ n: chance.int(-50_000, 150_000) * scale(unit), fact: `closing ${i}` }))
  return { leaveType: VACATION, last: dateOf(last), carry }
}
