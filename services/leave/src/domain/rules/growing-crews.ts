import type { LocalDate, PersonId } from '@awayday/kernel'
import type { Dates } from '../time/absence.ts'
import { partsOf } from '../time/parts-of.ts'
import type { Colleague } from './colleague.ts'
import { belongs, type Crew, type CrewOf, type Shifts } from './crew.ts'
import type { Departments } from './departments.ts'
import type { Shift } from './moments.ts'
import { type Counting, shiftOf } from './shift-of.ts'
import type { Who } from './who.ts'

/**
 * Crews of people who take more and more leave: each is reckoned once, and then follows. So many wishes after one another cost each its own
 * days, and not everybody's. `took`: what was just added to somebody's leaves.
 */
export const growingCrews = (people: readonly Colleague[], departments: Departments) => {
  const byRule = new Map<Counting, Map<string, Count>>()
  const byDay = new Map<LocalDate, Count[]>()

  const countOf = (rule: Counting, group: Who, day: LocalDate): Count => {
    const ofRule = byRule.get(rule) ?? new Map<string, Count>()
    byRule.set(rule, ofRule)
    const key = `${day} ${textOf(group)}`
    const known = ofRule.get(key)
    if (known) return known
    const count = counted(
      rule,
      people.filter((one) => belongs(one, group, day, departments)),
      day,
    )
    ofRule.set(key, count)
    byDay.set(day, [...(byDay.get(day) ?? []), count])
    return count
  }
  const crewOf: CrewOf = (rule, group, day, without) => countOf(rule, group, day).crew(without)
  const took = ({ person }: Pick<Colleague, 'person'>, dates: Dates): void => {
    for (const { day } of partsOf(dates)) for (const count of byDay.get(day) ?? []) count.again(person)
  }
  return { crewOf, took }
}

/** A rule that is for a group says more, such as from when it holds, which makes no other crew. */
const textOf = ({ locations, departments, teams, labels, persons }: Who): string =>
  JSON.stringify([locations, departments, teams, labels, persons])

type Count = { readonly crew: (without: PersonId) => Crew; readonly again: (person: PersonId) => void }

/** How many have which shift. */
const counted = (rule: Counting, members: readonly Colleague[], day: LocalDate): Count => {
  const byPerson = new Map(members.map((one) => [one.person, one]))
  const shifts = new Map<string, { readonly shift: Shift; people: number }>()
  const keys = new Map<PersonId, string>()
  const enter = (one: Colleague): void => {
    const shift = shiftOf(rule, one, day)
    const key = JSON.stringify(shift)
    const known = shifts.get(key) ?? { shift, people: 0 }
    known.people++
    shifts.set(key, known)
    keys.set(one.person, key)
  }
  const leave = (person: PersonId): void => {
    const known = shifts.get(keys.get(person) ?? '')
    if (known) known.people--
  }
  for (const one of members) enter(one)
  return {
    crew: (without) => {
      const own = keys.get(without)
      const others = [...shifts].map(
        ([key, { shift, people }]): Shifts => ({ ...shift, people: key === own ? people - 1 : people }),
      )
      return { size: members.length - (own === undefined ? 0 : 1), shifts: others.filter((one) => one.people > 0) }
    },
    again: (person) => {
      const one = byPerson.get(person)
      if (!one) return
      leave(person)
      enter(one)
    },
  }
}
