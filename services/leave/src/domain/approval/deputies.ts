import type { LocalDate, PersonId } from '@awayday/kernel'
import { isEmployed, type Organisation } from './organisation.ts'

/**
 * These people, and who decides for them on a day, their deputies' deputies included, each once. Whoever asks for the leave is
 * nobody's deputy for it, and names nobody for it.
 */
export const withDeputies = (
  organisation: Organisation,
  people: readonly PersonId[],
  asking: PersonId,
  on: LocalDate,
): readonly PersonId[] => {
  const known = [...people]
  for (const person of known) {
    for (const { of, by, first, last } of organisation.deputies) {
      const inForce = of === person && of !== asking && first <= on && on <= last
      if (inForce && by !== asking && !known.includes(by) && isEmployed(organisation, by, on)) known.push(by)
    }
  }
  return known
}
