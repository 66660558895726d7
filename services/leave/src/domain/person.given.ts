import { specOf } from '@awayday/event-sourcing/testing'
import { days, type LocalDate, type PersonId, parseLocalDate, parsePersonId } from '@awayday/kernel'
import { chargesOf } from './charge.ts'
import type { CommandOf } from './commands.ts'
import type { Event, Place } from './events.ts'
import { person } from './person.ts'
import type { DayPart, Range } from './range.ts'

/** Ana works in Lisbon since 2024; Ben approves her leave, Clara is an admin, Dora a colleague. */
export const [ana, ben, clara, dora] = ['ana', 'ben', 'clara', 'dora'].map(who) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
]

export const day = (text: string): LocalDate => {
  const date = parseLocalDate(text)
  if (!date) throw new Error(`not a date: ${text}`)
  return date
}

export const today = day('2026-05-04')

/** `range('2026-06-01', '2026-06-05')`, `range('2026-06-01 pm', '2026-06-05 am')`, `range('2026-06-01 am')`. */
export const range = (first: string, last = first): Range => {
  const [start, end] = [endOf(first), endOf(last)]
  return { first: start.day, firstPart: start.part, last: end.day, lastPart: end.part }
}

export const lisbon: Omit<Place, 'seq'> = {
  team: 'engineering',
  location: 'lisbon',
  country: 'PT',
  zone: 'Europe/Lisbon',
  approver: ben,
}

export const started = (on = '2024-01-01', place: Partial<Place> = {}, seq = 100): Event => ({
  type: 'EmploymentStarted',
  on: day(on),
  ...lisbon,
  ...place,
  seq,
})

/** Three days a year: soon used up. */
export const terms = (yearly = 3, from = '2024-01-01'): Event => ({
  type: 'TermsApplied',
  policy: 'starter-pt',
  version: 1,
  from: day(from),
  leaveType: 'vacation',
  yearly: days(yearly),
})

export const employed = [started(), terms()] as const

export const request = (
  id: string,
  wish: Range,
  different: Partial<CommandOf<'Request'>> = {},
): CommandOf<'Request'> => ({
  type: 'Request',
  request: id,
  leaveType: 'vacation',
  by: ana,
  on: today,
  ...wish,
  note: null,
  ...different,
})

export const requested = (id: string, wish: Range, different: Partial<CommandOf<'Request'>> = {}): Event => ({
  ...request(id, wish, different),
  type: 'LeaveRequested',
  charges: chargesOf(wish),
})

/** What Ben does about a request, today. */
export const doing = (id: string, by: PersonId = ben, on: LocalDate = today) => ({ request: id, by, on })
export const approved = (id: string, by: PersonId = ben): Event => ({
  type: 'LeaveApproved',
  ...doing(id, by),
  note: null,
})
export const declined = (id: string): Event => ({ type: 'LeaveDeclined', ...doing(id), note: null })
export const withdrawn = (id: string): Event => ({ type: 'LeaveWithdrawn', ...doing(id, ana) })
export const cancelled = (id: string, by: PersonId = ana): Event => ({ type: 'LeaveCancelled', ...doing(id, by) })

export const given = specOf(person(ana))

function who(name: string): PersonId {
  const id = parsePersonId(name)
  if (!id) throw new Error(`not an id: ${name}`)
  return id
}

function endOf(text: string): { readonly day: LocalDate; readonly part: DayPart } {
  const [date = '', part = 'whole'] = text.split(' ')
  if (part !== 'whole' && part !== 'am' && part !== 'pm') throw new Error(`not a part of a day: ${part}`)
  return { day: day(date), part }
}
