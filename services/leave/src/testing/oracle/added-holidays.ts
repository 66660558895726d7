import type { Grant } from '#domain/entitlement/grant.ts'
import { type DayNo, dateOf } from './almanac.ts'
import { freedOn, halvesOf, plannedWork, scheduleOn, workedOn } from './day-work.ts'
import { leaveYearFirst, type PersonDay, type PersonDays, stageAt } from './person-days.ts'
import { plusR, type Ratio, ratio, timesR, zero } from './ratio.ts'
import { validUntil } from './validity.ts'
import { averageDay } from './worked.ts'

/** The holidays of each leave year while employed in it, as one lot on its first employed day (rule 15). */
export const addedHolidays = (person: PersonDays): Grant[] => {
  const years = new Map<DayNo, { start: PersonDay; on: DayNo; n: Ratio }>()
  for (let day = person.first + 400; day <= person.last - 400; day++) {
    const today = person.on(day)
    const { entitlement, plan, employed } = today
    if (!entitlement || !plan || !employed || plan.proration.addHolidays === 'none') continue
    const first = leaveYearFirst(person, entitlement.leaveYear, day)
    const year = years.get(first) ?? { start: today, on: day, n: zero }
    year.n = plusR(year.n, holidayOn(person, day, today, plan.proration.addHolidays))
    years.set(first, year)
  }
  return [...years].flatMap(([first, { start, on, n }]) => lot(first, start, on, Number(n.over / n.under)))
}

const lot = (first: DayNo, { plan, stage, applied }: PersonDay, day: DayNo, n: number): Grant[] => {
  if (!plan || !applied) return []
  return [
    {
      source: 'holidays',
      on: dateOf(day),
      first: dateOf(first),
      last: dateOf(first),
      leaveYear: dateOf(first),
      n,
      balanceCap: null,
      yearlyCap: null,
      ...validUntil(stageAt(plan, stage).validity, day),
      fact: applied.fact,
    },
  ]
}

const holidayOn = (person: PersonDays, day: DayNo, { applied }: PersonDay, which: 'all' | 'worked'): Ratio => {
  const { facts } = person
  const freed = freedOn(facts, day, 'holidays')
  if (freed.length === 0) return zero
  const inMinutes = applied?.policy.unit === 'minute'
  if (which === 'worked') {
    const [open, left] = [workedOn(facts, day, 'charged'), workedOn(facts, day)]
    return ratio(inMinutes ? open.minutes - left.minutes : 5_000 * (halvesOf(open) - halvesOf(left)))
  }
  const planned = plannedWork(scheduleOn(facts, day), day)
  const halves = freed.includes('whole') || (freed.includes('am') && freed.includes('pm')) ? 2 : 1
  if (!inMinutes) return ratio(5_000 * halves)
  const half =
    halvesOf(planned) > 0 ? ratio(planned.minutes, halvesOf(planned)) : timesR(averageDay(person, day), ratio(1, 2))
  return timesR(half, ratio(halves))
}
