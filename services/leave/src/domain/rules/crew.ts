import type { LocalDate, PersonId } from '@awayday/kernel'
import { isEmployed } from '../facts/employed.ts'
import type { Colleague } from './colleague.ts'
import type { Departments } from './departments.ts'
import type { Shift } from './moments.ts'
import { type Counting, shiftOf } from './shift-of.ts'
import { isAmong, type Who } from './who.ts'

/** A group on a day: how many belong to it and are employed, and when they work and are away. `people` have the same shift. */
export type Crew = { readonly size: number; readonly shifts: readonly Shifts[] }
export type Shifts = Shift & { readonly people: number }

/** The group on a day without one of it. */
export type CrewOf = (rule: Counting, group: Who, day: LocalDate, without: PersonId) => Crew

export const crewFrom =
  (people: readonly Colleague[], departments: Departments): CrewOf =>
  (rule, group, day, without) => {
    const crew = people.filter((one) => one.person !== without && belongs(one, group, day, departments))
    return { size: crew.length, shifts: crew.map((one) => ({ ...shiftOf(rule, one, day), people: 1 })) }
  }

export const belongs = (one: Colleague, group: Who, day: LocalDate, departments: Departments): boolean =>
  isEmployed(one.employment, day) && isAmong(group, one, day, departments)
