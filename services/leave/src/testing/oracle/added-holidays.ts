import type { Grant } from '../../domain/entitlement/grant.ts'
import { type DayNo, dateOf } from './almanac.ts'
import { freedOn, halvesOf, plannedWork, scheduleOn, without } from './day-work.ts'
import { leaveYearFirst, type PersonDay, type PersonDays, stageAt } from './person-days.ts'
import { validUntil } from './validity.ts'

/** The holidays of each leave year while employed in it, as one lot on its first employed day (rule 15). */
export const addedHolidays = (person: PersonDays): Grant[] => {
  const years = new Map<DayNo, { start: PersonDay; n: number }>()
  for (let day = person.first + 400; day <= person.last - 400; day++) {
    const today = person.on(day)
    const { entitlement, plan, employed } = today
    if (!entitlement || !plan || !employed || plan.proration.addHolidays === 'none') continue
    const first = leaveYearFirst(person, entitlement.leaveYear, day)
    const year = years.get(first) ?? { start: today, n: 0 }
    year.n += holidayOn(person, today, plan.proration.addHolidays)
    years.set(first, year)
  }
  return [...years].flatMap(([first, { start, n }]) => lot(first, start, n))
}

const lot = (first: DayNo, { day, plan, stage, applied }: PersonDay, n: number): Grant[] => {
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

const holidayOn = ({ facts }: PersonDays, { day, applied }: PersonDay, which: 'all' | 'worked'): number => {
  const freed = freedOn(facts, day, 'holidays')
  if (freed.length === 0) return 0
  const planned = plannedWork(scheduleOn(facts, day), day)
  const left = without(planned, freed)
  if (applied?.policy.unit === 'minute') return planned.minutes - left.minutes
  if (which === 'worked') return 5_000 * (halvesOf(planned) - halvesOf(left))
  return freed.includes('whole') || (freed.includes('am') && freed.includes('pm')) ? 10_000 : 5_000
}
