import type { Length } from '#domain/policy/length.ts'
import type { Stage } from '#domain/policy/plan.ts'
import { type DayNo, nextMonthDay, plus } from './almanac.ts'
import { scheduleOn } from './day-work.ts'
import type { EarnedDay } from './earned-day.ts'
import { periodsIn } from './grid.ts'
import type { PayPeriod } from './pay-periods.ts'
import { leaveYearFirst, lostUntil, once, type PersonDay, type PersonDays, stageAt, stageOf } from './person-days.ts'
import { plusR, type Ratio, ratio, timesR, zero } from './ratio.ts'
import { scaleOf } from './scale.ts'
import { shareOf } from './share.ts'
import { workedDays, workedMinutes } from './worked.ts'

/** What a period pays, exactly, and the first and the last day it is paid for (rules 9 to 12); nothing where nothing is. */
export const paymentOf = (
  person: PersonDays,
  period: PayPeriod,
): { exact: Ratio; by: PersonDay; from: DayNo; to: DayNo } | undefined => {
  const days: EarnedDay[] = []
  for (let day = period.first; day <= period.last; day++) {
    const earned = earnedDays(person)[day - person.first]
    if (earned) days.push(earned)
  }
  const real = days.filter(({ paid }) => paid)
  const [head, tail] = [real[0], real.at(-1)]
  if (!head?.paid || !tail?.paid) return undefined
  const [start, end] = [startRule(person, period, head, tail.day), endRule(person, period, tail)]
  if (start === 'none' || end === 'none') return { exact: zero, by: head.paid.by, from: head.day, to: tail.day }
  const counted =
    start !== 'full' && end !== 'full'
      ? days
      : days.map((day) => {
          if (start === 'full' && day.day < head.day) return { ...head, day: day.day }
          if (end === 'full' && day.day > tail.day) return { ...tail, day: day.day }
          return day
        })
  const segments = new Map<string, EarnedDay[]>()
  for (const day of counted) {
    const segment = day.paid && segments.get(day.paid.key)
    if (segment) segment.push(day)
    else if (day.paid) segments.set(day.paid.key, [day])
  }
  const ratioWorked = workedRatio(person, real)
  let exact = zero
  for (const segment of segments.values())
    exact = plusR(exact, segmentPays(person, period, counted, segment, real, ratioWorked))
  return { exact, by: head.paid.by, from: head.day, to: tail.day }
}

const earnedDays = once((person): EarnedDay[] => {
  const days: EarnedDay[] = []
  let paid: NonNullable<EarnedDay['paid']> | undefined
  for (let day = person.first; day <= person.last; day++) {
    const by = person.on(day)
    if (!by.plan || by.stage < 0 || !by.earning) {
      days.push({ day, earning: by.earning, paid: undefined })
      continue
    }
    const schedule = scheduleOn(person.facts, day) ?? person.facts.schedules[0]?.schedule
    if (!paid || paid.by !== by || paid.schedule !== schedule) {
      const index = person.facts.schedules.findLastIndex((one) => one.schedule === schedule)
      const key = `${by.applied?.from} ${index} ${by.plan.cutPeriod === 'byDays' ? by.stage : ''}`
      paid = { by, schedule, key }
    }
    days.push({ day, earning: true, paid })
  }
  return days
})

/** What the plan says of a period that is not complete at its start. */
const startRule = (
  person: PersonDays,
  period: PayPeriod,
  head: EarnedDay,
  lastPaid: DayNo,
): 'full' | 'prorated' | 'none' => {
  const partial = head.paid?.by.plan?.partial
  if (!partial || head.day === period.first) return 'prorated'
  const before = person.on(head.day - 1)
  if (!before.employed || lostUntil(head.paid?.by.plan, person.joining) === head.day) {
    const rule = partial.joiner
    if (typeof rule === 'string') return rule
    return lasted(person, rule.fullAfter, lastPaid) ? 'full' : 'prorated'
  }
  const begins = before.applied === head.paid?.by.applied && before.stage < 0
  return begins || !before.applied ? partial.planStart : 'prorated'
}

