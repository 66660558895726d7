import type { Entitlement } from '#domain/policy/policy.ts'
import { type DayNo, no } from './almanac.ts'
import type { OpenLot } from './book.ts'
import { isCarryOverDay, once, type PersonDays } from './person-days.ts'

/** Lots in the order in which they are used on a day; ties to the one that started, then the one that was granted, first. */
export const inOrder = (
  person: PersonDays,
  lots: readonly OpenLot[],
  day: DayNo,
  order: Entitlement['order'],
): OpenLot[] => {
  const last = ({ until, carries }: OpenLot): number => (carries ? nextCarryOver(person, day) - 1 : (until ?? Infinity))
  const keys = (lot: OpenLot): number[] => {
    if (order === 'earliestStartFirst') return [lot.from]
    return [...(order === 'carriedFirst' ? [lot.source === 'carried' ? 0 : 1] : []), last(lot), lot.from]
  }
  return lots
    .map((lot, granted) => ({ lot, keys: [...keys(lot), granted] }))
    .sort((a, b) => {
      const at = a.keys.findIndex((key, i) => key !== b.keys[i])
      return at < 0 ? 0 : (a.keys[at] ?? 0) < (b.keys[at] ?? 0) ? -1 : 1
    })
    .map(({ lot }) => lot)
}

/** The first carry-over day after a day. */
export const nextCarryOver = (person: PersonDays, day: DayNo): DayNo => {
  const all = carryOverDays(person)
  return all.find((each) => each > day) ?? person.last
}

export const carryOverDays = once((person): readonly DayNo[] => {
  const days: DayNo[] = []
  for (let day = person.first + 1; day <= person.last; day++) if (isCarryOverDay(person, day)) days.push(day)
  return days
})

/** The order of use that the last policy with an entitlement says; before any applies, the first one. */
export const orderOn = ({ facts, leaveType }: PersonDays, day: DayNo): Entitlement['order'] => {
  const own = facts.policies.filter(({ policy }) => policy.leaveType === leaveType && policy.entitlement)
  return (own.findLast(({ from }) => no(from) <= day) ?? own[0])?.policy.entitlement?.order ?? 'lastUsableFirst'
}
