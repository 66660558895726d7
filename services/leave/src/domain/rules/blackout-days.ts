import { addDays, type LocalDate } from '@awayday/kernel'
import type { Facts } from '../facts/facts.ts'
import { isOneOf } from './days.ts'
import type { Departments } from './departments.ts'
import type { Rule } from './rule.ts'
import { holdsOn } from './when.ts'

/** A day on which somebody may not be away, and by which rule. */
export type BlackoutDay = {
  readonly day: LocalDate
  readonly rule: string
  readonly name: string
  /** With leave of which types; null: any. */
  readonly leaveTypes: readonly string[] | null
}

/** The blackout days of somebody, both ends included, oldest first; of a day every rule, in the order of the list. */
export const blackoutDaysOf = (
  person: Pick<Facts, 'person' | 'places'>,
  departments: Departments,
  rules: readonly Rule[],
  first: LocalDate,
  last: LocalDate,
): readonly BlackoutDay[] => {
  const blackouts = rules.flatMap((rule) => (rule.rule.kind === 'blackout' ? [{ rule, days: rule.rule.days }] : []))
  const found: BlackoutDay[] = []
  for (let day = first; day <= last; day = addDays(day, 1))
    for (const { rule, days } of blackouts)
      if (isOneOf(days, day) && holdsOn(rule.when, person, day, departments))
        found.push({ day, rule: rule.id, name: rule.name, leaveTypes: rule.when.leaveTypes })
  return found
}
