import type { PersonId } from '@awayday/kernel'
import type { Facts, Leave } from '../facts/facts.ts'
import type { Broken } from './broken.ts'
import { check } from './check.ts'
import type { Company } from './company.ts'
import { growingCrews } from './growing-crews.ts'
import type { Rule } from './rule.ts'
import type { Wish } from './wish.ts'

/** Leave that somebody asked for once. */
export type Asked = { readonly person: PersonId; readonly wish: Wish }

export type Refused = Asked & { readonly broken: readonly Broken[] }

/**
 * Which of a company's requests rules would have refused, had they always been there, in the order of asking. Each is held against what had been
 * asked for before it and not been refused here; what was declined or taken back since is not in the people's leaves, and so was never asked.
 */
export const preview = (
  rulesFor: (person: PersonId) => readonly Rule[],
  asked: readonly Asked[],
  people: readonly Facts[],
  company: Omit<Company, 'people'>,
): readonly Refused[] => {
  const known = new Map(people.map((facts) => [facts.person, atFirst(facts)]))
  // A change that waits comes after the leave it is of, and has its id.
  const leaves = new Map(
    people.flatMap((facts) =>
      facts.leaves.map((leave) => [keyOf(facts.person, leave.id), leave] as const).toReversed(),
    ),
  )
  const crew = [...known.values()]
  const { crewOf, took } = growingCrews(crew, company.departments)
  return asked.toSorted(byAsking).flatMap(({ person, wish }) => {
    const facts = known.get(person)
    const leave = leaves.get(keyOf(person, wish.request))
    if (!facts || !leave || leave.status === 'over') return []
    const rules = rulesFor(person)
    const ids = new Set(rules.map(({ id }) => id))
    const broken = check(wish, facts, { ...company, people: crew, crewOf }, rules).filter(({ rule }) => ids.has(rule))
    if (broken.length > 0) return [{ person, wish, broken }]
    facts.leaves.push(leave)
    took(facts, leave.dates)
    return []
  })
}

/** Without any leave yet. */
const atFirst = (facts: Facts): Facts & { readonly leaves: Leave[] } => ({ ...facts, leaves: [] })

const keyOf = (person: PersonId, leave: string): string => `${person} ${leave}`

const byAsking = (a: Asked, b: Asked): number => (orderOf(a) < orderOf(b) ? -1 : 1)

const orderOf = ({ wish: { askedOn, request }, person }: Asked): string => `${askedOn} ${request} ${person}`