const endRule = (person: PersonDays, period: PayPeriod, tail: EarnedDay): 'full' | 'prorated' | 'none' => {
  const partial = tail.paid?.by.plan?.partial
  if (!partial || tail.day === period.last) return 'prorated'
  if (person.on(tail.day + 1).employed) return 'prorated'
  const rule = partial.leaver
  if (typeof rule === 'string') return rule
  const reached = nextMonthDay(period.first, rule.from) <= tail.day
  return reached && lasted(person, rule.fullAfter, tail.day) ? 'full' : 'prorated'
}

const lasted = ({ joining }: PersonDays, tenure: Length, day: DayNo): boolean =>
  joining !== undefined && plus(joining, tenure) <= day

const segmentPays = (
  person: PersonDays,
  period: PayPeriod,
  days: readonly EarnedDay[],
  segment: readonly EarnedDay[],
  real: readonly EarnedDay[],
  ratioWorked: Ratio,
): Ratio => {
  const paid = segment[0]?.paid
  const plan = paid?.by.plan
  if (!paid || !plan || !paid.by.applied) return zero
  const { joining } = person
  const at = (plan.cutPeriod === 'new' ? real.at(-1) : real[0])?.day ?? period.first
  const index = plan.cutPeriod === 'byDays' ? paid.by.stage : stageOf(plan, paid.by.applied, joining, at)
  const stage = stageAt(plan, index)
  const amount = amountInUnit(stage, paid)
  if (typeof plan.earned === 'object') {
    const own = real.filter((day) => day.paid?.key === paid.key)
    const worked = plan.earned.per === 'minute' ? workedMinutes(person, own) : workedDays(person, own)
    return timesR(timesR(amount, worked), ratio(1, plan.earned.n))
  }
  const ofYear = stage.per === 'year' || stage.frequency.every === 'continuous'
  const full = timesR(amount, ratio(1, ofYear ? periodsOfYear(person, period, paid.by) : 1))
  const scaled = timesR(full, scaleOf(plan.proration.scale, paid.schedule))
  const share = shareOf(person, period, days, segment, plan.proration, paid.schedule)
  const pays = timesR(scaled, share)
  return plan.earned === 'byWorkedShare' ? timesR(pays, ratioWorked) : pays
}

/** The amount in the policy's unit; a day is as long as the policy says, or as the schedule's worked days are, or has eight hours. */
const amountInUnit = ({ amount, amountIn }: Stage, { by, schedule }: NonNullable<EarnedDay['paid']>): Ratio => {
  const policy = by.applied?.policy
  if (!policy || (amountIn ?? policy.unit) === policy.unit) return ratio(amount)
  const { hours } = policy.counting
  const works = (schedule?.weeks.flat() ?? []).filter(({ halves }) => halves !== 'none')
  const minutes = works.reduce((sum, plan) => sum + plan.minutes, 0)
  const halves = works.reduce((sum, plan) => sum + (plan.halves === 'whole' ? 2 : 1), 0)
  const day = hours !== 'scheduled' ? ratio(hours.dayMinutes) : minutes > 0 ? ratio(2 * minutes, halves) : ratio(480)
  return timesR(ratio(amount), policy.unit === 'minute' ? day : { over: day.under, under: day.over })
}

/** Worked over planned minutes; nothing planned: 1. */
const workedRatio = (person: PersonDays, real: readonly EarnedDay[]): Ratio => {
  if (!real.some(({ paid }) => paid?.by.plan?.earned === 'byWorkedShare')) return ratio(1)
  const planned = workedMinutes(person, real, 'planned')
  return planned.over === 0n
    ? ratio(1)
    : timesR(workedMinutes(person, real), { over: planned.under, under: planned.over })
}

/** How many periods of its grid start in the leave year that a period starts in. */
const periodsOfYear = (person: PersonDays, { first, frequency }: PayPeriod, { entitlement }: PersonDay): number => {
  if (!entitlement) return 1
  const { leaveYear } = entitlement
  return Math.max(1, periodsIn(person, frequency, leaveYear, leaveYearFirst(person, leaveYear, first)))
}
