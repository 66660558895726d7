import type { LocalDate, PersonId, Unit } from '@awayday/kernel'
import type { Facts, Leave, Stay } from '../facts/facts.ts'
import { starterLeaveTypes } from '../leave-type/starter.ts'
import { counting } from '../policy/defaults.ts'
import type { Dates, Part } from '../time/absence.ts'
import { chargesOf } from '../time/charges-of.ts'
import type { DayPlan, Schedule } from '../time/schedule.ts'
import type { Broken } from './broken.ts'
import { check } from './check.ts'
import type { Company } from './company.ts'
import type { Demand, Rule } from './rule.ts'
import { ALWAYS, type When } from './when.ts'
import type { Wish } from './wish.ts'

/** What the specs of rules speak of: Ana of the product team in Lisbon, who works Monday to Friday. 2 March 2026 is a Monday. */
export const day = (text: string): LocalDate => text as LocalDate
export const person = (id: string): PersonId => id as PersonId

const full: DayPlan = { halves: 'whole', minutes: 480, times: [] }
const none: DayPlan = { halves: 'none', minutes: 0, times: [] }
export const fiveDays: Schedule = {
  anchor: day('2026-01-05'),
  firstWeekday: 1,
  weeks: [[full, full, full, full, full, none, none]],
  noon: 720,
  fte: 10_000,
}
/** Mornings only. */
export const mornings: Schedule = {
  ...fiveDays,
  weeks: [fiveDays.weeks[0]?.map((plan) => (plan === full ? { halves: 'am', minutes: 240, times: [] } : plan)) ?? []],
  fte: 5_000,
}

export const stay: Stay = {
  from: day('2020-01-01'),
  location: 'lisbon',
  department: 'web',
  team: 'product',
  labels: [],
}

export const stayWith = (given: Partial<Stay>): Stay => ({ ...stay, ...given })

export const facts = (given: Partial<Facts> & { id?: string } = {}): Facts => ({
  person: person(given.id ?? 'ana'),
  employment: [{ from: day('2020-01-01'), until: null, fact: 'joined' }],
  places: [stay],
  calendars: { lisbon: { holidays: [{ day: day('2026-04-03'), part: 'whole', name: 'Good Friday' }], closings: [] } },
  schedules: [{ from: day('2020-01-01'), schedule: fiveDays, fact: 'schedule' }],
  policies: [],
  leaves: [],
  credits: [],
  payOuts: [],
  worked: [],
  closedYears: [],
  ...given,
})

export const range = (
  first: string,
  last: string = first,
  firstPart: Part = 'whole',
  lastPart: Part = firstPart,
): Dates => ({
  kind: 'range',
  first: day(first),
  firstPart,
  last: day(last),
  lastPart,
})

export const leave = (id: string, dates: Dates, given: Partial<Leave> = {}): Leave => ({
  id,
  leaveType: 'vacation',
  dates,
  status: 'accepted',
  charges: chargesOf(facts(), dates, counting, 'day'),
  fact: id,
  ...given,
})

export const wish = (dates: Dates, given: Partial<Wish> & { unit?: Unit } = {}): Wish => ({
  request: 'wish',
  leaveType: 'vacation',
  dates,
  charges: chargesOf(facts(), dates, counting, given.unit ?? 'day'),
  askedOn: day('2026-02-02'),
  reason: false,
  certificate: false,
  cover: null,
  ...given,
})

export const company = (given: Partial<Company> = {}): Company => ({
  people: [],
  departments: {
    company: { parent: null },
    tech: { parent: 'company' },
    web: { parent: 'tech' },
    sales: { parent: 'company' },
  },
  leaveTypes: starterLeaveTypes,
  ...given,
})

export const rule = (demand: Demand, when: Partial<When> = {}, given: Partial<Rule> = {}): Rule => ({
  id: 'rule',
  name: 'The rule',
  when: { ...ALWAYS, ...when },
  rule: demand,
  overridableBy: [],
  exception: false,
  ...given,
})

/** What is wrong with a wish by one rule: its findings, without what does not differ from the usual. */
export const found = (
  demand: Demand,
  asked: Wish,
  known: Facts = facts(),
  others: Company = company(),
  when: Partial<When> = {},
) => check(asked, known, others, [rule(demand, when)]).flatMap(({ findings }: Broken) => findings)
